using Microsoft.Extensions.DependencyInjection;
using Teleservices.Contracts;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Tenancy;
using Teleservices.TestKit;

namespace Teleservices.Forms.Tests.Bus;

/// <summary>What the bus tells of a request comes in no promised order, and from whoever sends it.</summary>
[Collection(nameof(Running))]
public sealed class TimelineTests(FormsPlatform platform)
{
    [Fact]
    public async Task The_acknowledgement_of_a_new_holder_is_shown_although_it_comes_before_the_news_that_it_is_in_charge()
    {
        var resident = await platform.SignedIn("agent.voirie@gien.example");
        var confirmation = await resident.FileRequest("signalement-voirie");
        var path = confirmation.Address.AbsolutePath.Replace("/confirmation", "", StringComparison.Ordinal);
        var request = Guid.Parse(path.Split('/')[^1]);
        await RunningPlatform.Eventually(() => resident.Get(path), page => Acknowledged(page) == 1);

        var opened = platform.Clock.GetUtcNow();
        await Tell("nevoy", us => new CaseOpened(
            request, Guid.NewGuid(), us.Id, opened, new Text("Voirie"), "mairie@nevoy.example", "+33238000000", "1 place de l’Église, 45500 Nevoy",
            new Silence(SilenceRegime.None), null, Turn: 2));
        await RunningPlatform.Eventually(Failing, failing => failing == 1);
        Assert.Equal(1, Acknowledged(await resident.Get(path)));

        await Tell("nevoy", us => new RequestRouted(request, us.Id, us.Name, opened, "Délibération"));
        var page = await RunningPlatform.Eventually(() => resident.Get(path), page => Acknowledged(page) == 2);
        Assert.Contains("mairie@nevoy.example", page.Text, StringComparison.Ordinal);
    }

    private static int Acknowledged(Page page) => page.Text.Split("Reçue par le service").Length - 1;

    private Task<int> Failing() => platform.Inside(null, async (_, db) =>
        (await db.OpenMessages(CancellationToken.None)).Where(open => open.Consumer == "forms-show-opening").Sum(open => open.Failing));

    private Task<int> Tell<T>(string slug, Func<AdministrationInfo, T> message)
        where T : class => platform.Inside(slug, (services, db) =>
    {
        services.GetRequiredService<Outbox>().Publish(message(services.GetRequiredService<Current>().RequiredAdministration));
        return db.SaveChangesAsync();
    });
}
