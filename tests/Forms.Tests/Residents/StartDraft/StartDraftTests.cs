using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Teleservices.Forms.Residents.DiscardDraft;
using Teleservices.TestKit;

namespace Teleservices.Forms.Tests.Residents.StartDraft;

[Collection(nameof(Running))]
public sealed class StartDraftTests(FormsPlatform platform)
{
    [Fact]
    public async Task The_start_link_resumes_the_draft_or_begins_afresh()
    {
        var browser = await platform.SignedIn(FormsPlatform.Camille);
        await browser.BeginFiles();

        var start = await browser.Get(TrialForm.Start);
        var offer = await browser.Follow(start, "Reprendre");
        var resumed = await browser.Follow(offer, "Reprendre");
        Assert.Equal("La vaccination", resumed.Heading);

        var afresh = await browser.Submit(offer, "Recommencer à zéro");
        Assert.Equal("Quelques questions", afresh.Heading);
        Assert.Equal("", afresh.ValueOf("nom_chien"));
    }

    [Fact]
    public async Task Beginning_afresh_takes_the_files_of_the_old_draft_away()
    {
        var browser = await platform.SignedIn(FormsPlatform.Camille);
        await browser.Upload(await browser.BeginFiles(), "certificat", FormWalker.Pdf);
        var file = (await browser.Get($"{TrialForm.Start}/remplir/vaccination")).Document.QuerySelector("main .app-file a")!.GetAttribute("href")!;

        await browser.Begin();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get(file)).Status);
    }

    [Fact]
    public async Task Two_clicks_on_the_start_link_make_one_draft()
    {
        var browser = await platform.SignedIn(FormsPlatform.Odette, "poilly-lez-gien");
        var form = "/demarches/composteur/commencer";
        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => browser.Get(form)));
        Assert.All(pages, page => Assert.Equal(HttpStatusCode.OK, page.Status));
    }

    [Fact]
    public async Task On_the_host_of_an_intercommunality_the_commune_is_asked_first()
    {
        var browser = await platform.SignedIn(FormsPlatform.Sofiane, "loiret");
        var page = await browser.Get("/demarches/apa/commencer");
        Assert.Equal(11, page.Document.QuerySelectorAll("input[name=Commune]").Length);
        Assert.Contains("Département du Loiret vous répond", page.Text, StringComparison.Ordinal);

        page = await browser.Submit(page, "Continuer");
        Assert.Equal(["Choisissez la commune que votre demande concerne"], page.Errors);

        page = await browser.Submit(page, "Continuer", ("Commune", "45227"));
        Assert.Equal("Pour qui demandez-vous l'APA ?", page.Heading);
    }

    [Fact]
    public async Task A_commune_that_the_administration_does_not_serve_is_refused()
    {
        var browser = await platform.SignedIn(FormsPlatform.Odette, "cc-giennoises");
        var page = await browser.Get("/demarches/bac-dechets/commencer");
        page = await browser.Submit(page, "Continuer", ("Commune", "75056"));
        Assert.Equal(["Choisissez la commune que votre demande concerne"], page.Errors);
    }

    [Fact]
    public async Task A_form_that_is_about_no_place_asks_for_none_on_the_host_of_a_commune()
    {
        var browser = await platform.SignedIn(FormsPlatform.Odette, "poilly-lez-gien");
        Assert.Equal("Pour qui demandez-vous l'APA ?", (await browser.Get("/demarches/apa/commencer")).Heading);
    }

    [Fact]
    public async Task The_home_that_the_account_knows_comes_first_and_its_address_is_not_asked_again()
    {
        var browser = await platform.SignedIn(FormsPlatform.Sofiane);
        var account = browser.At("connexion.localhost");
        await account.Submit(await account.Get("/mon-compte/adresse-postale"), "Enregistrer", ("Street", "4 rue des Tilleuls"), ("Postcode", "45500"), ("City", "nevoy"));

        var page = await browser.Get("/demarches/signalement-voirie/commencer");
        Assert.Equal(["45227", "45155", "ailleurs"], page.Document.QuerySelectorAll("input[name=Commune]").Select(input => input.GetAttribute("value")));
        Assert.Contains("Mon domicile : 45500 Nevoy", page.Text, StringComparison.Ordinal);
        Assert.Contains("Commune de Nevoy vous répond. Fondement : Loi", page.Text, StringComparison.Ordinal);

        page = await browser.Submit(page, "Continuer", ("Commune", "45227"));
        page = await browser.Submit(page, "Continuer", ("nature", "chaussee"), ("danger", "no"), ("description", "Un trou"));
        Assert.Equal(("4 rue des Tilleuls", "45227"), (page.ValueOf("adresse.street"), page.ValueOf("adresse.commune")));

        // Another way in asks whether to go on; beginning afresh asks for the place again before it throws anything away.
        page = await browser.Get("/demarches/signalement-voirie/commencer");
        Assert.Contains("pour Nevoy", page.Text, StringComparison.Ordinal);
        page = await browser.Submit(page, "Recommencer à zéro");
        Assert.Equal(["45227", "45155", "ailleurs"], page.Document.QuerySelectorAll("input[name=Commune]").Select(input => input.GetAttribute("value")));
        Assert.Contains("pour Nevoy", (await browser.Get("/demarches/signalement-voirie/commencer")).Text, StringComparison.Ordinal);
        await browser.Submit(page, "Continuer", ("Commune", "45155"));
        Assert.Contains("pour Gien", (await browser.Get("/demarches/signalement-voirie/commencer")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_listed_with_its_end_and_can_be_thrown_away()
    {
        var browser = await platform.SignedIn(FormsPlatform.Sofiane, "nevoy");
        await browser.Begin();
        var list = await browser.Get("/vos-demandes");
        Assert.Contains("Tout essayer", list.Text, StringComparison.Ordinal);
        Assert.Contains("gardé jusqu’au", list.Text, StringComparison.Ordinal);

        // The list is the same on every host; the link leads back to where the draft was begun.
        var elsewhere = await (browser.At("gien.localhost")).Get("/vos-demandes");
        var resumed = await browser.Follow(elsewhere, "Tout essayer");
        Assert.Equal(("nevoy.localhost", "Quelques questions"), (resumed.Address.Host, resumed.Heading));

        list = await browser.Submit(list, "Supprimer");
        Assert.DoesNotContain("Tout essayer", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_nobody_touched_for_three_months_is_forgotten_with_its_files()
    {
        var browser = await platform.SignedIn(FormsPlatform.Odette);
        await browser.Upload(await browser.BeginFiles(), "certificat", FormWalker.Pdf);
        var files = await platform.Inside(null, (services, _) => Task.FromResult(Directory.GetFiles(Path.Combine(platform.DataDirectory, "files"), "*", SearchOption.AllDirectories)));
        var purge = platform.Services.GetServices<IHostedService>().OfType<ForgetDrafts>().Single();

        // In two months it is used once more; three months after that it goes.
        platform.Clock.Shift(TimeSpan.FromDays(60));
        try
        {
            await platform.Inside(null, async (services, db) =>
            {
                var deadline = await db.DraftDeadlines.OrderByDescending(row => row.LookAt).FirstAsync();
                services.GetRequiredService<Platform.Tenancy.Current>().ActFor(deadline.ResidentId);
                var draft = await db.Drafts.SingleAsync(row => row.Id == deadline.DraftId);
                draft.Keep(draft.Read(), draft.Page, platform.Clock.GetUtcNow());
                return await db.SaveChangesAsync();
            });
            platform.Clock.Shift(TimeSpan.FromDays(31));
            await purge.Round(CancellationToken.None);
            Assert.Equal(1, await platform.Inside(null, (_, db) => db.DraftDeadlines.CountAsync()));
            Assert.Equal(0, await purge.Round(CancellationToken.None));

            platform.Clock.Shift(TimeSpan.FromDays(60));
            Assert.Equal(1, await purge.Round(CancellationToken.None));
            Assert.Equal(0, await platform.Inside(null, (_, db) => db.DraftDeadlines.CountAsync()));
        }
        finally
        {
            platform.Clock.Shift(TimeSpan.FromDays(-151));
        }

        var left = Directory.GetFiles(Path.Combine(platform.DataDirectory, "files"), "*", SearchOption.AllDirectories);
        Assert.True(left.Length < files.Length, "The bytes of the draft's file are still there.");
        Assert.DoesNotContain("Brouillons", (await browser.Get("/vos-demandes")).Text, StringComparison.Ordinal);
    }
}
