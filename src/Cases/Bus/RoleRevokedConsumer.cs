using MassTransit;
using Microsoft.EntityFrameworkCore;
using Teleservices.Cases.Model;
using Teleservices.Contracts;
using Teleservices.Platform.Data;

namespace Teleservices.Cases.Bus;

/// <summary>Somebody left: what they looked after goes back to the queue, so that no case waits for a person who is gone.</summary>
internal sealed class RoleRevokedConsumer(HomeDb db, TimeProvider clock) : IConsumer<RoleRevoked>
{
    public async Task Consume(ConsumeContext<RoleRevoked> context)
    {
        var (revoked, ct) = (context.Message, context.CancellationToken);
        if (await db.Agents.SingleOrDefaultAsync(agent => agent.AccountId == revoked.AccountId, ct) is not { } agent)
        {
            return;
        }

        var now = clock.GetUtcNow();
        agent.Leave(now);
        var theirs = await db.Cases.Include(row => row.Wishes)
            .Where(row => row.AssigneeId == agent.AccountId && row.Pile == Pile.Desk).ToListAsync(ct);
        foreach (var orphan in theirs)
        {
            orphan.LoseAssignee(agent.Name, now);
        }

        await db.SaveChangesAsync(ct);
    }
}
