using MassTransit;
using Microsoft.EntityFrameworkCore;
using Teleservices.Cases.Model;
using Teleservices.Contracts;
using Teleservices.Platform.Data;

namespace Teleservices.Cases.Bus;

/// <summary>Keeps our copy of who works here, and as what they sign.</summary>
internal sealed class RoleGrantedConsumer(HomeDb db) : IConsumer<RoleGranted>
{
    public async Task Consume(ConsumeContext<RoleGranted> context)
    {
        var (granted, ct) = (context.Message, context.CancellationToken);
        if (await db.Agents.SingleOrDefaultAsync(agent => agent.AccountId == granted.AccountId, ct) is { } known)
        {
            known.Become(granted);
        }
        else
        {
            db.Add(Agent.From(granted));
        }

        await db.SaveChangesAsync(ct);
    }
}
