using System.Net;
using Microsoft.EntityFrameworkCore;
using Teleservices.Identity.Model;
using Teleservices.TestKit;

namespace Teleservices.Identity.Tests.SignIn;

[Collection(nameof(Running))]
public sealed class RegisterTests(SignInPlatform platform)
{
    private const string Password = "une phrase facile à retenir";

    [Fact]
    public async Task A_newcomer_registers_confirms_and_is_back_where_they_wanted_to_go()
    {
        var email = NewAddress();
        using var browser = platform.Browser("loiret");
        var signIn = await browser.Get("/essai/moi");
        var sent = await Register(browser, await browser.Follow(signIn, "Créer un compte"), email);
        Assert.Equal("Consultez votre messagerie", sent.Heading);
        Assert.Contains(email, sent.Text, StringComparison.Ordinal);

        // Nothing is open before the link is, and the mail may be read in another browser.
        Assert.False(await Exists(email));
        using var other = platform.Browser("connexion");
        var confirm = await other.Get(await platform.LinkTo(email));
        var there = await other.Submit(confirm, "Ouvrir mon compte", ("Password", Password));

        Assert.Equal($"http://loiret.localhost:{platform.Port}/essai/moi", there.Address.AbsoluteUri);
        Assert.Equal(email, there.Body());
    }

    [Fact]
    public async Task An_address_that_has_an_account_gets_the_same_page_and_another_mail()
    {
        var (_, taken) = await platform.NewPerson();
        var free = NewAddress();
        using var browser = platform.Browser("connexion");
        var first = await Register(browser, await browser.Get("/inscription"), taken);
        var second = await Register(browser, await browser.Get("/inscription"), free);

        Assert.Equal(first.Text.Replace(taken, free, StringComparison.Ordinal), second.Text);
        Assert.Equal("Vous avez déjà un compte", (await platform.LastMailTo(taken))!.Subject);
        Assert.Equal("Confirmez votre adresse pour ouvrir votre compte", (await platform.LastMailTo(free))!.Subject);
    }

    [Fact]
    public async Task A_link_confirms_once()
    {
        var email = NewAddress();
        using var browser = platform.Browser("connexion");
        await Register(browser, await browser.Get("/inscription"), email);
        var link = await platform.LinkTo(email);
        var form = await browser.Get(link);
        Assert.Equal("Votre compte", (await browser.Submit(form, "Ouvrir mon compte", ("Password", Password))).Heading);

        using var other = platform.Browser("connexion");
        Assert.Equal("Ce lien n’est plus valable", (await other.Get(link)).Heading);
        Assert.Equal(1, await platform.Store(db => db.Accounts.CountAsync(account => account.Email == email)));
    }

    [Fact]
    public async Task Opening_the_link_alone_changes_nothing_and_a_stranger_without_the_password_gets_nowhere()
    {
        var email = NewAddress();
        using var browser = platform.Browser("connexion");
        await Register(browser, await browser.Get("/inscription"), email);
        var form = await browser.Get(await platform.LinkTo(email));
        Assert.False(await Exists(email));

        var refused = await browser.Submit(form, "Ouvrir mon compte", ("Password", "pas le bon mot de passe"));
        Assert.Equal(["Ce n’est pas le mot de passe choisi lors de cette inscription."], refused.Errors);
        Assert.False(await Exists(email));
    }

    [Fact]
    public async Task An_account_cannot_be_prepared_with_somebody_elses_address()
    {
        // The attacker registers first; the victim registers too and opens the attacker's link by mistake.
        var email = NewAddress();
        using var attacker = platform.Browser("connexion");
        await Register(attacker, await attacker.Get("/inscription"), email, "mot de passe de l’attaquant");
        var theirs = await platform.LinkTo(email);
        using var victim = platform.Browser("connexion");
        await Register(victim, await victim.Get("/inscription"), email);

        var refused = await victim.Submit(await victim.Get(theirs), "Ouvrir mon compte", ("Password", Password));
        Assert.NotEmpty(refused.Errors);
        Assert.Equal("Votre compte", (await victim.Submit(await victim.Get(await platform.LinkTo(email)), "Ouvrir mon compte", ("Password", Password))).Heading);
        Assert.Equal("Ce lien n’est plus valable", (await attacker.Get(theirs)).Heading);
    }

    [Fact]
    public async Task A_link_is_over_after_a_day()
    {
        var email = NewAddress();
        using var browser = platform.Browser("connexion");
        await Register(browser, await browser.Get("/inscription"), email);
        var link = await platform.LinkTo(email);
        platform.Clock.Shift(TimeSpan.FromHours(24.1));
        Assert.Equal("Ce lien n’est plus valable", (await browser.Get(link)).Heading);
    }

    [Fact]
    public async Task A_mailbox_cannot_be_flooded()
    {
        var email = NewAddress();
        using var browser = platform.Browser("connexion");
        for (var i = 0; i < 5; i++)
        {
            await Register(browser, await browser.Get("/inscription"), email);
        }

        Assert.Equal(3, await platform.MailsTo(email));
    }

    [Fact]
    public async Task All_mistakes_are_told_at_once_and_what_was_typed_is_kept()
    {
        using var browser = platform.Browser("connexion");
        var page = await browser.Submit(
            await browser.Get("/inscription"), "Créer mon compte", ("FirstName", "Zoé http://evil.example"), ("LastName", " "), ("Email", "zoe@exemple"), ("Password", "trop court"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equivalent(
            new[]
            {
                "Le prénom ne doit pas dépasser 100 caractères ni contenir de lien.",
                "Saisissez votre nom.",
                "Saisissez une adresse électronique complète, comme nom@exemple.fr.",
                "Le mot de passe doit compter au moins 12 caractères.",
            },
            page.Errors,
            strict: true);
        Assert.Equal("zoe@exemple", page.ValueOf("Email"));
        Assert.True(string.IsNullOrEmpty(page.ValueOf("Password")));
    }

    [Fact]
    public async Task Mails_speak_the_language_of_the_page()
    {
        var email = NewAddress();
        using var browser = platform.Browser("connexion");
        await browser.Get("/langue?culture=en&retour=/inscription");
        await Register(browser, await browser.Get("/inscription"), email, button: "Create my account");
        Assert.Equal("Confirm your address to open your account", (await platform.LastMailTo(email))!.Subject);
    }

    private static Task<Page> Register(PortalClient browser, Page form, string email, string password = Password, string button = "Créer mon compte") =>
        browser.Submit(form, button, ("FirstName", "Zoé"), ("LastName", "Lambert"), ("Email", email), ("Password", password));

    private static string NewAddress() => $"nouvelle.{Guid.NewGuid():N}@example.org";

    private Task<bool> Exists(string email) => platform.Store(db => db.Accounts.AnyAsync(account => account.Email == email));
}
