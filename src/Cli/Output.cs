using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Cli;

/// <summary>Data on standard output: for people or, with <c>--json</c>, for programs.</summary>
internal static class Output
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>One JSON value and a line end.</summary>
    public static void Json<T>(T value) => System.Console.Out.WriteLine(JsonSerializer.Serialize(value, Options));

    /// <summary>In a pipe or a file, lines are as long as they need to be: programs read them.</summary>
    public static void UseWidthOfTheTerminal()
    {
        if (System.Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = 1_000;
        }
    }

    /// <summary>A table with these headings.</summary>
    public static Table Table(params string[] headings)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(new Markup($"[bold]{Markup.Escape(heading)}[/]")));
        }

        return table;
    }

    /// <summary>What no terminal reads as a colour.</summary>
    public static string Plain(string text) => Markup.Escape(text);
}

/// <summary>An administration in JSON.</summary>
internal sealed record AdministrationOut(string Slug, string Name, string ShortName, AdministrationKind Kind, string Siren, string? Cog)
{
    public static AdministrationOut? Of(AdministrationInfo? administration) => administration is null ? null : new AdministrationOut(
        administration.Identifier, administration.Name, administration.ShortName, administration.Kind, administration.Siren, administration.Cog);
}
