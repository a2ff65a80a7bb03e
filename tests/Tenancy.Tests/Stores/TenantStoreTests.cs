using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Teleservices.Platform.Tenancy;
using Teleservices.Tenancy.Model;
using Teleservices.Tenancy.Stores;
using Teleservices.TestKit;

namespace Teleservices.Tenancy.Tests.Stores;

public sealed class TenantStoreTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData("gien.localhost")]
    [InlineData("GIEN.LocalHost")]
    [InlineData("gien.localhost.")]
    public async Task An_administration_is_found_by_its_host_name(string host)
    {
        await using var platform = await Seeded();
        var found = await Store(platform).ByHost(host, Ct);
        Assert.Equal("214501553", found?.Siren);
        Assert.Equal("gien.localhost", Store(platform).HostOf(found!));
    }

    [Theory]
    [InlineData("gien.example.org")]
    [InlineData("a.gien.localhost")]
    [InlineData("localhost")]
    [InlineData("gien")]
    [InlineData("")]
    [InlineData("gien.localhost/..")]
    [InlineData("' or 1=1 --.localhost")]
    public async Task Any_other_host_name_is_unknown(string host)
    {
        await using var platform = await Seeded();
        Assert.Null(await Store(platform).ByHost(host, Ct));
    }

    [Fact]
    public async Task An_administration_may_have_a_host_name_of_its_own()
    {
        await using var platform = await Seeded();
        var gien = (await Store(platform).ByHost("gien.localhost", Ct))!;
        await platform.Work(null, (_, db) =>
        {
            db.HostNames.Add(new HostName { Host = "demarches.gien.fr", AdministrationId = gien.Id });
            return db.SaveChangesAsync();
        });
        Assert.Equal(gien, await Store(platform).ByHost("Demarches.Gien.fr", Ct));
    }

    [Fact]
    public async Task An_administration_that_another_process_adds_is_found_within_seconds()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(57));
        await using var platform = await ModuleHost.Start((services, configuration) => services.AddTenancy(configuration), clock: clock);
        Assert.Null(await Store(platform).ByHost("gien.localhost", Ct));

        // Another process: this store does not hear of it.
        await platform.Work(null, (_, db) =>
        {
            var gien = new Administration { Siren = "214501553" };
            gien.Describe(Info("gien", "214501553"));
            db.Administrations.Add(gien);
            return db.SaveChangesAsync();
        });

        clock.Advance(TimeSpan.FromSeconds(2.1));
        Assert.NotNull(await Store(platform).ByHost("gien.localhost", Ct));
    }

    [Fact]
    public async Task A_suspended_administration_has_no_pages_but_the_bus_still_finds_it()
    {
        await using var platform = await Seeded();
        var gien = (await Store(platform).ByHost("gien.localhost", Ct))!;
        await platform.Work(null, (_, db) => db.Administrations.Where(a => a.Slug == "gien")
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.State, AdministrationState.Suspended)));
        platform.Services.GetRequiredService<TenantStore>().Forget();

        Assert.Null(await Store(platform).ByHost("gien.localhost", Ct));
        Assert.NotNull(await Store(platform).ById(gien.Id, Ct));
    }

    [Fact]
    public async Task All_are_listed_communes_last()
    {
        await using var platform = await Seeded();
        var all = await Store(platform).All(Ct);
        Assert.Equal(13, all.Count);
        Assert.Equal(["loiret", "cc-giennoises", "boismorand"], all.Take(3).Select(one => one.Identifier));
    }

    [Fact]
    public async Task Names_that_nobody_has_do_not_fill_the_memory()
    {
        var answers = new Remembered<string, string>(new FakeTimeProvider(), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(2), atMost: 100);
        for (var i = 0; i < 1_000; i++)
        {
            await answers.Get($"{i}.localhost", (_, _) => Task.FromResult<string?>(null), Ct);
        }

        Assert.InRange(answers.Count, 1, 100);
    }

    [Fact]
    public async Task An_answer_is_remembered_for_its_time_and_asked_for_again_after_it()
    {
        var clock = new FakeTimeProvider();
        var answers = new Remembered<string, string>(clock, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(2), atMost: 100);
        var asked = 0;
        Task<string?> Ask(string key, CancellationToken ct) => Task.FromResult<string?>($"{key} {++asked}");

        Assert.Equal("a 1", await answers.Get("a", Ask, Ct));
        clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal("a 1", await answers.Get("a", Ask, Ct));
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("a 2", await answers.Get("a", Ask, Ct));
    }

    private static async Task<ModuleHost> Seeded()
    {
        var platform = await ModuleHost.Start((services, configuration) => services.AddTenancy(configuration));
        await platform.Seed(ModuleHost.Seeds);
        return platform;
    }

    private static ITenantStore Store(ModuleHost platform) => platform.Services.GetRequiredService<ITenantStore>();

    private static AdministrationInfo Info(string slug, string siren) => new(
        Guid.Empty, slug, AdministrationKind.Commune, slug, slug, siren, "45155",
        new AdministrationTheme("#0b5d3b", "#c8102e"),
        new AdministrationContact(slug, "a@b.example", "+33238000000", "1 rue A", new Wording("9 h"), "dpo@b.example"));
}
