using Microsoft.EntityFrameworkCore;
using Teleservices.Cases.Model;
using Teleservices.Contracts;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Cases.Agents;

/// <summary>What every step of an agent begins with: who I am here, the case before me, and how I sign.</summary>
internal sealed class Desk(HomeDb db, Current current)
{
    private Agent? me;

    /// <summary>The agent who is signed in.</summary>
    /// <exception cref="InvalidOperationException">Not an agent of this administration: <see cref="StepBehavior{TRequest,TResponse}"/> refuses before.</exception>
    public Agent Me => me ?? throw new InvalidOperationException("Nobody sits at this desk.");

    /// <summary>Whether the person who is signed in works for this administration, as far as this module knows today.</summary>
    public async Task<bool> Sit(CancellationToken ct)
    {
        me ??= await db.Agents.AsNoTracking()
            .SingleOrDefaultAsync(agent => agent.AccountId == current.RequiredResident && agent.LeftAt == null, ct);
        return me is not null;
    }

    /// <summary>The case, to be changed; with its wishes, which the clock counts.</summary>
    public Task<Case> Case(Guid id, CancellationToken ct) =>
        db.Cases.Include(row => row.Wishes).SingleAsync(row => row.Id == id, ct);

    /// <summary>First name, surname, title, service and administration of whoever answers (CRPA L111-2).</summary>
    public async Task<Signatory> Sign(Agent agent, Case about, CancellationToken ct)
    {
        var administration = current.RequiredAdministration;
        var code = agent.Teams.Contains(about.Team) ? about.Team : agent.Teams.FirstOrDefault();
        var service = await db.Teams.Where(team => team.Code == code).Select(team => team.NameFr).SingleOrDefaultAsync(ct);
        return new Signatory(agent.Name, agent.Title, service ?? administration.Contact.Service, administration.Name);
    }

    /// <summary>How I sign.</summary>
    public Task<Signatory> Sign(Case about, CancellationToken ct) => Sign(Me, about, ct);
}
