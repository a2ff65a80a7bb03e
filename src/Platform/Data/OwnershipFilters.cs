using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Teleservices.Platform.Data;

/// <summary>
/// Puts the filters on every owned entity. They read properties of the context instance: a captured value would
/// freeze the first administration into the cached model.
/// </summary>
internal static class OwnershipFilters
{
    public static void Apply(ModelBuilder model, TeleservicesDb db)
    {
        foreach (var entity in model.Model.GetEntityTypes().Where(entity => !entity.IsOwned()).ToList())
        {
            var row = Expression.Parameter(entity.ClrType, "row");
            if (typeof(IOwnedByAdministration).IsAssignableFrom(entity.ClrType))
            {
                var mine = Equal(row, nameof(IOwnedByAdministration.AdministrationId), db, nameof(TeleservicesDb.AdministrationId));
                entity.SetQueryFilter(TeleservicesDb.AdministrationFilter, Expression.Lambda(mine, row));
            }

            if (typeof(IOwnedByResident).IsAssignableFrom(entity.ClrType))
            {
                entity.SetQueryFilter(TeleservicesDb.ResidentFilter, Expression.Lambda(ResidentOrRequest(entity, row, db), row));
            }
        }
    }

    private static BinaryExpression ResidentOrRequest(IMutableEntityType entity, ParameterExpression row, TeleservicesDb db)
    {
        var mine = Equal(row, nameof(IOwnedByResident.ResidentId), db, nameof(TeleservicesDb.ResidentId));
        return entity.FindAnnotation(OwnershipMapping.RequestKey)?.Value is string property
            ? Expression.OrElse(mine, Equal(row, property, db, nameof(TeleservicesDb.RequestId)))
            : mine;
    }

    private static BinaryExpression Equal(ParameterExpression row, string property, TeleservicesDb db, string ofContext) =>
        Expression.Equal(Expression.Property(row, property), Expression.Property(Expression.Constant(db), ofContext));
}
