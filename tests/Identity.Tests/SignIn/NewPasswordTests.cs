using Teleservices.TestKit;

namespace Teleservices.Identity.Tests.SignIn;

[Collection(nameof(Running))]
public sealed class NewPasswordTests(SignInPlatform platform)
{
    private const string Another = "un autre mot de passe";

    [Fact]
    public async Task A_forgotten_password_is_replaced_by_mail_and_every_session_ends()
    {
        var (_, email) = await platform.NewPerson();
        using var lost = await platform.SignedIn(email, "nevoy");
        using var browser = platform.Browser();
        var ask = await browser.Follow(await browser.Get("/essai/moi"), "Mot de passe oublié");
        Assert.Equal("Consultez votre messagerie", (await browser.Submit(ask, "Recevoir le lien", ("Email", email))).Heading);
        var link = await platform.LinkTo(email);

        using var other = platform.Browser("connexion");
        var there = await other.Submit(await other.Get(link), "Enregistrer", ("Password", Another));

        Assert.Equal(new Uri($"http://gien.localhost:{platform.Port}/essai/moi"), there.Address);
        Assert.Equal(email, there.Body());
        Assert.NotNull((await lost.Get("/essai/moi")).Document.QuerySelector("input[type=password]"));
        Assert.Equal("Votre mot de passe a changé", (await platform.LastMailTo(email))!.Subject);
        await platform.Browser().SignIn(email, Another);
        await Assert.ThrowsAsync<InvalidOperationException>(() => platform.Browser().SignIn(email));
    }

    [Fact]
    public async Task The_link_works_once()
    {
        var (_, email) = await platform.NewPerson();
        using var browser = platform.Browser("connexion");
        await browser.Submit(await browser.Get("/mot-de-passe-oublie"), "Recevoir le lien", ("Email", email));
        var link = await platform.LinkTo(email);
        await browser.Submit(await browser.Get(link), "Enregistrer", ("Password", Another));

        using var other = platform.Browser("connexion");
        var refused = await other.Submit(await other.Get(link), "Enregistrer", ("Password", "encore un autre mot de passe"));
        Assert.Equal(["Ce lien n’est plus valable : il a déjà servi ou il est trop ancien. Demandez-en un nouveau."], refused.Errors);
    }

    [Fact]
    public async Task A_newer_password_makes_an_older_link_worthless()
    {
        var (_, email) = await platform.NewPerson();
        using var browser = platform.Browser("connexion");
        await browser.Submit(await browser.Get("/mot-de-passe-oublie"), "Recevoir le lien", ("Email", email));
        var link = await platform.LinkTo(email);
        await browser.SignIn(email);
        await browser.Submit(await browser.Get("/mon-compte/mot-de-passe"), "Changer", ("Current", RunningPlatform.DemoPassword), ("Password", Another));

        Assert.Single((await browser.Submit(await browser.Get(link), "Enregistrer", ("Password", "encore un autre mot de passe"))).Errors);
    }

    [Fact]
    public async Task An_unknown_address_gets_the_same_page_and_a_mail_that_says_so()
    {
        var (_, known) = await platform.NewPerson();
        var unknown = $"inconnu.{Guid.NewGuid():N}@example.org";
        using var browser = platform.Browser("connexion");
        var first = await browser.Submit(await browser.Get("/mot-de-passe-oublie"), "Recevoir le lien", ("Email", known));
        var second = await browser.Submit(await browser.Get("/mot-de-passe-oublie"), "Recevoir le lien", ("Email", unknown));

        Assert.Equal(first.Text.Replace(known, unknown, StringComparison.Ordinal), second.Text);
        Assert.Equal("Aucun compte avec cette adresse", (await platform.LastMailTo(unknown))!.Subject);
    }

    [Theory]
    [InlineData("/nouveau-mot-de-passe")]
    [InlineData("/nouveau-mot-de-passe?compte=pas-un-guid&jeton=x")]
    [InlineData("/nouveau-mot-de-passe?compte=00000000-0000-0000-0000-000000000000&jeton=CfDJ8")]
    public async Task A_made_up_link_is_refused(string path)
    {
        using var browser = platform.Browser("connexion");
        Assert.NotEmpty((await browser.Submit(await browser.Get(path), "Enregistrer", ("Password", Another))).Errors);
    }

    [Fact]
    public async Task A_way_back_in_the_link_leads_to_portals_only()
    {
        var (_, email) = await platform.NewPerson();
        using var browser = platform.Browser("connexion");
        await browser.Submit(await browser.Get("/mot-de-passe-oublie"), "Recevoir le lien", ("Email", email));
        var link = await platform.LinkTo(email) + "&depart=" + Uri.EscapeDataString("https://evil.example/connexion");
        Assert.Equal("connexion.localhost", (await browser.Submit(await browser.Get(link), "Enregistrer", ("Password", Another))).Address.Host);
    }
}
