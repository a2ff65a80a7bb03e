using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Teleservices.Identity.Model;
using Teleservices.TestKit;

namespace Teleservices.Identity.Tests.SignIn;

[Collection(nameof(Running))]
public sealed class MyAccountTests(SignInPlatform platform)
{
    [Fact]
    public async Task What_is_noted_in_the_account_is_known_to_the_forms_at_once()
    {
        var (_, email) = await platform.NewPerson();
        using var portal = await platform.SignedIn(email);
        using var account = portal.At("connexion.localhost");

        var saved = await account.Submit(
            await account.Get("/mon-compte/identite"), "Enregistrer", ("Civility", "Madam"), ("FirstName", "Anne-Sophie"), ("LastName", "Le Gall"), ("Phone", "06 12 34 56 78"));
        Assert.Contains("Madame Anne-Sophie Le Gall", saved.Text, StringComparison.Ordinal);
        Assert.Contains("06 12 34 56 78", saved.Text, StringComparison.Ordinal);
        await account.Submit(await account.Get("/mon-compte/adresse-postale"), "Enregistrer", ("Street", "3 place Vannier"), ("Postcode", "45500"), ("City", "GIEN"));

        var profile = JsonDocument.Parse((await portal.Get("/essai/profil")).Body()).RootElement;
        Assert.Equal("madame", profile.GetProperty("civility").GetString());
        Assert.Equal("Anne-Sophie", profile.GetProperty("firstName").GetString());
        Assert.Equal("+33612345678", profile.GetProperty("phone").GetString());
        Assert.Equal("Gien", profile.GetProperty("address").GetProperty("city").GetString());
        Assert.Equal("45155", profile.GetProperty("address").GetProperty("cog").GetString());

        await account.Submit(await account.Get("/mon-compte/adresse-postale"), "Enregistrer", ("Street", "1 rue du Bac"), ("Complement", "chez Paul"), ("Postcode", "75007"), ("City", "Paris"));
        var moved = JsonDocument.Parse((await portal.Get("/essai/profil")).Body()).RootElement.GetProperty("address");
        Assert.Equal("chez Paul", moved.GetProperty("complement").GetString());
        Assert.Equal(JsonValueKind.Null, moved.GetProperty("cog").ValueKind);
    }

