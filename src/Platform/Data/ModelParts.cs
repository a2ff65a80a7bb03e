using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Teleservices.Platform.Data;

/// <summary>A module that maps entities of a library (accounts, OpenID Connect) does it here.</summary>
public interface IModelContribution
{
    /// <summary>Adds the library's entities to the model and says who owns them.</summary>
    void Contribute(ModelBuilder model);
}

/// <summary>Marks the one module whose work spans administrations: its code may write rows of any of them.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class SeesAllAdministrationsAttribute : Attribute;

/// <summary>Marks a module whose rows go along when an administration moves into a database of its own: they are read and written through <see cref="HomeDb"/> alone.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class MovesWithAdministrationAttribute : Attribute;

/// <summary>An assembly whose <c>IEntityTypeConfiguration</c> classes are part of the one model.</summary>
internal sealed record ModelPart(Assembly Assembly);

/// <summary>All that the one model is made of.</summary>
internal sealed class ModelParts(IEnumerable<ModelPart> parts, IEnumerable<IModelContribution> contributions)
{
    private static readonly ConcurrentDictionary<Assembly, bool> Marked = [];
    private static readonly ConcurrentDictionary<Assembly, bool> Moving = [];

    public IReadOnlyList<Assembly> Assemblies { get; } = [.. parts.Select(part => part.Assembly).Distinct()];

    public IReadOnlyList<IModelContribution> Contributions { get; } = [.. contributions];

    /// <summary>Tells one composition of modules from another.</summary>
    public string Key { get; } = string.Join(
        ' ', parts.Select(part => part.Assembly.FullName).Concat(contributions.Select(contribution => contribution.GetType().FullName)).Distinct().Order());

    public static bool Moves(Assembly assembly) => Moving.GetOrAdd(assembly, one => one.IsDefined(typeof(MovesWithAdministrationAttribute)));

    public static bool SeesAll(Assembly assembly) => Marked.GetOrAdd(assembly, one => one.IsDefined(typeof(SeesAllAdministrationsAttribute)));
}

/// <summary>Two hosts in one process (tests) may be made of different modules: each has its own model.</summary>
internal sealed class ModelKey : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), designTime, (context as TeleservicesDb)?.ModelKey);
}
