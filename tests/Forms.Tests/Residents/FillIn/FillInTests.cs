using System.Net;

namespace Teleservices.Forms.Tests.Residents.FillIn;

[Collection(nameof(Running))]
public sealed class FillInTests(FormsPlatform platform)
{
    [Fact]
    public async Task Nobody_fills_in_a_form_without_signing_in_and_the_start_page_says_so()
    {
        using var browser = platform.Browser();
        var start = await browser.Get(TrialForm.Start);
        Assert.Contains("Il vous faut un compte", start.Text, StringComparison.Ordinal);
        Assert.Contains("Ville de Gien", start.Text, StringComparison.Ordinal);
        Assert.Contains("Sans réponse au bout de 2 mois, votre demande est refusée", start.Text, StringComparison.Ordinal);

        var door = await browser.Follow(start, "Commencer");
        Assert.NotNull(door.Document.QuerySelector("input[type=password]"));
    }

    [Fact]
    public async Task An_empty_page_names_every_question_in_its_order()
    {
        var browser = await platform.SignedIn(FormsPlatform.Camille);
        var page = await browser.Submit(await browser.Begin(), "Continuer");

        Assert.StartsWith("Erreur", page.Document.Title, StringComparison.Ordinal);
        Assert.Equal(
            [
                "« Nom du chien » : écrivez votre réponse",
                "« Date d’arrivée » : écrivez une date",
                "« Poids » : écrivez votre réponse",
                "« Vacciné » : choisissez une réponse",
                "« Jours de promenade » : choisissez une réponse",
            ],
            page.Errors);
        Assert.All(
            page.Document.QuerySelectorAll(".govuk-error-summary__list a"),
            link => Assert.NotNull(page.Document.GetElementById(link.GetAttribute("href")![1..])));
    }

    [Fact]
    public async Task What_was_typed_stays_right_or_wrong()
    {
        var browser = await platform.SignedIn(FormsPlatform.Camille);
        var page = await browser.Submit(
            await browser.Begin(),
            new Dictionary<string, string?[]>
            {
                ["nom_chien"] = ["Rex <script>alert(1)</script>"],
                ["arrivee.day"] = ["31"],
                ["arrivee.month"] = ["2"],
                ["arrivee.year"] = ["20"],
                ["poids"] = ["lourd"],
                ["vaccin"] = ["no"],
                ["jours"] = ["dimanche"],
                ["remarque"] = ["Une ligne\r\nEt une autre"],
            },
            "Continuer");

        Assert.Equal(
            [
                "« Nom du chien » : 20 caractères au plus, il y en a 29",
                "« Date d’arrivée » : cette date n’existe pas ; écrivez par exemple 31 3 1980",
                "« Poids » : écrivez un nombre en chiffres, par exemple 12,50",
            ],
            page.Errors);
        foreach (var shown in new[] { page, await browser.Get($"{TrialForm.Start}/remplir/questions") })
        {
            Assert.Equal("Rex <script>alert(1)</script>", shown.ValueOf("nom_chien"));
            Assert.Equal(("31", "2", "20"), (shown.ValueOf("arrivee.day"), shown.ValueOf("arrivee.month"), shown.ValueOf("arrivee.year")));
            Assert.Equal(("lourd", "no", "dimanche"), (shown.ValueOf("poids"), shown.ValueOf("vaccin"), shown.ValueOf("jours")));
            Assert.Equal("Une ligne\nEt une autre", shown.ValueOf("remarque")!.ReplaceLineEndings("\n"));
        }
    }

    [Fact]
    public async Task A_box_that_is_unticked_is_unticked()
    {
        var browser = await platform.SignedIn(FormsPlatform.Camille);
        await browser.Submit(await browser.Begin(), TrialForm.Right, "Continuer");
        var page = await browser.Get($"{TrialForm.Start}/remplir/questions");

        page = await browser.Submit(page, new Dictionary<string, string?[]> { ["jours"] = [], ["poids"] = ["x"] }, "Continuer");

        Assert.Contains("« Jours de promenade » : choisissez une réponse", page.Errors);
        Assert.Null(page.ValueOf("jours"));
    }

    [Fact]
    public async Task A_page_that_is_not_asked_is_passed_over()
    {
        var browser = await platform.SignedIn(FormsPlatform.Camille);
        var page = await browser.Submit(await browser.Begin(), new Dictionary<string, string?[]>(TrialForm.Right) { ["vaccin"] = ["no"] }, "Continuer");
        Assert.Equal("Les chiots", page.Heading);

        var passed = await browser.Get($"{TrialForm.Start}/remplir/vaccination");
        Assert.Equal("Quelques questions", passed.Heading);
    }

