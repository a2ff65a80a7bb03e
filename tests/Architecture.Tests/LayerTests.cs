using Microsoft.Extensions.Hosting;
using Teleservices.Platform.Operations;

namespace Teleservices.Architecture.Tests;

public sealed class LayerTests
{
    [Fact]
    public void References_go_down_and_never_sideways()
    {
        var sideways = from project in House.References
                       from reference in project.Value
                       where House.Level(reference) >= House.Level(project.Key) || (House.Level(project.Key) == 2 && House.Level(reference) == 2)
                       select $"{project.Key} -> {reference}";
        Assert.Empty(sideways);
    }

    [Fact]
    public void There_are_three_levels_of_nine_projects()
    {
        Assert.Equal(9, House.References.Count);
        Assert.Equal(2, House.References.Keys.Max(House.Level));
        Assert.All(House.Modules, module => Assert.All(House.References[module], reference => Assert.Equal(0, House.Level(reference))));
    }

    [Fact]
    public void Only_records_and_enums_live_in_Contracts()
    {
        var others = House.TypesOf("Contracts").Where(type => !type.IsEnum && type.GetMethod("<Clone>$") is null);
        Assert.Empty(others.Select(type => type.Name));
    }

    [Fact]
    public void What_a_module_does_is_internal_and_sealed()
    {
        // Public are the door, queries and commands with what they answer, and nothing else.
        var open = from module in House.Modules
                   from type in House.TypesOf(module)
                   where type.IsPublic
                   where type.Name != $"{module}Module" && !Public.IsQueryOrAnswer(type)
                   select $"{module}: {type.FullName}";
        Assert.Empty(open);

        var unsealed = from module in House.Modules
                       from type in House.TypesOf(module)
                       where type is { IsClass: true, IsSealed: false, IsAbstract: false }
                       select $"{module}: {type.FullName}";
        Assert.Empty(unsealed);
    }

    [Fact]
    public void What_runs_in_the_background_outlives_a_store_that_is_away()
    {
        // What a BackgroundService lets out stops the process. These two keep everything in by other means.
        string[] otherwise = ["OutboxDispatcher", "Welcome"];
        var unsafeOnes = from project in House.References.Keys
                         from type in House.TypesOf(project)
                         where type.IsSubclassOf(typeof(BackgroundService)) && !type.IsSubclassOf(typeof(RecurringWork)) && type != typeof(RecurringWork)
                         where !otherwise.Contains(type.Name)
                         select $"{project}: {type.FullName}";
        Assert.Empty(unsafeOnes);
    }

    [Fact]
    public void Files_are_one_whole_thought_of_at_most_300_lines()
    {
        var tooLong = from file in House.Sources("src", "*.cs", "*.cshtml").Concat(House.Sources("tests", "*.cs"))
                      let lines = File.ReadLines(file).Count()
                      where lines > 300
                      select $"{House.Short(file)}: {lines}";
        Assert.Empty(tooLong);
    }

    [Fact]
    public void The_root_holds_only_what_was_agreed()
    {
        string[] agreed =
        [
            "src", "tests", "infra", "seeds", "Teleservices.sln", "Directory.Build.props", "README.md",
            "LICENSE", "CHANGELOG.md", "SECURITY.md", "publiccode.yml", "global.json",
        ];
        var others = Directory.EnumerateFileSystemEntries(House.Root).Select(Path.GetFileName)
            .Where(name => !name!.StartsWith('.') && !agreed.Contains(name) && name != "data");
        Assert.Empty(others);
    }
}
