namespace Teleservices.Platform.Tenancy;

/// <summary>Where administrations and their host names are found; Tenancy fills it (<c>IMultiTenantStore</c> in the usual vocabulary).</summary>
public interface ITenantStore
{
    /// <summary>The administration behind a host name (no port, any case), or nothing if the host is unknown.</summary>
    ValueTask<AdministrationInfo?> ByHost(string host, CancellationToken ct);

    /// <summary>The administration with this internal identifier, or nothing.</summary>
    ValueTask<AdministrationInfo?> ById(Guid id, CancellationToken ct);

    /// <summary>The administration with this identifier (slug), or nothing.</summary>
    ValueTask<AdministrationInfo?> ByIdentifier(string identifier, CancellationToken ct);

    /// <summary>Every administration, communes last, by name.</summary>
    ValueTask<IReadOnlyList<AdministrationInfo>> All(CancellationToken ct);

    /// <summary>The canonical host name of an administration, without port.</summary>
    string HostOf(AdministrationInfo administration);
}
