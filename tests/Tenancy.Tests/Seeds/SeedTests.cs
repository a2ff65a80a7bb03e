using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Platform.Seeds;
using Teleservices.TestKit;

namespace Teleservices.Tenancy.Tests.Seeds;

public sealed class SeedTests
{
    [Fact]
    public async Task The_real_seeds_go_in_once_and_change_nothing_the_second_time()
    {
        await using var host = await ModuleHost.Start((services, configuration) => services.AddTenancy(configuration));

        var first = await host.Seed(ModuleHost.Seeds);
        var second = await host.Seed(ModuleHost.Seeds);

        Assert.All(first, summary => Assert.True(summary is { Added: > 0, Changed: 0, Unchanged: 0 }, summary.ToString()));
        Assert.All(second, summary => Assert.True(summary is { Added: 0, Changed: 0, Unchanged: > 0 }, summary.ToString()));
        Assert.Equal(first.Sum(summary => summary.Added), second.Sum(summary => summary.Unchanged));
    }

    [Fact]
    public async Task What_differs_is_brought_up_to_date_and_nothing_is_removed()
    {
        await using var host = await ModuleHost.Start((services, configuration) => services.AddTenancy(configuration));
        await host.Seed(ModuleHost.Seeds);
        using var seeds = new SeedsOnDisk();
        seeds.Replace("administrations.yaml", "name: Ville de Gien", "name: Mairie de Gien-sur-Loire");
        seeds.Replace("territories.yaml", "administration: langesse, communes: [\"45180\"], since: 1789-12-14", "administration: langesse, communes: [\"45180\"], since: 1789-12-14, until: 2030-01-01");

        var done = await host.Seed(seeds.Folder);

        Assert.Equal([1, 1], done.Select(summary => summary.Changed));
        Assert.All(done, summary => Assert.Equal(0, summary.Added));
        var name = await host.Work(null, (_, db) => db.Administrations.Where(a => a.Slug == "gien").Select(a => a.Name).SingleAsync());
        Assert.Equal("Mairie de Gien-sur-Loire", name);
    }

    [Theory]
    [InlineData("administrations.yaml", "siren: \"214501553\"", "siren: \"214501554\"", "is not a SIREN")]
    [InlineData("administrations.yaml", "cog: \"45155\"", "cog: \"455000\"", "is not the COG code of a commune")]
    [InlineData("administrations.yaml", "slug: gien\n", "slug: Gien!\n", "cannot be the first label")]
    [InlineData("administrations.yaml", "slug: gien\n", "slug: console\n", "cannot be the first label")]
    [InlineData("administrations.yaml", "primary: \"#0b5d3b\"", "primary: \"#8cc63f\"", "4.5:1 is the least")]
    [InlineData("administrations.yaml", "primary: \"#0b5d3b\"", "primary: green", "is not a colour")]
    [InlineData("administrations.yaml", "phone: \"+33261914520\"", "phone: \"02 61 91 45 20\"", "is not a telephone number")]
    [InlineData("administrations.yaml", "email: mairie@gien.example", "email: mairie", "is not an e-mail address")]
    [InlineData("administrations.yaml", "short_name: Gien\n", "shortname: Gien\n", "'shortname' is not known here")]
    [InlineData("territories.yaml", "administration: langesse", "administration: langes", "is not in administrations.yaml")]
    [InlineData("territories.yaml", "cog: \"45180\"", "cog: \"4518\"", "is not the COG code")]
    [InlineData("territories.yaml", "name: Langesse, postcodes: [\"45290\"]", "name: Langesse, postcodes: [\"4529\"]", "is not a postcode")]
    [InlineData("territories.yaml", "since: 2014-01-14", "since: 14/01/2014", "a date like 2026-01-31")]
    public async Task A_mistake_is_told_with_file_and_line(string file, string old, string by, string words)
    {
        await using var host = await ModuleHost.Start((services, configuration) => services.AddTenancy(configuration));
        using var seeds = new SeedsOnDisk();
        var line = seeds.Replace(file, old, by);

        var fault = await Assert.ThrowsAsync<SeedException>(() => host.Seed(seeds.Folder));

        Assert.Contains(fault.Errors, error => error.File == file && error.Line == line && error.Message.Contains(words, StringComparison.Ordinal));
        Assert.Equal(0, await host.Work(null, (_, db) => db.Administrations.CountAsync()));
    }

    [Fact]
    public async Task All_mistakes_are_told_at_once_and_a_name_used_twice_is_one()
    {
        await using var host = await ModuleHost.Start((services, configuration) => services.AddTenancy(configuration));
        using var seeds = new SeedsOnDisk();
        var twice = seeds.Append("administrations.yaml", """
            - slug: gien
              kind: commune
              name: Une autre
              short_name: Autre
              siren: "214502270"
              cog: "45999"
              theme: { primary: "#000000", accent: "#ffffff" }
              contact: { service: S, email: a@b.example, phone: "+33238000000", address: A, hours: H }
              dpo: a@b.example
            """);

        var errors = await host.Work(null, (services, _) => Task.FromResult(seeds.Read(services.GetServices<ISeeder>())));

        Assert.Contains(errors, error => error.Line == twice && error.Message.StartsWith("administration 'gien' is there twice; the first is in administrations.yaml:", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Line == twice && error.Message.StartsWith("SIREN '214502270' is there twice", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Line == twice && error.Message.Contains("commune 45999 is not among the communes", StringComparison.Ordinal));
    }
}
