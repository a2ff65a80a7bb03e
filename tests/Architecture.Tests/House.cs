using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Teleservices.Architecture.Tests;

/// <summary>The house as it stands on disk; no list is typed here.</summary>
internal static class House
{
    public static string Root { get; } = FindRoot();

    public static string Src { get; } = Path.Combine(Root, "src");

    /// <summary>Projects under src with the projects that they reference.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> References { get; } = Directory
        .EnumerateFiles(Src, "*.csproj", SearchOption.AllDirectories)
        .ToDictionary(
            file => Path.GetFileNameWithoutExtension(file),
            file => (IReadOnlyList<string>)[.. XDocument.Load(file).Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))]);

    /// <summary>0 = foundation (references nobody), 1 = modules, 2 = entry.</summary>
    public static int Level(string project) => References[project].Count == 0 ? 0 : 1 + References[project].Max(Level);

    public static IReadOnlyList<string> Modules { get; } = [.. References.Keys.Where(project => Level(project) == 1)];

    public static Assembly AssemblyOf(string project) => Assembly.Load($"Teleservices.{project}");

    public static IReadOnlyList<Assembly> Assemblies { get; } = [.. References.Keys.Select(AssemblyOf)];

    /// <summary>Types that we wrote: no compiler's, no Razor's, no migrations.</summary>
    public static IEnumerable<Type> TypesOf(string project) => AssemblyOf(project).GetTypes().Where(type =>
        !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        && type.Namespace is { } space && space.StartsWith("Teleservices", StringComparison.Ordinal)
        && !space.Contains(".Migrations", StringComparison.Ordinal)
        && !type.Name.Contains('<', StringComparison.Ordinal));

    /// <summary>Source files below src, without build output and generated code.</summary>
    public static IEnumerable<string> Sources(string below, params string[] patterns) => patterns
        .SelectMany(pattern => Directory.EnumerateFiles(Path.Combine(Root, below), pattern, SearchOption.AllDirectories))
        .Where(file => !Below(file, "obj") && !Below(file, "bin") && !Below(file, "node_modules") && !Below(file, "Migrations"));

    public static string Short(string file) => Path.GetRelativePath(Root, file);

    private static bool Below(string file, string folder) =>
        file.Contains($"{Path.DirectorySeparatorChar}{folder}{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Teleservices.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Not inside the repository.");
        }

        return folder;
    }
}
