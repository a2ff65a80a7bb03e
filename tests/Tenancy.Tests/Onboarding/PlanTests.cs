using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Platform.Tenancy;
using Teleservices.Tenancy.Onboarding;
using Teleservices.Tenancy.Territories;
using Teleservices.Tenancy.Tests.Territories;
using Teleservices.TestKit;

namespace Teleservices.Tenancy.Tests.Onboarding;

public sealed class PlanTests
{
    private static readonly TenantWish[] Orleans = [new("45234"), new("244500468"), new("D45")];

    [Fact]
    public async Task A_plan_tells_exactly_what_applying_it_does_and_a_second_time_changes_nothing()
    {
        await using var platform = await Imported();
        var plan = await Send(platform, new PlanTenants(Orleans));
        Assert.Empty(plan.Problems);
        Assert.Equal(["loiret", "orleans-metropole", "commune-45234"], plan.Administrations.Select(one => one.Administration.Identifier));
        Assert.Equal([false, true, true], plan.Administrations.Select(one => one.IsNew));

        foreach (var one in plan.Administrations)
        {
            var done = (await Send(platform, new ApplyTenant(one.Wish))).Value;
            Assert.Equal(one.Changes, done.Changes);
        }

        Assert.Equal(0, (await Send(platform, new PlanTenants(Orleans))).Changes);
        var store = platform.Services.GetRequiredService<ITenantStore>();
        var commune = (await store.ByHost("commune-45234.localhost", default))!;
        Assert.Equal(AdministrationState.Sandbox, commune.State);
        Assert.Contains("45234", platform.Services.GetRequiredService<ITerritory>().ServedBy(commune.Id, new DateOnly(2026, 6, 1)));

        // The next edition finds everything as it is.
        var edition = await Send(platform, new ImportTerritory(Editions.First, [], DryRun: true));
        Assert.Empty(edition.Value.Counts);
    }

    [Fact]
    public async Task What_is_wished_is_taken_over_and_what_is_not_said_stays()
    {
        await using var platform = await Imported();
        var before = (await platform.Services.GetRequiredService<ITenantStore>().ByIdentifier("gien", default))!;
        var wish = new TenantWish("45155") { Phone = "+33238295300", Hosts = ["Demarches.Gien.FR"] };
        var done = (await Send(platform, new ApplyTenant(wish))).Value;
        Assert.Equal(["contact.phone", "host"], done.Changes.Select(change => change.What));

        var store = platform.Services.GetRequiredService<ITenantStore>();
        Assert.Equal(before with { Contact = before.Contact with { Phone = "+33238295300" } }, await store.ByHost("demarches.gien.fr", default));
        Assert.Empty((await Send(platform, new ApplyTenant(wish))).Value.Changes);
    }

    [Theory]
    [InlineData("99999", null, null, null)]
    [InlineData("45234", "gien", null, null)]
    [InlineData("45234", "console", null, null)]
    [InlineData("45234", "Majuscule", null, null)]
    [InlineData("45234", null, "pas une adresse", null)]
    [InlineData("45234", null, null, "gien.localhost")]
    public async Task What_cannot_be_is_said_and_nothing_is_written(string code, string? slug, string? email, string? host)
    {
        await using var platform = await Imported();
        var wish = new TenantWish(code) { Slug = slug, Email = email, Hosts = host is null ? [] : [host] };
        Assert.NotEmpty((await Send(platform, new PlanTenants([wish]))).Problems);
        Assert.NotNull((await Send(platform, new ApplyTenant(wish))).Refusal);
        Assert.Equal(13, (await platform.Services.GetRequiredService<ITenantStore>().All(default)).Count);
    }

    [Fact]
    public async Task Two_communes_of_one_name_have_different_addresses()
    {
        var edition = Editions.First with { Communes = [.. Editions.First.Communes.Select(commune => commune.Cog == "45234" ? commune with { Name = "Gien" } : commune)] };
        await using var platform = await Imported(edition);
        var plan = await Send(platform, new PlanTenants([new("45234")]));
        Assert.Equal("gien-45234", plan.Administrations[0].Administration.Identifier);
    }

