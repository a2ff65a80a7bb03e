using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;
using Teleservices.Platform.Onboarding;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Platform.Bus;

/// <summary>Messages for an administration that is no more, open or parked, go with it.</summary>
internal sealed class MessagesPart(TeleservicesDb db) : ITenantPart
{
    public int Order => 50;

    public async Task Erase(AdministrationInfo administration, CancellationToken ct)
    {
        await foreach (var one in db.Everywhere())
        {
            await one.Set<OutboxMessage>().Where(message => message.AdministrationId == administration.Id).ExecuteDeleteAsync(ct);
        }
    }
}
