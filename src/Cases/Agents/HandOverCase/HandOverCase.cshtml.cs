using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Teleservices.Platform.Results;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web.Components;

namespace Teleservices.Cases.Agents;

internal sealed class HandOverForm : StepForm
{
    public Guid? To { get; set; }

    /// <summary>Name of <see cref="Candidates.Another"/> administration.</summary>
    public string? Other { get; set; }

    public string? Reason { get; set; }

    /// <summary>Whom to choose from.</summary>
    [BindNever]
    public IReadOnlyList<Choice> Candidates { get; set; } = [];

    public override string? Typed => Reason;
}

internal sealed class HandOverCasePage(StepParts parts, Candidates candidates) : CaseStepPage<HandOverForm>(parts)
{
    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var answer = await base.OnGetAsync(ct);
        await Fill([], ct);
        Form.To ??= Form.Candidates is [{ Hint: not null } competent, ..] ? Guid.Parse(competent.Value) : null;
        return answer;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (refusal, named) = await Named(ct);
        var answer = await Take(
            new HandOverCase(Id, Form.To, Form.Reason, Form.Seen),
            Parts.Texts["Le dossier est transmis. Le demandeur est prévenu."],
            ct,
            async () => await NextCase(ct) is { } next ? CaseLinks.Case(next.Id) : CaseLinks.Queue,
            refusal);
        await Fill(named, ct);
        return answer;
    }

    /// <summary>The administration that was named instead of chosen; if several may be meant, they are to be chosen from.</summary>
    private async Task<(Refusal?, IReadOnlyList<Choice>)> Named(CancellationToken ct)
    {
        // The page shows what these become, not what was sent.
        ModelState.Remove(nameof(Form.To));
        ModelState.Remove(nameof(Form.Other));
        var typed = Form.Other?.Trim() ?? "";
        if (Form.To != Agents.Candidates.Another)
        {
            return (typed.Length == 0 ? null : new Refusal("Vous avez aussi écrit « {0} » : choisissez « Une autre administration », ou videz ce champ.", typed) { Field = nameof(Form.Other) }, []);
        }

        if (typed.Length == 0)
        {
            return (new Refusal("Écrivez le nom de l’autre administration.") { Field = nameof(Form.Other) }, []);
        }

        var found = await candidates.Named(typed, ct);
        if (found is [var only])
        {
            (Form.To, Form.Other) = (only.Id, null);
            return (null, [ChoiceOf(only)]);
        }

        (Form.To, Form.Other) = found.Count == 0 ? (Form.To, typed) : (null, null);
        return (Agents.Candidates.Unclear(typed, found.Count), [.. found.Select(ChoiceOf)]);
    }

    private static Choice ChoiceOf(AdministrationInfo administration) => new(administration.Id.ToString(), administration.Name);

    /// <summary>What was chosen stays on the list, whatever else is wrong.</summary>
    private async Task Fill(IReadOnlyList<Choice> named, CancellationToken ct)
    {
        if (Head is { Case: var found })
        {
            var usual = await candidates.For(found.Competence, found.CommuneCog, ct);
            Choice[] chosen = Form.To is { } to && await candidates.Known(to, ct) is { } one ? [ChoiceOf(one)] : [];
            Form.Candidates = [.. usual.Concat(named).Concat(chosen).DistinctBy(choice => choice.Value)];
        }
    }
}
