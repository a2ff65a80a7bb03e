using System.Net;
using Microsoft.EntityFrameworkCore;
using Teleservices.Dispatch.Tests.Bus;
using Teleservices.TestKit;
using Teleservices.TestKit.Stores;

namespace Teleservices.Dispatch.Tests.Residents;

[Collection(nameof(Running))]
public sealed class WhyHereTests(RunningPlatform platform)
{
    private const string Camille = "camille.martin@example.org";

    [Theory]
    [InlineData("dechets-menagers", "Communauté des communes giennoises s’en occupe parce que les communes lui ont transféré cette compétence ; elle l’exerce pour 11 communes.")]
    [InlineData("etat-civil", "Ville de Gien s’en occupe parce que la loi confie cette compétence à chaque commune.")]
    [InlineData("autonomie", "Département du Loiret s’en occupe parce que la loi confie cette compétence à chaque département.")]
    public async Task A_resident_reads_in_plain_words_why_this_administration_has_the_request(string competence, string expected)
    {
        var filed = DispatchBus.Filed(competence, resident: await IdOf(Camille));
        await platform.File(filed);
        using var browser = await platform.SignedIn(Camille);
        var page = await RunningPlatform.Eventually(() => browser.Get($"/demandes/{filed.RequestId}/pourquoi"), page => page.Status == HttpStatusCode.OK);

        Assert.Equal("Pourquoi cette administration ?", page.Heading);
        Assert.Contains("la commune de Gien", page.Text, StringComparison.Ordinal);
        Assert.Contains(expected, page.Text, StringComparison.Ordinal);
        Assert.Contains("Le texte : ", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_is_found_yet_the_page_says_that_nothing_is_lost()
    {
        var filed = DispatchBus.Filed("nulle-part", resident: await IdOf(Camille));
        await platform.File(filed);
        using var browser = await platform.SignedIn(Camille);
        var page = await RunningPlatform.Eventually(() => browser.Get($"/demandes/{filed.RequestId}/pourquoi"), page => page.Status == HttpStatusCode.OK);
        Assert.Contains("en cours de recherche", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_resident_an_agent_and_a_stranger_find_nothing()
    {
        var filed = DispatchBus.Filed("etat-civil", resident: await IdOf(Camille));
        await platform.File(filed);
        var path = $"/demandes/{filed.RequestId}/pourquoi";
        using var mine = await platform.SignedIn(Camille);
        await RunningPlatform.Eventually(() => mine.Get(path), page => page.Status == HttpStatusCode.OK);
        foreach (var other in new[] { "responsable@gien.example", "agent.dechets@cc-giennoises.example" })
        {
            using var browser = await platform.SignedIn(other);
            var page = await browser.Get(path);
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            Assert.DoesNotContain("s’en occupe", page.Text, StringComparison.Ordinal);
        }

        using var nobody = platform.Browser();
        Assert.DoesNotContain("s’en occupe", (await nobody.Get(path)).Text, StringComparison.Ordinal);
    }

    private Task<Guid> IdOf(string email) => platform.Inside(null, (_, db) => db.Database
        .SqlQueryRaw<Guid>($"SELECT \"Id\" AS \"Value\" FROM {TestStore.Named("identity.account")} WHERE \"Email\" = {{0}}", email).SingleAsync());
}
