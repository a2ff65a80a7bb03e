using Microsoft.Extensions.Localization;
using Spectre.Console;
using Teleservices.Dispatch;
using Teleservices.Forms.Catalogue;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Cli.Explain;

/// <summary>The explanation for people.</summary>
internal static class ExplanationShow
{
    public static void Write(IStringLocalizer<Texts> texts, PublishedForm? form, string cog, RoutingExplanation explanation)
    {
        var what = form?.Title.ToString() ?? explanation.Label?.ToString() ?? explanation.Competence;
        AnsiConsole.MarkupLine($"[bold]{Output.Plain(what)}[/]");
        AnsiConsole.WriteLine(texts["{0} ({1}), le {2}", explanation.Commune?.Name ?? "?", cog, explanation.On.Spoken()]);
        AnsiConsole.WriteLine();
        if (explanation.Holder is { } holder)
        {
            AnsiConsole.MarkupLine($"[green]{Output.Plain(holder.Name)}[/], SIREN {holder.Siren}");
            AnsiConsole.WriteLine($"{Title(texts, explanation.Steps[0].Kind)} : {explanation.Steps[0].LegalAct}");
        }
        else
        {
            AnsiConsole.MarkupLine($"[red]{Output.Plain(Why(texts, explanation.Finding))}[/]");
        }

        AnsiConsole.WriteLine();
        if (explanation.Steps.Count > 0)
        {
            AnsiConsole.Write(Trace(texts, explanation.Steps));
        }

        if (explanation.Elsewhere > 0)
        {
            AnsiConsole.WriteLine(texts["Attributions qui ne concernent pas cette commune : {0}", explanation.Elsewhere]);
        }
    }

    private static Table Trace(IStringLocalizer<Texts> texts, IReadOnlyList<RoutingStep> steps)
    {
        var table = Output.Table(texts["Titulaire"], texts["Titre"], texts["Communes"], texts["Du"], texts["Jusqu’au"], texts["Résultat"]);
        foreach (var step in steps)
        {
            table.AddRow(
                Output.Plain(step.Holder?.Name ?? "–"),
                Output.Plain(Title(texts, step.Kind)),
                $"{step.Communes}",
                $"{step.Since:yyyy-MM-dd}",
                step.Until is { } until ? $"{until.AddDays(-1):yyyy-MM-dd}" : "–",
                Output.Plain(Result(texts, step.Verdict)));
        }

        return table;
    }

    private static string Title(IStringLocalizer<Texts> texts, AssignmentKind kind) => kind switch
    {
        AssignmentKind.Law => texts["Par la loi"],
        AssignmentKind.Transfer => texts["Par transfert"],
        AssignmentKind.Delegation => texts["Par délégation"],
    };

    private static string Result(IStringLocalizer<Texts> texts, TraceVerdict verdict) => verdict switch
    {
        TraceVerdict.Won => texts["retenue"],
        TraceVerdict.NotYet => texts["pas encore en vigueur"],
        TraceVerdict.NoLonger => texts["plus en vigueur"],
        TraceVerdict.LessSpecific => texts["moins précise"],
        TraceVerdict.Outranked => texts["titre moins fort"],
        TraceVerdict.Tied => texts["à égalité"],
        TraceVerdict.NobodyThere => texts["administration absente de la plateforme"],
    };

    private static string Why(IStringLocalizer<Texts> texts, RoutingFinding finding) => finding switch
    {
        RoutingFinding.Found => "",
        RoutingFinding.UnknownCompetence => texts["Le registre ne connaît pas cette compétence."],
        RoutingFinding.UnknownCommune => texts["Aucune administration de la plateforme ne sert cette commune."],
        RoutingFinding.Hole => texts["Personne ne détient cette compétence dans cette commune à cette date."],
        RoutingFinding.Tie => texts["Plusieurs administrations la détiennent au même titre."],
    };
}
