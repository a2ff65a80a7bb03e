using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Contracts;
using Teleservices.Platform.Bus;
using Teleservices.TestKit;

namespace Teleservices.Dispatch.Tests;

/// <summary>One server for all tests that look at pages.</summary>
[CollectionDefinition(nameof(Running))]
public sealed class Running : ICollectionFixture<RunningPlatform>;

internal static class OnTheServer
{
    public const string ItStaff = "informatique@console.example";

    /// <summary>Files a request as Forms would tell of it; the real Cases opens the case.</summary>
    public static Task<int> File(this RunningPlatform platform, RequestFiled filed) => platform.Inside("gien", (services, db) =>
    {
        services.GetRequiredService<Outbox>().Publish(filed);
        return db.SaveChangesAsync();
    });

    /// <summary>The request is a case in its holder's queue.</summary>
    public static Task<int> Delivered(this RunningPlatform platform, RequestFiled filed) => RunningPlatform.Eventually(
        () => platform.Inside(null, (_, db) => db.WholeLedger.CountAsync(entry => entry.RequestId == filed.RequestId && entry.DeliveredAt != null)), count => count == 1);
}
