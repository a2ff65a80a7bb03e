using MassTransit;
using Microsoft.EntityFrameworkCore;
using Teleservices.Cases.Model;
using Teleservices.Contracts;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Cases.Bus;

/// <summary>Keeps our copy of which team works which form; cases that are open already stay where they are.</summary>
internal sealed class FormTeamChosenConsumer(HomeDb db, Current current) : IConsumer<FormTeamChosen>
{
    public async Task Consume(ConsumeContext<FormTeamChosen> context)
    {
        var (chosen, ct) = (context.Message, context.CancellationToken);
        var known = await db.FormTeams.SingleOrDefaultAsync(row => row.FormSlug == chosen.FormSlug, ct);
        if (known is null)
        {
            db.Add(known = new FormTeam { AdministrationId = current.RequiredAdministration.Id, FormSlug = chosen.FormSlug });
        }

        known.Become(chosen);
        await db.SaveChangesAsync(ct);
    }
}
