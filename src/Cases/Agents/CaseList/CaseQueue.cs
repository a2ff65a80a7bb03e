using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Teleservices.Cases.Model;
using Teleservices.Contracts;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Cases.Agents;

/// <summary>A case as the queue shows it.</summary>
internal sealed record CaseRow(
    Guid Id,
    string Number,
    string ApplicantName,
    string FormTitleFr,
    string? FormTitleEn,
    CaseState State,
    bool HasNews,
    CaseOutcome? Outcome,
    SilenceRegime Regime,
    DateOnly? SilenceOn,
    DateOnly AwaitsAgentFrom,
    string? AssigneeName,
    string Team,
    DateTimeOffset FiledAt,
    DateTimeOffset? DecidedAt,
    Pile Pile,
    long Place);

/// <summary>A page of the queue and where the neighbours begin.</summary>
internal sealed record CasePageOfQueue(IReadOnlyList<CaseRow> Rows, string? Before, string? After);

/// <summary>
/// The order of work: what awaits an agent, then what awaits a resident, then what is done; within the first two the oldest
/// legal day first, within the last the latest answer first. Read along an index from a cursor on (keyset paging), so that
/// page 400 costs what page 1 costs, and a case that comes in meanwhile shifts nothing.
/// </summary>
internal sealed class CaseQueue(HomeDb db, Current current, TimeProvider clock)
{
    public const int PageSize = 25;

    private readonly DateOnly today = clock.Today();

    private enum Part
    {
        AwaitsAgent,
        AwaitsResident,
        Done,
    }

