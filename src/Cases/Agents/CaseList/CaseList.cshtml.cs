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

    /// <summary>Names of the agents on this page of the queue.</summary>
    public IReadOnlyDictionary<Guid, string> Agents { get; private set; } = new Dictionary<Guid, string>();

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
        var assignees = Queue.Rows.Select(row => row.AssigneeId).OfType<Guid>().Distinct().ToList();
        Agents = await db.Agents.Where(agent => assignees.Contains(agent.AccountId)).ToDictionaryAsync(agent => agent.AccountId, agent => agent.Name, ct);
        var teams = await db.Teams.AsNoTracking().OrderBy(team => team.NameFr).ToListAsync(ct);
        Teams = [.. teams.Select(team => new Choice(team.Code, new Wording(team.NameFr, team.NameEn).ToString()))];
        var forms = await db.KnownForms.AsNoTracking().OrderBy(form => form.TitleFr).ToListAsync(ct);
        Forms = [.. forms.Select(form => new Choice(form.Slug, new Wording(form.TitleFr, form.TitleEn).ToString()))];
        Views = await Counted(mine, ct);
        Chips = [.. InForce()];
    }

    public string TeamName(string code) => Teams.FirstOrDefault(team => team.Value == code)?.Label ?? code;

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
        var views = new List<QueueView>();
        foreach (var (label, filters) in all)
        {
            views.Add(new(label, AddressOf(filters), await queue.CountUpTo100(filters, mine, ct), filters.ToQuery() == Filters.ToQuery()));
        }

        return views;
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
