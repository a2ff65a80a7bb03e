using Microsoft.EntityFrameworkCore;
using Teleservices.Cases.Model;
using Teleservices.Contracts;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Cases.Agents;

/// <summary>A case as every page about it begins.</summary>
/// <param name="Case">The case with its wishes, not to be changed.</param>
/// <param name="Assignee">Name of the agent who looks after it.</param>
/// <param name="IsMine">I look after it.</param>
/// <param name="Service">Name of the service.</param>
/// <param name="Clock">What the legal clock says today.</param>
internal sealed record CaseHead(Case Case, string? Assignee, bool IsMine, Wording Service, ClockReading Clock)
{
    public Wording Form => new(Case.FormTitleFr, Case.FormTitleEn);

    /// <summary>A colleague looks after it.</summary>
    public bool IsOfColleague => Assignee is not null && !IsMine;

    /// <summary>Silence has become an acceptance: a refusal would now be a withdrawal (CRPA L242-1).</summary>
    public bool IsAcceptedBySilence => Clock.State == ClockState.Elapsed && Case.SilenceRegime == SilenceRegime.Acceptance && !Case.IsAnswered;
}

/// <summary>Finds a case of this administration; of another one it finds nothing, whoever asks.</summary>
internal sealed class CaseReader(HomeDb db, Current current, TimeProvider clock)
{
    public async Task<CaseHead?> Head(Guid id, CancellationToken ct)
    {
        var found = await db.Cases.AsNoTracking().Include(row => row.Wishes).SingleOrDefaultAsync(row => row.Id == id, ct);
        if (found is null)
        {
            return null;
        }

        var assignee = found.AssigneeId is { } account
            ? await db.Agents.Where(agent => agent.AccountId == account).Select(agent => agent.Name).SingleOrDefaultAsync(ct)
            : null;
        var service = await db.Teams.Where(team => team.Code == found.Team)
            .Select(team => new { team.NameFr, team.NameEn }).SingleOrDefaultAsync(ct);
        return new CaseHead(
            found,
            assignee,
            found.AssigneeId == current.RequiredResident,
            new Wording(service?.NameFr ?? found.Team, service?.NameEn),
            found.Clock.On(clock.Today(), [.. found.Wishes.Select(wish => wish.ForClock())]));
    }

    /// <summary>Lines of the audit trail after the one with this number.</summary>
    public Task<List<CaseEvent>> EventsSince(Guid id, int seen, CancellationToken ct) =>
        db.CaseEvents.AsNoTracking().Where(line => line.CaseId == id && line.Sequence > seen).OrderBy(line => line.Sequence).ToListAsync(ct);
}
