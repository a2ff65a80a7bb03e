using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web.Components;

namespace Teleservices.Cases.Agents;

/// <summary>A view that one click opens, with how many there are ("99+" from a hundred on).</summary>
internal sealed record QueueView(string Label, string Address, int Count, bool IsCurrent)
{
    public string Number => Count < 100 ? $"{Count}" : "99+";
}

/// <summary>A filter in force, and the address without it.</summary>
internal sealed record QueueFilter(string Label, string Without);

/// <summary>The queue: what awaits an agent, oldest legal day first.</summary>
internal sealed class CaseListPage(
    HomeDb db, CaseQueue queue, Desk desk, CaseWords words, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public CaseFilters Filters { get; set; } = new();

    public CasePageOfQueue Queue { get; private set; } = null!;

    public IReadOnlyList<QueueView> Views { get; private set; } = [];

    public IReadOnlyList<QueueFilter> Chips { get; private set; } = [];

    public IReadOnlyList<Choice> Forms { get; private set; } = [];

    public IReadOnlyList<Choice> Teams { get; private set; } = [];

    public string? Previous => Queue.Before is { } before ? AddressOf(Filters, ("avant", before)) : null;

    public string? Next => Queue.After is { } after ? AddressOf(Filters, ("apres", after)) : null;

    /// <summary>Whether this account is known here as an agent; for a moment after the role was granted it is not.</summary>
    public bool IsKnown { get; private set; }

    public async Task OnGetAsync(
        [FromQuery(Name = "apres")] string? after, [FromQuery(Name = "avant")] string? before, CancellationToken ct)
    {
        IsKnown = await desk.Sit(ct);
        IReadOnlyList<string> mine = IsKnown ? desk.Me.Teams : [];
        Queue = await queue.Page(Filters, after, before, mine, ct);
        await Offer(ct);
        Views = await Counted(mine, ct);
        Chips = [.. InForce()];
    }

    public string TeamName(string code) => Teams.FirstOrDefault(team => team.Value == code)?.Label ?? code;

    /// <summary>What the filters offer: services and forms of this administration, in one question.</summary>
    private async Task Offer(CancellationToken ct)
    {
        var offered = await db.Teams.Select(team => new { IsTeam = true, Value = team.Code, Fr = team.NameFr, En = team.NameEn })
            .Concat(db.KnownForms.Select(form => new { IsTeam = false, Value = form.Slug, Fr = form.TitleFr, En = form.TitleEn }))
            .OrderBy(choice => choice.Fr).ToListAsync(ct);
        var choices = offered.ToLookup(one => one.IsTeam, one => new Choice(one.Value, new Wording(one.Fr, one.En).ToString()));
        (Teams, Forms) = ([.. choices[true]], [.. choices[false]]);
    }

    private async Task<IReadOnlyList<QueueView>> Counted(IReadOnlyList<string> mine, CancellationToken ct)
    {
        (string Label, CaseFilters Filters)[] all =
        [
            (texts["À traiter"], new()),
            (texts["Les miens"], new() { Assignee = CaseFilters.Me }),
            (texts["Sans agent"], new() { Assignee = CaseFilters.Nobody }),
            .. mine.Count > 0 && Teams.Count > 1 ? [(texts["Mes services"].Value, new CaseFilters { Team = CaseFilters.Mine })] : Array.Empty<(string, CaseFilters)>(),
            (texts["Délai dépassé"], new() { Late = "oui" }),
        ];
        var counts = await queue.CountUpTo100([.. all.Select(view => view.Filters)], mine, ct);
        var query = Filters.ToQuery();
        return [.. all.Zip(counts, (view, count) => new QueueView(view.Label, AddressOf(view.Filters), count, view.Filters.ToQuery() == query))];
    }

    private IEnumerable<QueueFilter> InForce()
    {
        if (Filters.OneState is { } state)
        {
            yield return new(words.State(state), AddressOf(Filters with { State = null }));
        }
        else if (Filters.State == CaseFilters.Everything)
        {
            yield return new(texts["Tous les états"], AddressOf(Filters with { State = null }));
        }

        if (!string.IsNullOrEmpty(Filters.Form))
        {
            yield return new(Forms.FirstOrDefault(form => form.Value == Filters.Form)?.Label ?? Filters.Form, AddressOf(Filters with { Form = null }));
        }

        if (!string.IsNullOrEmpty(Filters.Team))
        {
            yield return new(Filters.Team == CaseFilters.Mine ? texts["Mes services"] : TeamName(Filters.Team), AddressOf(Filters with { Team = null }));
        }

        if (Filters.Assignee is CaseFilters.Me or CaseFilters.Nobody)
        {
            yield return new(Filters.Assignee == CaseFilters.Me ? texts["Les miens"] : texts["Sans agent"], AddressOf(Filters with { Assignee = null }));
        }

        if (Filters.IsLate)
        {
            yield return new(texts["Délai dépassé"], AddressOf(Filters with { Late = null }));
        }

        if (!string.IsNullOrWhiteSpace(Filters.Search))
        {
            yield return new($"« {Filters.Search.Trim()} »", AddressOf(Filters with { Search = null }));
        }
    }

    private static string AddressOf(CaseFilters filters, params (string Name, string? Value)[] more) => CaseLinks.Queue + filters.ToQuery(more);
}
