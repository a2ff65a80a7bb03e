using Microsoft.Extensions.DependencyInjection;
using Teleservices.Platform.Data;
using Teleservices.Platform.Files;
using Teleservices.Platform.Onboarding;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Tenancy.Onboarding;

/// <summary>
/// Takes away what was filed with an administration, or all of it: one transaction over all modules, in a scope that works for this
/// administration alone; uploads go once it is through.
/// </summary>
internal sealed class Erasing(IServiceScopeFactory scopes, IFileStore store)
{
    /// <summary>What was filed with it; it stays on board.</summary>
    public Task Empty(AdministrationInfo administration, CancellationToken ct) => Work(administration, whole: false, ct);

    /// <summary>All of it, and itself.</summary>
    public Task Erase(AdministrationInfo administration, CancellationToken ct) => Work(administration, whole: true, ct);

    private async Task Work(AdministrationInfo administration, bool whole, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Current>().ActFor(administration);
        var db = scope.ServiceProvider.GetRequiredService<TeleservicesDb>();
        var parts = scope.ServiceProvider.GetServices<ITenantPart>().OrderByDescending(part => part.Order).ToList();
        var files = new HashSet<Guid>();
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            foreach (var part in parts)
            {
                await part.Empty(administration, files, ct);
                db.ChangeTracker.Clear();
            }

            foreach (var part in whole ? parts : [])
            {
                await part.Erase(administration, ct);
                db.ChangeTracker.Clear();
            }

            await transaction.CommitAsync(ct);
        }

        foreach (var file in files)
        {
            await store.Delete(file, ct);
        }
    }
}
