using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Seeds;
using Teleservices.Tenancy;
using Teleservices.TestKit;

namespace Teleservices.Dispatch.Tests.Seeds;

public sealed class SeedTests
{
    [Fact]
    public async Task A_second_time_changes_nothing()
    {
        await using var platform = await Start();
        await platform.Seed(ModuleHost.Seeds);
        var second = await platform.Seed(ModuleHost.Seeds);
        Assert.All(second, summary => Assert.True(summary is { Added: 0, Changed: 0, Unchanged: > 0 }, summary.ToString()));
    }

    [Fact]
    public async Task An_assignment_may_end_and_another_begin()
    {
        await using var platform = await Start();
        await platform.Seed(ModuleHost.Seeds);
        using var seeds = new SeedsOnDisk();
        seeds.Replace("assignments.yaml", "etat-civil, holder: each-commune, kind: law, since: 1792-09-20", "etat-civil, holder: each-commune, kind: law, since: 1792-09-20, until: 2030-01-01");
        seeds.Append("assignments.yaml", "- { competence: etat-civil, holder: cc-giennoises, kind: transfer, since: 2030-01-01, communes: [\"45227\", \"45155\"], legal_act: Un arrêté }");

        var done = await platform.Seed(seeds.Folder);

        Assert.Equal((1, 1), (done[^1].Added, done[^1].Changed));
        Assert.Equal("until 2030-01-01", await platform.Work(null, async (_, db) =>
            $"until {await db.CompetenceAssignments.Where(row => row.Competence == "etat-civil" && row.HolderId == null).Select(row => row.Until).SingleAsync():yyyy-MM-dd}"));
    }

    [Theory]
    [InlineData("assignments.yaml", "competence: etat-civil", "competence: etat-civile", "is not in competences.yaml")]
    [InlineData("assignments.yaml", "autonomie, holder: each-departement", "autonomie, holder: loire", "is neither an administration")]
    [InlineData("assignments.yaml", "autonomie, holder: each-departement, kind: law", "autonomie, holder: each-departement, kind: loi", "one of law, transfer, delegation")]
    [InlineData("assignments.yaml", "autonomie, holder: each-departement, kind: law, since: 2002-01-01", "autonomie, holder: each-departement, kind: law, since: 2002-01-01, until: 2002-01-01", "comes after 'since'")]
    [InlineData("assignments.yaml", "autonomie, holder: each-departement", "autonomie, communes: [\"45500\"], holder: each-departement", "is not in territories.yaml")]
    [InlineData("competences.yaml", "code: autonomie", "code: Autonomie", "is not a code")]
    public async Task A_mistake_is_told_with_file_and_line(string file, string old, string by, string words)
    {
        await using var platform = await Start();
        using var seeds = new SeedsOnDisk();
        var line = seeds.Replace(file, old, by);

        var fault = await Assert.ThrowsAsync<SeedException>(() => platform.Seed(seeds.Folder));

        Assert.Contains(fault.Errors, error => error.File == file && error.Line == line && error.Message.Contains(words, StringComparison.Ordinal));
    }

    private static Task<ModuleHost> Start() =>
        ModuleHost.Start((services, configuration) => services.AddTenancy(configuration).AddDispatch(configuration));
}
