using System.Net;
using Microsoft.EntityFrameworkCore;
using Teleservices.Forms.Model;
using Teleservices.TestKit;

namespace Teleservices.Forms.Tests.Residents.FileRequest;

[Collection(nameof(Running))]
public sealed class FileRequestTests(FormsPlatform platform)
{
    private const string Form = "signalement-voirie";

    [Fact]
    public async Task Pressing_the_button_twice_files_once_and_shows_the_same_receipt()
    {
        var browser = await platform.SignedIn("agent.voirie@gien.example");
        var check = await browser.FillIn(Form);

        var both = await Task.WhenAll(browser.Submit(check, "Envoyer"), browser.Submit(check, "Envoyer"));
        var again = await browser.Submit(check, "Envoyer");

        Assert.Equal([again.Number(), again.Number()], both.Select(page => page.Number()));
        var list = await browser.Get("/vos-demandes");
        Assert.Equal(1, list.Text.Split(again.Number()).Length - 1);
    }

    [Fact]
    public async Task A_request_reaches_its_administration_and_the_resident_sees_it_on_every_portal()
    {
        var browser = await platform.SignedIn(FormsPlatform.Odette, "poilly-lez-gien");
        var number = (await browser.FileRequest(Form, new Dictionary<string, string> { ["adresse.commune"] = "45254" })).Number();

        var list = await browser.At("loiret.localhost").Get("/connexion?retour=/vos-demandes");
        Assert.Contains(number, list.Text, StringComparison.Ordinal);

        var track = await RunningPlatform.Eventually(
            () => browser.At("loiret.localhost").Get(list.Document.QuerySelector($"li.app-request a")!.GetAttribute("href")!),
            page => page.Text.Contains("Reçue par le service", StringComparison.Ordinal));
        Assert.Contains("Poilly", track.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_resident_finds_nothing_at_any_address_of_a_request()
    {
        var owner = await platform.SignedIn("agent.scolaire@gien.example");
        var confirmation = await owner.FileRequest(Form);
        var request = confirmation.Address.AbsolutePath.Replace("/confirmation", "", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await owner.Get(request)).Status);

        var stranger = await platform.SignedIn(FormsPlatform.Sofiane, "nevoy");
        foreach (var host in new[] { "gien.localhost", "nevoy.localhost" })
        {
            var at = stranger.At(host);
            await at.Get("/connexion?retour=/");
            foreach (var path in new[] { request, $"{request}/confirmation", $"{request}/recepisse" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await at.Get(path)).Status);
            }
        }
    }

    [Fact]
    public async Task Without_anybody_signed_in_no_request_can_be_read_from_the_store()
    {
        var owner = await platform.SignedIn("responsable@gien.example");
        await owner.FileRequest(Form);

        Assert.Equal(0, await platform.Inside("gien", (_, db) => db.Set<Request>().CountAsync()));
        Assert.Equal(0, await platform.Inside("nevoy", (_, db) => db.Set<RequestEvent>().CountAsync()));
        Assert.Equal(0, await platform.Inside(null, (_, db) => db.Set<Upload>().CountAsync()));
    }

    [Fact]
    public async Task A_message_and_a_piece_of_the_resident_reach_the_timeline_once()
    {
        var browser = await platform.SignedIn("agent.etat-civil@gien.example");
        var confirmation = await browser.FileRequest(Form);
        var request = confirmation.Address.AbsolutePath.Replace("/confirmation", "", StringComparison.Ordinal);
        var page = await browser.Get(request);
        var answers = new Dictionary<string, string?[]> { ["Body"] = ["Le trou s’est agrandi."] };
        var files = new Dictionary<string, UploadedFile> { ["Piece"] = FormWalker.Pdf };

        await browser.Submit(page, answers, "Envoyer", files);
        var after = await browser.Submit(page, answers, "Envoyer", files);

        Assert.Equal(1, after.Text.Split("Le trou s’est agrandi.").Length - 1);
        var piece = after.Document.QuerySelector("aside .app-file a")!.GetAttribute("href")!;
        Assert.Equal("attachment", (await browser.Get(piece)).Response.Content.Headers.ContentDisposition?.DispositionType);
        var stranger = await platform.SignedIn(FormsPlatform.Sofiane);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(piece)).Status);
    }
}
