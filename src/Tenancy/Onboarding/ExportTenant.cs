using Microsoft.Extensions.DependencyInjection;
using Teleservices.Platform.Onboarding;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Tenancy.Onboarding;

/// <summary>Writes all that an administration owns into one archive (GDPR art. 28(3)(g), 20): rows as canonical JSON lines, files, and a manifest.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="Target">Where the ZIP file is written.</param>
[Unvalidated("the slug is looked up; what is not there is refused")]
public sealed record ExportTenant(string Slug, Stream Target) : ICommand<IReadOnlyList<ArchivePart>>;

internal sealed class ExportTenantHandler(ITenantStore tenants, IServiceScopeFactory scopes, TimeProvider clock) : ICommandHandler<ExportTenant, IReadOnlyList<ArchivePart>>
{
    public async Task<Result<IReadOnlyList<ArchivePart>>> Handle(ExportTenant request, CancellationToken cancellationToken)
    {
        if (await tenants.ByIdentifier(request.Slug, cancellationToken) is not { } administration)
        {
            return new Refusal("Aucune administration ne s’appelle « {0} ».", request.Slug);
        }

        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Current>().ActFor(administration);
        await using var archive = new TenantArchive(request.Target);
        foreach (var part in scope.ServiceProvider.GetServices<ITenantPart>().OrderBy(part => part.Order))
        {
            await part.Export(administration, archive, cancellationToken);
        }

        await archive.Close(administration, clock.GetUtcNow(), cancellationToken);
        return archive.Parts.ToList();
    }
}