    [Fact]
    public async Task An_agents_new_name_reaches_the_header_of_every_page_at_once()
    {
        var (id, email) = await platform.NewPerson();
        await platform.GrantAsync(id, "nevoy");
        using var portal = await platform.SignedIn(email, "nevoy");
        using var account = portal.At("connexion.localhost");
        await account.Submit(await account.Get("/mon-compte/identite"), "Enregistrer", ("FirstName", "Jeanne"), ("LastName", "Nouveau-Nom"));

        Assert.Contains("Jeanne Nouveau-Nom", (await portal.Get("/")).Document.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_entries_are_explained_and_kept()
    {
        var (_, email) = await platform.NewPerson();
        using var account = (await platform.SignedIn(email)).At("connexion.localhost");
        var name = await account.Submit(await account.Get("/mon-compte/identite"), "Enregistrer", ("Phone", "12 34"));
        Assert.Equal(["Saisissez un numéro de téléphone complet, comme 06 12 34 56 78 ou +32 470 12 34 56."], name.Errors);
        Assert.Equal("12 34", name.ValueOf("Phone"));

        var home = await account.Submit(await account.Get("/mon-compte/adresse-postale"), "Enregistrer", ("Street", ""), ("Postcode", "!"), ("City", "Gien"));
        Assert.Equivalent(new[] { "Saisissez le numéro et la rue.", "Saisissez un code postal, comme 45500." }, home.Errors);
    }

    [Fact]
    public async Task A_password_is_changed_by_whoever_knows_the_present_one_and_other_devices_are_signed_out()
    {
        var (_, email) = await platform.NewPerson();
        using var other = await platform.SignedIn(email, "nevoy");
        using var portal = await platform.SignedIn(email);
        using var account = portal.At("connexion.localhost");
        var form = await account.Get("/mon-compte/mot-de-passe");
        Assert.Equal(["Ce n’est pas votre mot de passe actuel."], (await account.Submit(form, "Changer", ("Current", "pas le bon"), ("Password", "un autre mot de passe"))).Errors);

        var done = await account.Submit(form, "Changer", ("Current", RunningPlatform.DemoPassword), ("Password", "un autre mot de passe"));
        Assert.Contains("Votre mot de passe a changé", done.Text, StringComparison.Ordinal);
        Assert.Equal(email, (await portal.Get("/essai/moi")).Body());
        Assert.NotNull((await other.Get("/essai/moi")).Document.QuerySelector("input[type=password]"));
    }

    [Fact]
    public async Task A_device_can_be_signed_out_from_another_one()
    {
        var (_, email) = await platform.NewPerson();
        using var lost = await platform.SignedIn(email, "nevoy");
        using var portal = await platform.SignedIn(email);
        using var account = portal.At("connexion.localhost");
        var page = await account.Get("/mon-compte");
        var sessions = page.Document.QuerySelectorAll("input[name=session]").Select(input => input.GetAttribute("value")!).ToList();
        Assert.Equal(2, sessions.Count);
        var here = page.Document.QuerySelectorAll(".app-request").ToList().FindIndex(item => item.TextContent.Contains("Cet appareil", StringComparison.Ordinal));

        await account.Submit(page, "Déconnecter", ("session", sessions[1 - here]));
        Assert.NotNull((await lost.Get("/essai/moi")).Document.QuerySelector("input[type=password]"));
        Assert.Equal(email, (await portal.Get("/essai/moi")).Body());
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another_person()
    {
        var (_, email) = await platform.NewPerson();
        var (victim, _) = await platform.NewPerson();
        var session = Guid.NewGuid();
        await platform.Store(db =>
        {
            db.Add(new Session { Id = session, AccountId = victim, Device = "?", StartedAt = platform.Clock.GetUtcNow(), LastSeenAt = platform.Clock.GetUtcNow(), ExpiresAt = platform.Clock.GetUtcNow().AddHours(1) });
            return db.SaveChangesAsync();
        });
        using var account = (await platform.SignedIn(email)).At("connexion.localhost");

        Assert.Equal(HttpStatusCode.NotFound, (await account.Submit(await account.Get("/mon-compte"), "Déconnecter", ("session", session.ToString()))).Status);
        Assert.True(await platform.Store(db => db.Sessions.AnyAsync(one => one.Id == session)));
    }

    [Fact]
    public async Task A_new_address_counts_once_it_is_confirmed_and_the_old_one_is_told()
    {
        var (_, email) = await platform.NewPerson();
        var wanted = $"neuve.{Guid.NewGuid():N}@example.org";
        using var portal = await platform.SignedIn(email);
        using var account = portal.At("connexion.localhost");
        await account.Submit(await account.Get("/mon-compte/adresse-electronique"), "Recevoir le lien", ("Email", wanted), ("Password", RunningPlatform.DemoPassword));

        Assert.Equal("L’adresse de votre compte va changer", (await platform.LastMailTo(email))!.Subject);
        Assert.Equal(email, (await portal.Get("/essai/moi")).Body());
        var link = await platform.LinkTo(wanted);
        using var elsewhere = platform.Browser("connexion");
        await elsewhere.Submit(await elsewhere.Get(link), "Confirmer");
        Assert.Equal(wanted, (await portal.Get("/essai/moi")).Body());
        await platform.Browser().SignIn(wanted);
        Assert.NotEmpty((await elsewhere.Submit(await elsewhere.Get(link), "Confirmer")).Errors);
        Assert.NotEmpty((await elsewhere.Submit(await elsewhere.Get(link.Replace("adresse=neuve", "adresse=autre", StringComparison.Ordinal)), "Confirmer")).Errors);
    }

    [Fact]
    public async Task A_new_address_that_is_taken_is_not_told_apart()
    {
        var (_, email) = await platform.NewPerson();
        var (_, taken) = await platform.NewPerson();
        using var account = (await platform.SignedIn(email)).At("connexion.localhost");
        var page = await account.Submit(await account.Get("/mon-compte/adresse-electronique"), "Recevoir le lien", ("Email", taken), ("Password", RunningPlatform.DemoPassword));

        Assert.Empty(page.Errors);
        Assert.Contains(taken, page.Text, StringComparison.Ordinal);
        Assert.Equal("Vous avez déjà un compte", (await platform.LastMailTo(taken))!.Subject);
    }

    [Fact]
    public async Task A_closed_account_leaves_no_session_no_role_and_no_row()
    {
        var (id, email) = await platform.NewPerson();
        await platform.GrantAsync(id, "nevoy");
        using var portal = await platform.SignedIn(email);
        using var account = portal.At("connexion.localhost");
        var form = await account.Get("/mon-compte/fermer");
        Assert.NotEmpty((await account.Submit(form, "Fermer mon compte", ("Password", "pas le bon"))).Errors);
        Assert.Equal("Votre session est fermée", (await account.Submit(form, "Fermer mon compte", ("Password", RunningPlatform.DemoPassword))).Heading);

        Assert.NotNull((await portal.Get("/essai/moi")).Document.QuerySelector("input[type=password]"));
        Assert.Equal(0, await platform.Store(async db =>
            await db.Accounts.CountAsync(one => one.Id == id) + await db.AccountRoles.CountAsync(one => one.AccountId == id) + await db.Sessions.CountAsync(one => one.AccountId == id)));
    }
}
