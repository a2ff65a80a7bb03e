using Microsoft.EntityFrameworkCore;
using Teleservices.Identity.Model;
using Teleservices.Identity.Sessions;

namespace Teleservices.Identity.Tests.Sessions;

public sealed class RestartTests(SignInPlatform platform) : IClassFixture<SignInPlatform>
{
    [Fact]
    public async Task A_session_survives_a_restart_of_the_server_on_every_host()
    {
        using var browser = await platform.SignedIn(SignInPlatform.Resident);
        await browser.Get("/essai/moi");
        using var probe = platform.Probe();
        var before = await (await probe.Get("connexion", "/.well-known/jwks")).Content.ReadAsStringAsync();

        await platform.Restart();

        Assert.Equal(SignInPlatform.Resident, (await browser.Get("/essai/moi")).Body());
        Assert.Equal(SignInPlatform.Resident, (await browser.At("nevoy.localhost").Get("/essai/moi")).Body());
        Assert.Equal(before, await (await probe.Get("connexion", "/.well-known/jwks")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_is_over_is_swept_away()
    {
        using var browser = await platform.SignedIn(SignInPlatform.Resident);
        platform.Clock.Shift(TimeSpan.FromDays(2));
        await platform.Inside(null, async (services, db) =>
        {
            await Upkeep.Sweep(services, platform.Clock.GetUtcNow(), CancellationToken.None);
            return 0;
        });

        Assert.Equal(0, await platform.Store(db => db.Sessions.CountAsync()));
    }
}
