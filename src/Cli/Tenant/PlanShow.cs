using Microsoft.Extensions.Localization;
using Spectre.Console;
using Teleservices.Tenancy.Onboarding;

namespace Teleservices.Cli.Tenant;

/// <summary>A plan for people: one administration line by line, many in a table.</summary>
internal static class PlanShow
{
    public static void Whole(IStringLocalizer<Texts> texts, PlannedTenant one)
    {
        AnsiConsole.MarkupLine($"[bold]{Output.Plain(one.Administration.Name)}[/] ({Output.Plain(one.Administration.Identifier)}, SIREN {one.Administration.Siren})");
        AnsiConsole.WriteLine(texts["  adresse     {0}", one.Host]);
        AnsiConsole.WriteLine(texts["  couleurs    {0} {1}", one.Administration.Theme.Primary, one.Administration.Theme.Accent]);
        AnsiConsole.WriteLine(one.Communes == 1 ? texts["  territoire  1 commune"] : texts["  territoire  {0} communes", one.Communes]);
        foreach (var line in one.Offers)
        {
            AnsiConsole.WriteLine(texts["  offre       {0}", line.After]);
        }

        foreach (var line in one.Changes)
        {
            AnsiConsole.MarkupLine($"  [green]+[/] {Output.Plain(line.What)} : {Output.Plain(line.Before is null ? line.After : $"{line.Before} → {line.After}")}");
        }

        foreach (var line in one.Missing)
        {
            AnsiConsole.MarkupLine($"  [yellow]?[/] {Output.Plain(texts["à compléter : {0}", line.After])}");
        }

        if (!one.Changes.Any())
        {
            AnsiConsole.WriteLine(texts["  rien à changer"]);
        }
    }

    public static void Table(IStringLocalizer<Texts> texts, TenantPlan plan)
    {
        var table = Output.Table(texts["Administration"], texts["Adresse"], texts["Communes"], texts["Changements"], texts["À compléter"]);
        foreach (var one in plan.Administrations)
        {
            table.AddRow(
                Output.Plain(one.Administration.Name), Output.Plain(one.Host), $"{one.Communes}", $"{one.Changes.Count()}", $"{one.Missing.Count()}");
        }

        AnsiConsole.Write(table);
    }
}