    [Fact]
    public async Task A_page_that_does_not_exist_is_not_found()
    {
        var browser = await platform.SignedIn(FormsPlatform.Camille);
        await browser.Begin();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"{TrialForm.Start}/remplir/inconnue")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/demarches/inconnue")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/demarches/inconnue/commencer")).Status);
    }

    [Fact]
    public async Task Items_of_a_group_are_added_changed_and_taken_out_page_by_page()
    {
        var browser = await platform.SignedIn(FormsPlatform.Camille);
        await browser.Submit(await browser.Begin(), new Dictionary<string, string?[]>(TrialForm.Right) { ["vaccin"] = ["no"] }, "Continuer");
        var page = await browser.Get($"{TrialForm.Start}/remplir/chiots");
        foreach (var name in new[] { "Ana", "Bob" })
        {
            page = await browser.Submit(page, "Ajouter");
            page = await browser.Submit(page, "Continuer", ("chiots[" + (name == "Ana" ? 0 : 1) + "].nom_chiot", name), ("chiots[" + (name == "Ana" ? 0 : 1) + "].reserve", "no"));
        }

        Assert.Equal("Les chiots", page.Heading);
        Assert.Contains("Ana, Non", page.Text, StringComparison.Ordinal);

        page = await browser.Get($"{TrialForm.Start}/remplir/chiots/chiots/1");
        page = await browser.Submit(page, "Retirer");
        Assert.DoesNotContain("Ana", page.Text, StringComparison.Ordinal);
        Assert.Contains("Bob, Non", page.Text, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll("main .govuk-summary-list__row"));

        Assert.Equal("Vous", (await browser.Submit(page, "Continuer")).Heading);
    }

    [Fact]
    public async Task An_answer_in_an_item_brings_up_its_question_without_an_error()
    {
        var browser = await platform.SignedIn(FormsPlatform.Camille);
        await browser.Submit(await browser.Begin(), TrialForm.Right, "Continuer");
        var page = await browser.Submit(await browser.Get($"{TrialForm.Start}/remplir/chiots"), "Ajouter");

        page = await browser.Submit(page, "Continuer", ("chiots[0].nom_chiot", "Ana"), ("chiots[0].reserve", "yes"));
        Assert.Empty(page.Errors);
        Assert.NotNull(page.ValueOf("chiots[0].reserve_a"));
        Assert.Contains("une question de plus", page.Text, StringComparison.Ordinal);

        page = await browser.Submit(page, "Continuer");
        Assert.Equal(["« Réservé à » : écrivez votre réponse"], page.Errors);
    }

    [Fact]
    public async Task An_unfinished_item_keeps_the_page_from_going_on()
    {
        var browser = await platform.SignedIn(FormsPlatform.Camille);
        await browser.Submit(await browser.Begin(), TrialForm.Right, "Continuer");
        await browser.Submit(await browser.Get($"{TrialForm.Start}/remplir/chiots"), "Ajouter");

        var page = await browser.Submit(await browser.Get($"{TrialForm.Start}/remplir/chiots"), "Continuer");

        Assert.Equal(["« Chiot » n° 1 est incomplet : modifiez-le ou retirez-le"], page.Errors);
        Assert.Contains("À compléter", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_double_click_adds_one_item_and_takes_one_item_out()
    {
        var browser = await platform.SignedIn(FormsPlatform.Camille);
        await browser.Submit(await browser.Begin(), TrialForm.Right, "Continuer");
        var group = await browser.Get($"{TrialForm.Start}/remplir/chiots");
        await Task.WhenAll(browser.Submit(group, "Ajouter"), browser.Submit(group, "Ajouter"));
        group = await browser.Get($"{TrialForm.Start}/remplir/chiots");
        Assert.Single(group.Document.QuerySelectorAll("main .govuk-summary-list__row"));

        await browser.Submit(group, "Ajouter");
        await browser.Submit(await browser.Get($"{TrialForm.Start}/remplir/chiots"), "Ajouter");
        Assert.DoesNotContain("Ajouter", (await browser.Get($"{TrialForm.Start}/remplir/chiots")).Text, StringComparison.Ordinal);
        var item = await browser.Get($"{TrialForm.Start}/remplir/chiots/chiots/1");
        await browser.Submit(item, "Retirer");
        await browser.Submit(item, "Retirer");
        Assert.Equal(2, (await browser.Get($"{TrialForm.Start}/remplir/chiots")).Document.QuerySelectorAll("main .govuk-summary-list__row").Length);
    }

    [Fact]
    public async Task Two_tabs_at_the_same_moment_lose_no_answer()
    {
        var browser = await platform.SignedIn(FormsPlatform.Camille);
        await browser.Submit(await browser.Begin(), TrialForm.Right, "Continuer");
        var (first, last) = (await browser.Get($"{TrialForm.Start}/remplir/questions"), await browser.Get($"{TrialForm.Start}/remplir/vous"));

        for (var round = 0; round < 8; round++)
        {
            await Task.WhenAll(browser.Submit(first, "Continuer", ("nom_chien", $"Rex {round}")), browser.Submit(last, "Continuer", ("demandeur.last_name", $"Martin {round}")));
            Assert.Equal($"Rex {round}", (await browser.Get($"{TrialForm.Start}/remplir/questions")).ValueOf("nom_chien"));
            Assert.Equal($"Martin {round}", (await browser.Get($"{TrialForm.Start}/remplir/vous")).ValueOf("demandeur.last_name"));
        }
    }

    [Fact]
    public async Task What_the_account_knows_is_there_already()
    {
        var browser = await platform.SignedIn(FormsPlatform.Odette, "poilly-lez-gien");
        await browser.Begin();
        var page = await browser.Get($"{TrialForm.Start}/remplir/vous");
        Assert.Equal(
            ("Lefèvre", "Odette", FormsPlatform.Odette, "27 route de Coullons", "Bâtiment B, appartement 3", "45500"),
            (page.ValueOf("demandeur.last_name"), page.ValueOf("demandeur.first_names"), page.ValueOf("demandeur.email"),
                page.ValueOf("demandeur.street"), page.ValueOf("demandeur.complement"), page.ValueOf("demandeur.postcode")));
    }

    [Fact]
    public async Task The_whole_form_speaks_English_too()
    {
        var browser = await platform.SignedIn(FormsPlatform.Sofiane, "nevoy");
        var page = await browser.Begin();
        page = await browser.Follow(page, "English");
        Assert.Equal("A few questions", page.Heading);

        page = await browser.Submit(page, "Continue");

        Assert.StartsWith("Error", page.Document.Title, StringComparison.Ordinal);
        Assert.Contains(page.Errors, error => error.Contains("Name of the dog", StringComparison.Ordinal) && !error.Contains("écrivez", StringComparison.Ordinal));
    }
}
