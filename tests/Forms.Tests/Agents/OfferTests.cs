using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Teleservices.Forms.Catalogue;
using Teleservices.Forms.Model;
using Teleservices.Forms.Tests.Residents;
using Teleservices.TestKit;

namespace Teleservices.Forms.Tests.Agents;

/// <summary>An administration makes a shared form its own, and nobody else's.</summary>
[Collection(nameof(Running))]
public sealed class OfferTests(FormsPlatform platform)
{
    private const string Canteen = "cantine";
    private const string Hall = "salle-municipale";
    private const string Boss = "responsable@nevoy.example";

    [Fact]
    public async Task Words_prices_hours_team_and_pieces_of_its_own_reach_its_residents_and_no_other()
    {
        var boss = await platform.SignedIn(Boss, "nevoy");
        var shown = await Set(
            boss,
            Hall,
            ("Typed.IntroFr", "La salle est fermée en août."),
            ("Typed.Prices[0].LabelFr", "La journée"),
            ("Typed.Prices[0].Amount", "1 150,5"),
            ("Typed.HoursFr", "Mardi, 9 h à 12 h"),
            ("Typed.Team", "etat-civil"),
            ("Typed.Pieces[0].LabelFr", "Règlement signé"),
            ("Typed.Pieces[0].Required", "true"));
        Assert.Contains("La journée : 1 150,50 €", Spaced(shown), StringComparison.Ordinal);
        Assert.Contains("Texte d’accueil, horaires, tarifs (1), service, pièces en plus (1)", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Béatrice Colin", shown.Text, StringComparison.Ordinal);

        using var resident = await platform.SignedIn(FormsPlatform.Sofiane, "nevoy");
        var start = await resident.Get($"/demarches/{Hall}");
        foreach (var words in new[] { "La salle est fermée en août.", "1 150,50 €", "Mardi, 9 h à 12 h", "Règlement signé" })
        {
            Assert.Contains(words, Spaced(start), StringComparison.Ordinal);
            Assert.DoesNotContain(words, Spaced(await platform.Browser().Get($"/demarches/{Hall}")), StringComparison.Ordinal);
        }

        var check = await resident.FillIn(Hall, Years(+1));
        Assert.Contains("Règlement signéjustificatif.pdf", check.Text, StringComparison.Ordinal);
        Assert.Contains("1 150,50 €", Spaced(check), StringComparison.Ordinal);
        var filed = await resident.Submit(check, "Envoyer");

        var row = await RunningPlatform.Eventually(
            async () => (await boss.Get($"/agents?q={filed.Number()}")).Document.QuerySelector("main tbody tr"), found => found is not null);
        Assert.Contains("Service de l'état civil", row!.TextContent.Replace('’', '\''), StringComparison.OrdinalIgnoreCase);
        var opened = await boss.Get(row.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Contains("Règlement signé", opened.Text, StringComparison.Ordinal);
        Assert.Contains("1 150,50 €", Spaced(opened), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_closed_leaves_the_catalogue_says_whom_to_ask_and_lets_drafts_through()
    {
        using var early = await platform.SignedIn(FormsPlatform.Odette, "nevoy");
        var check = await early.FillIn(Canteen, new Dictionary<string, string>(Years(+1)) { ["naissance.year"] = "2018", ["numero_allocataire"] = "1234567" });
        var boss = await platform.SignedIn(Boss, "nevoy");
        await Set(boss, Canteen, ("Typed.IsOn", "false"));

        Assert.DoesNotContain(Canteen, Links(await platform.Browser("nevoy").Get("/")), StringComparison.Ordinal);
        Assert.Contains(Canteen, Links(await platform.Browser().Get("/")), StringComparison.Ordinal);
        using var late = await platform.SignedIn(FormsPlatform.Sofiane, "nevoy");
        var page = await late.Get($"/demarches/{Canteen}/commencer");
        Assert.Equal($"/demarches/{Canteen}", page.Address.AbsolutePath);
        Assert.Contains("Commune de Nevoy ne propose pas cette démarche en ligne : adressez-vous à elle, 02 ", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector($"a[href='/demarches/{Canteen}/commencer']"));

        Assert.NotEmpty((await early.Submit(check, "Envoyer")).Number());
        await Set(boss, Canteen, ("Typed.IsOn", "true"));
        Assert.Contains(Canteen, Links(await platform.Browser("nevoy").Get("/")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_closed_in_one_commune_is_not_offered_for_a_place_in_it()
    {
        const string birth = "acte-naissance";
        var boss = await platform.SignedIn(Boss, "nevoy");
        await Set(boss, birth, ("Typed.IsOn", "false"));
        using var resident = await platform.SignedIn(FormsPlatform.Sofiane);
        var page = await resident.Get($"/demarches/{birth}/commencer");
        Assert.Contains("Commune de Nevoy ne propose pas cette démarche en ligne", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("45227", page.Document.QuerySelectorAll("input[name=Commune]").Select(input => input.GetAttribute("value")));
        page = await resident.Submit(page, "Continuer", ("Commune", "ailleurs"), ("Search", "Nevoy"));
        Assert.Contains(page.Errors, error => error.StartsWith("Commune de Nevoy ne propose pas", StringComparison.Ordinal));
        await Set(boss, birth, ("Typed.IsOn", "true"));
    }

    [Fact]
    public async Task A_new_version_waits_until_it_was_read()
    {
        const string form = FormsPlatform.Trial;
        var boss = await platform.SignedIn("responsable@gien.example");
        await Set(boss, form, ("Typed.IsByHand", "true"));
        await Publish(form, 2, "Nom du chien", "Prénom du chien");
        try
        {
            using var resident = await platform.SignedIn("agent.scolaire@gien.example");
            Assert.Contains("Nom du chien", (await resident.Begin()).Text, StringComparison.Ordinal);
            using var elsewhere = await platform.SignedIn("agent.scolaire@gien.example", "nevoy");
            Assert.Contains("Prénom du chien", (await elsewhere.Begin()).Text, StringComparison.Ordinal);

            Assert.Contains("Changements à relire : 1", (await boss.Get("/agents/demarches")).Text, StringComparison.Ordinal);
            var read = await boss.Follow(await boss.Get($"/agents/demarches/{form}"), "Relire et accepter");
            Assert.Contains("Question « Nom du chien » : le libellé devient « Prénom du chien »", read.Text, StringComparison.Ordinal);
            var shown = await boss.Submit(read, "Accepter la version 2");
            Assert.Contains("Version 2 acceptée", shown.Text, StringComparison.Ordinal);
            Assert.Contains("Prénom du chien", (await resident.Begin()).Text, StringComparison.Ordinal);

            // Nothing is left to accept.
            Assert.Equal($"/agents/demarches/{form}", (await boss.Get($"/agents/demarches/{form}/version")).Address.AbsolutePath);
        }
        finally
        {
            await platform.Inside(null, (_, db) => db.FormVersions.Where(version => version.Slug == form && version.Version == 2).ExecuteDeleteAsync());
            await Set(boss, form, ("Typed.IsByHand", "false"));
            platform.Clock.Shift(TimeSpan.FromSeconds(11));
        }
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_line_and_nothing_typed_is_lost()
    {
        var boss = await platform.SignedIn(Boss, "nevoy");
        var page = await boss.Get($"/agents/demarches/{Hall}/modifier");
        page = await boss.Submit(page, "Enregistrer", ("Typed.IntroEn", "Only this"), ("Typed.Prices[1].Amount", "douze"), ("Typed.Pieces[1].LabelEn", "Insurance"));
        Assert.Equal(
            [
                "Écrivez d’abord le texte en français.",
                "Dites ce que ce montant paie, par exemple « La journée ».",
                "Écrivez un montant en euros, par exemple 12,50 ; 0 si c’est gratuit.",
                "Nommez la pièce en français.",
            ],
            page.Errors);
        Assert.Equal(("Only this", "douze", "Insurance"), (page.ValueOf("Typed.IntroEn"), page.ValueOf("Typed.Prices[1].Amount"), page.ValueOf("Typed.Pieces[1].LabelEn")));
    }

    [Fact]
    public async Task Whoever_saves_over_a_colleague_is_told_first()
    {
        const string form = "occupation-domaine-public";
        var (boss, colleague) = (await platform.SignedIn(Boss, "nevoy"), await platform.SignedIn(Boss, "nevoy"));
        var mine = await boss.Get($"/agents/demarches/{form}/modifier");
        await Set(colleague, form, ("Typed.HoursFr", "Le lundi"));
        mine = await boss.Submit(mine, "Enregistrer", ("Typed.HoursFr", "Le jeudi"));
        Assert.StartsWith("Quelqu’un a modifié cette démarche", Assert.Single(mine.Errors), StringComparison.Ordinal);
        Assert.Equal("Le jeudi", mine.ValueOf("Typed.HoursFr"));
        Assert.Contains("Le lundi", (await boss.Get($"/agents/demarches/{form}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agents_read_managers_change_and_others_find_nothing()
    {
        string[] paths = ["/agents/demarches", $"/agents/demarches/{Hall}", $"/agents/demarches/{Hall}/modifier", $"/agents/demarches/{Hall}/version"];
        Assert.Equal([200, 200, 200, 200], await Statuses(await platform.SignedIn(Boss, "nevoy"), paths));
        Assert.Equal([200, 200, 404, 404], await Statuses(await platform.SignedIn("agent.accueil@nevoy.example", "nevoy"), paths));
        Assert.Equal([404, 404, 404, 404], await Statuses(await platform.SignedIn("responsable@gien.example", "nevoy"), paths));
        Assert.Equal([404, 404, 404, 404], await Statuses(await platform.SignedIn(FormsPlatform.Sofiane, "nevoy"), paths));

        // A form that another administration answers is nobody's to set here.
        string[] others = ["/agents/demarches/composteur", "/agents/demarches/composteur/modifier", "/agents/demarches/composteur/version"];
        Assert.Equal([404, 404, 404], await Statuses(await platform.SignedIn(Boss, "nevoy"), others));
        Assert.Equal(0, await platform.Inside("gien", (_, db) => db.SettingChanges.CountAsync(change => change.ByName == "Béatrice Colin")));
    }

    /// <summary>Saves settings, and shows what became of them.</summary>
    private static async Task<Page> Set(PortalClient boss, string form, params (string Field, string? Value)[] typed)
    {
        var page = await boss.Submit(await boss.Get($"/agents/demarches/{form}/modifier"), "Enregistrer", typed);
        Assert.Empty(page.Errors);
        Assert.Equal($"/agents/demarches/{form}", page.Address.AbsolutePath);
        return page;
    }

    /// <summary>All dates of a form lie so many years from now.</summary>
    private Dictionary<string, string> Years(int from) => new() { ["year"] = (platform.Clock.GetUtcNow().Year + from).ToString(CultureInfo.InvariantCulture) };

    private async Task Publish(string form, int version, string from, string to)
    {
        await platform.Inside(null, async (_, db) =>
        {
            var old = await db.FormVersions.AsNoTracking().SingleAsync(row => row.Slug == form && row.Version == version - 1);
            var definition = FormShelf.Write(FormShelf.Parse(old.Definition) with { Version = version });
            var (before, after) = (JsonSerializer.Serialize(from), JsonSerializer.Serialize(to));
            Assert.Contains(before, definition, StringComparison.Ordinal);
            db.Add(new FormVersion { Slug = form, Version = version, Definition = definition.Replace(before, after, StringComparison.Ordinal), PublishedAt = platform.Clock.GetUtcNow() });
            return await db.SaveChangesAsync();
        });
        platform.Clock.Shift(TimeSpan.FromSeconds(11));
    }

    private static async Task<IReadOnlyList<int>> Statuses(PortalClient browser, string[] paths)
    {
        var statuses = new List<int>();
        foreach (var path in paths)
        {
            statuses.Add((int)(await browser.Get(path)).Status);
        }

        return statuses;
    }

    private static string Links(Page page) => string.Join(' ', page.Document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")));

    private static string Spaced(Page page) => page.Text.Replace('\u202F', ' ').Replace('\u00A0', ' ');
}
