using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Teleservices.Platform.Data;
using Teleservices.Platform.Security;

namespace Teleservices.Cli.Migrate;

/// <summary>
/// <c>teleservices migrate plan|apply</c>: the only way in which the schema of a PostgreSQL store changes. It comes in as the owner
/// (<c>Data:OwnerConnection</c>); servers never do.
/// </summary>
internal static class MigrateCommand
{
    public static Command Of(IStringLocalizer<Texts> texts, SharedOptions shared)
    {
        var plan = new Command("plan", texts["Montre ce qui manque à la base de données ; ne change rien."]);
        plan.SetAction((parsed, ct) => Run(parsed.GetValue(shared.Data), texts, parsed.GetValue(shared.Json), apply: false, ct));
        var apply = new Command("apply", texts["Met la base de données à la forme de cette version, avec la sécurité par ligne."]);
        apply.SetAction((parsed, ct) => Run(parsed.GetValue(shared.Data), texts, parsed.GetValue(shared.Json), apply: true, ct));
        return new Command("migrate", texts["Compare la base de données à cette version et la met à jour."]) { plan, apply };
    }

    private static async Task<int> Run(string? directory, IStringLocalizer<Texts> texts, bool json, bool apply, CancellationToken ct)
    {
        await using var services = Composition.Services(directory, asOwner: true);
        await using var scope = services.CreateAsyncScope();
        var states = await services.SchemaStates(ct);
        if (apply)
        {
            await services.BringAllUpToDate(ct);
            await scope.ServiceProvider.GetRequiredService<PairwiseIds>().Prepare(ct);
        }

        var before = new SchemaState(
            states[0].State.Applied,
            [.. states.SelectMany(state => state.State.Pending.Select(one => Of(state.Name, one)))],
            [.. states.SelectMany(state => state.State.Unknown.Select(one => Of(state.Name, one)))]);
        var seen = new Migration(before.Applied, before.Pending, before.Unknown, apply);
        if (json)
        {
            Output.Json(seen);
        }
        else
        {
            Show(texts, seen);
        }

        return before.Unknown.Count > 0 ? ExitCode.Failure : ExitCode.Ok;
    }

    /// <summary>A migration of the common database is called by its name alone.</summary>
    private static string Of(string? database, string migration) => database is null ? migration : $"{database}: {migration}";

    private static void Show(IStringLocalizer<Texts> texts, Migration seen)
    {
        foreach (var one in seen.Pending)
        {
            System.Console.Out.WriteLine(one);
        }

        foreach (var one in seen.Unknown)
        {
            System.Console.Error.WriteLine(texts["Une version plus récente a déjà appliqué {0}, que celle-ci ne connaît pas.", one]);
        }

        System.Console.Error.WriteLine((seen.Pending.Count, seen.Applied) switch
        {
            (0, _) => texts["La base de données est à jour."],
            (_, true) => texts["{0} migration(s) appliquée(s).", seen.Pending.Count],
            _ => texts["{0} migration(s) à appliquer : « teleservices migrate apply ».", seen.Pending.Count],
        });
    }

    /// <summary>The answer in JSON.</summary>
    /// <param name="History">Applied before.</param>
    /// <param name="Pending">What was lacking.</param>
    /// <param name="Unknown">What a newer version applied.</param>
    /// <param name="Applied">Whether what was lacking has now been applied.</param>
    private sealed record Migration(IReadOnlyList<string> History, IReadOnlyList<string> Pending, IReadOnlyList<string> Unknown, bool Applied);
}
