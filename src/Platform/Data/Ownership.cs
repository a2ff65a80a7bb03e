using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Teleservices.Platform.Data;

/// <summary>A row of one administration: nobody else sees it. Stamped on insert from <see cref="Tenancy.Current"/>.</summary>
public interface IOwnedByAdministration
{
    /// <summary>The administration that owns the row.</summary>
    Guid AdministrationId { get; }
}

/// <summary>
/// A row of one resident, on whatever host they are. A message on the bus sees the rows of the one request it
/// speaks of, if the mapping says with <see cref="OwnershipMapping.FollowsRequest{T}"/> which property names it.
/// </summary>
public interface IOwnedByResident
{
    /// <summary>The resident's account.</summary>
    Guid ResidentId { get; }
}

/// <summary>A row for everybody: registers, catalogues, plumbing. Never the personal data of a request or case.</summary>
public interface IShared;

/// <summary>What a mapping says of ownership beyond the entity's interface.</summary>
public static class OwnershipMapping
{
    internal const string RequestKey = "Teleservices:RequestKey";
    internal const string Shared = "Teleservices:Shared";

    /// <summary>Names the property that holds the request's identifier, so that bus consumers about that request see the row.</summary>
    public static EntityTypeBuilder<T> FollowsRequest<T>(this EntityTypeBuilder<T> builder, string property)
        where T : class, IOwnedByResident
    {
        builder.HasAnnotation(RequestKey, property);
        return builder;
    }

    /// <summary>Marks an entity of a library, which cannot implement <see cref="IShared"/>, as a row for everybody.</summary>
    public static void MarkShared(this IMutableEntityType entity) => entity.SetAnnotation(Shared, true);

    /// <summary>Whether the entity is a row for everybody.</summary>
    public static bool IsShared(this IReadOnlyEntityType entity) =>
        typeof(IShared).IsAssignableFrom(entity.ClrType) || entity.FindAnnotation(Shared) is not null;
}