    private readonly record struct Cursor(Part Part, long Place, Guid Id)
    {
        public static Cursor Of(CaseRow row, DateOnly today) => new(
            row.Pile == Pile.Shelf ? Part.Done : row.AwaitsAgentFrom <= today ? Part.AwaitsAgent : Part.AwaitsResident, row.Place, row.Id);

        public static Cursor? Parse(string? text) =>
            text?.Split('.') is [var part, var place, var id]
            && Enum.TryParse<Part>(part, out var known) && Enum.IsDefined(known)
            && long.TryParse(place, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at)
            && Guid.TryParse(id, out var guid)
                ? new(known, at, guid)
                : null;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(int)Part}.{Place}.{Id:N}");
    }

    /// <summary>The page after a cursor, before a cursor, or the first.</summary>
    public async Task<CasePageOfQueue> Page(CaseFilters filters, string? after, string? before, IReadOnlyList<string> myTeams, CancellationToken ct)
    {
        var wanted = Filtered(filters, myTeams);
        if (Cursor.Parse(before) is { } end)
        {
            var back = await Read(wanted, filters, end, backwards: true, ct);
            var more = back.Count > PageSize;
            List<CaseRow> rows = [.. back.Take(PageSize).Reverse()];
            return rows.Count == 0
                ? await Page(filters, null, null, myTeams, ct)
                : new(rows, more ? CursorOf(rows[0]) : null, CursorOf(rows[^1]));
        }

        var start = Cursor.Parse(after);
        var read = await Read(wanted, filters, start, backwards: false, ct);
        List<CaseRow> page = [.. read.Take(PageSize)];
        return new(
            page,
            start is not null && page.Count > 0 ? CursorOf(page[0]) : null,
            read.Count > PageSize ? CursorOf(page[^1]) : null);
    }

    /// <summary>How many there are of each, up to a bound that keeps the question cheap: a hundred means "99+". One question for all.</summary>
    /// <returns>In the order of the filters.</returns>
    public async Task<IReadOnlyList<int>> CountUpTo100(IReadOnlyList<CaseFilters> views, IReadOnlyList<string> myTeams, CancellationToken ct)
    {
        var counted = await views
            .Select((filters, view) => InOrder(Filtered(filters, myTeams).Where(row => row.Pile == Pile.Desk), backwards: false).Take(100).Select(_ => view))
            .Aggregate((one, other) => one.Concat(other))
            .GroupBy(view => view)
            .Select(view => new { View = view.Key, Count = view.Count() })
            .ToDictionaryAsync(view => view.View, view => view.Count, ct);
        return [.. views.Select((_, view) => counted.GetValueOrDefault(view))];
    }

    /// <summary>What an agent would do next: first of their own cases, else first of those that nobody has in their services.</summary>
    public async Task<CaseRow?> Next(Guid butNot, IReadOnlyList<string> myTeams, CancellationToken ct)
    {
        foreach (var filters in (CaseFilters[])[new() { Assignee = CaseFilters.Me }, new() { Assignee = CaseFilters.Nobody, Team = CaseFilters.Mine }])
        {
            var next = await Rows(InOrder(
                Filtered(filters, myTeams).Where(row => row.Pile == Pile.Desk && row.AwaitsAgentFrom <= today && row.Id != butNot), backwards: false))
                .FirstOrDefaultAsync(ct);
            if (next is not null)
            {
                return next;
            }
        }

        return null;
    }

    private string CursorOf(CaseRow row) => Cursor.Of(row, today).ToString();

    private async Task<List<CaseRow>> Read(IQueryable<Case> wanted, CaseFilters filters, Cursor? from, bool backwards, CancellationToken ct)
    {
        var rows = new List<CaseRow>();
        Part[] parts = filters.WantsDone && !filters.IsLate ? [Part.AwaitsAgent, Part.AwaitsResident, Part.Done] : [Part.AwaitsAgent, Part.AwaitsResident];
        foreach (var part in backwards ? parts.Reverse() : parts)
        {
            if (from is { } cursor && (backwards ? part > cursor.Part : part < cursor.Part))
            {
                continue;
            }

            var reached = In(part, wanted);
            reached = from is { } here && here.Part == part ? Beyond(reached, here, backwards) : reached;
            rows.AddRange(await Rows(InOrder(reached, backwards)).Take(PageSize + 1 - rows.Count).ToListAsync(ct));
            if (rows.Count > PageSize)
            {
                break;
            }
        }

        return rows;
    }

    private IQueryable<Case> In(Part part, IQueryable<Case> wanted) => part switch
    {
        Part.AwaitsAgent => wanted.Where(row => row.Pile == Pile.Desk && row.AwaitsAgentFrom <= today),
        Part.AwaitsResident => wanted.Where(row => row.Pile == Pile.Desk && row.State == CaseState.AwaitingResident && row.AwaitsAgentFrom > today),
        Part.Done => wanted.Where(row => row.Pile == Pile.Shelf),
    };

    private static IQueryable<Case> Beyond(IQueryable<Case> part, Cursor cursor, bool backwards) => backwards
        ? part.Where(row => row.Place <= cursor.Place && (row.Place < cursor.Place || row.Id < cursor.Id))
        : part.Where(row => row.Place >= cursor.Place && (row.Place > cursor.Place || row.Id > cursor.Id));

    private static IOrderedQueryable<Case> InOrder(IQueryable<Case> part, bool backwards) => backwards
        ? part.OrderByDescending(row => row.Place).ThenByDescending(row => row.Id)
        : part.OrderBy(row => row.Place).ThenBy(row => row.Id);

    private IQueryable<Case> Filtered(CaseFilters filters, IReadOnlyList<string> myTeams)
    {
        var wanted = db.Cases.AsNoTracking();
        wanted = filters.OneState is { } state ? wanted.Where(row => row.State == state) : wanted;
        wanted = string.IsNullOrEmpty(filters.Form) ? wanted : wanted.Where(row => row.FormSlug == filters.Form);
        wanted = filters.Team switch
        {
            null or "" => wanted,
            CaseFilters.Mine when myTeams is [var only] => wanted.Where(row => row.Team == only),
            CaseFilters.Mine => wanted.Where(row => myTeams.Contains(row.Team)),
            var team => wanted.Where(row => row.Team == team),
        };
        wanted = filters.Assignee switch
        {
            CaseFilters.Me => wanted.Where(row => row.AssigneeId == current.RequiredResident),
            CaseFilters.Nobody => wanted.Where(row => row.AssigneeId == null),
            _ => wanted,
        };
        wanted = filters.IsLate ? wanted.Where(row => row.Pile == Pile.Desk && row.Place <= today.DayNumber) : wanted;
        // The longest word first: it leaves least to look at for the others.
        foreach (var word in filters.SearchWords.Split(' ', StringSplitOptions.RemoveEmptyEntries).OrderByDescending(word => word.Length))
        {
            wanted = wanted.Where(row => row.Search.Contains(word));
        }

        return wanted;
    }

    private IQueryable<CaseRow> Rows(IQueryable<Case> cases) => Rows(cases, db.Agents);

    private static IQueryable<CaseRow> Rows(IQueryable<Case> cases, IQueryable<Agent> agents) => cases.Select(row => new CaseRow(
        row.Id,
        row.Number,
        row.ApplicantName,
        row.FormTitleFr,
        row.FormTitleEn,
        row.State,
        row.HasNews,
        row.Outcome,
        row.SilenceRegime,
        row.SilenceOn,
        row.AwaitsAgentFrom,
        agents.Where(agent => agent.AccountId == row.AssigneeId).Select(agent => agent.Name).FirstOrDefault(),
        row.Team,
        row.FiledAt,
        row.DecidedAt,
        row.Pile,
        row.Place));
}