    [Fact]
    public async Task An_administration_moves_from_state_to_state_and_not_live_before_it_is_ready()
    {
        await using var platform = await Imported();
        await Send(platform, new ApplyTenant(new TenantWish("45234") { Slug = "orleans" }));
        var refused = (await Send(platform, new MoveTenant("orleans", AdministrationState.Live, "Ada Lovelace", "Essai"))).Refusal!;
        Assert.Equal(["contact", "host"], refused.All().Select(one => one.Field));
        Assert.NotNull((await Send(platform, new MoveTenant("orleans", AdministrationState.Suspended, "Ada Lovelace", "Essai"))).Refusal);

        Assert.Null((await Send(platform, new MoveTenant("gien", AdministrationState.Suspended, "Ada Lovelace", "Essai"))).Refusal);
        var store = platform.Services.GetRequiredService<ITenantStore>();
        Assert.Null(await store.ByHost("gien.localhost", default));
        Assert.Null((await Send(platform, new MoveTenant("gien", AdministrationState.Live, "Ada Lovelace", "Essai"))).Refusal);
        Assert.NotNull(await store.ByHost("gien.localhost", default));
    }

    [Fact]
    public async Task Who_moved_an_administration_on_when_and_why_is_kept_exported_and_erased_with_it()
    {
        await using var platform = await Imported();
        var store = platform.Services.GetRequiredService<ITenantStore>();
        var (gien, nevoy) = ((await store.ByIdentifier("gien", default))!, (await store.ByIdentifier("nevoy", default))!);
        Assert.Equal("Reason", (await Send(platform, new MoveTenant("gien", AdministrationState.Suspended, "Ada Lovelace", " "))).Refusal!.Field);
        Assert.Empty(await Send(platform, new TenantHistory(gien.Id)));

        await Send(platform, new MoveTenant("gien", AdministrationState.Suspended, "Ada Lovelace", " Travaux "));
        await Send(platform, new MoveTenant("gien", AdministrationState.Suspended, "Ada Lovelace", "Deux fois"));
        await Send(platform, new MoveTenant("gien", AdministrationState.Leaving, "Grace Hopper", "Fin du contrat"));
        var history = await Send(platform, new TenantHistory(gien.Id));
        Assert.Equal(
            [(AdministrationState.Suspended, AdministrationState.Leaving, "Grace Hopper", "Fin du contrat"), (AdministrationState.Live, AdministrationState.Suspended, "Ada Lovelace", "Travaux")],
            history.Select(move => (move.From, move.To, move.By, move.Reason)));
        Assert.Empty(await Send(platform, new TenantHistory(nevoy.Id)));

        using var target = new MemoryStream();
        Assert.Equal(2, (await Send(platform, new ExportTenant("gien", target))).Value.Single(part => part.Name == "states.jsonl").Rows);
        using var other = new MemoryStream();
        Assert.Equal(0, (await Send(platform, new ExportTenant("nevoy", other))).Value.Single(part => part.Name == "states.jsonl").Rows);

        Assert.Null((await Send(platform, new EraseTenant("gien", gien.Siren))).Refusal);
        Assert.Empty(await Send(platform, new TenantHistory(gien.Id)));
    }

    [Fact]
    public async Task Erasing_wants_the_siren_and_an_announced_departure_and_then_leaves_no_row()
    {
        await using var platform = await Imported();
        var gien = (await platform.Services.GetRequiredService<ITenantStore>().ByIdentifier("gien", default))!;
        Assert.NotNull((await Send(platform, new EraseTenant("gien", gien.Siren))).Refusal);
        await Send(platform, new MoveTenant("gien", AdministrationState.Leaving, "Ada Lovelace", "Essai"));
        Assert.NotNull((await Send(platform, new EraseTenant("gien", "244500211"))).Refusal);
        Assert.Null((await Send(platform, new EraseTenant("gien", gien.Siren))).Refusal);
        Assert.Equal((0, 0), await platform.Work(null, async (_, db) => (
            await db.Administrations.CountAsync(one => one.Siren == gien.Siren), await db.TerritoryMembers.CountAsync(one => one.AdministrationId == gien.Id))));
    }

    private static async Task<ModuleHost> Imported(Edition? edition = null)
    {
        var platform = await ModuleHost.Start((services, configuration) => services.AddLocalization().AddTenancy(configuration));
        await platform.Seed(ModuleHost.Seeds);
        await Send(platform, new ImportTerritory(edition ?? Editions.First, [], DryRun: false));
        return platform;
    }

    private static Task<T> Send<T>(ModuleHost platform, IRequest<T> request) =>
        platform.Work(null, (services, _) => services.GetRequiredService<IMediator>().Send(request));
}
