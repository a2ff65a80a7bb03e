using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;
using Teleservices.Platform.Data;

namespace Teleservices.Identity.Model;

/// <summary>OpenIddict's tables: clients and short-lived codes and tokens. They hold identifiers only, no personal data.</summary>
internal sealed class LibraryTables : IModelContribution
{
    public void Contribute(ModelBuilder model)
    {
        model.UseOpenIddict<Guid>();
        Map<OpenIddictEntityFrameworkCoreApplication<Guid>>(model, "oidc_client");
        Map<OpenIddictEntityFrameworkCoreAuthorization<Guid>>(model, "oidc_authorization");
        Map<OpenIddictEntityFrameworkCoreScope<Guid>>(model, "oidc_scope");
        Map<OpenIddictEntityFrameworkCoreToken<Guid>>(model, "oidc_token");
    }

    private static void Map<T>(ModelBuilder model, string table)
        where T : class => model.Entity<T>().ToTable(table, "identity").Metadata.MarkShared();
}
