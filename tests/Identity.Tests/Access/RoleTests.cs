using System.Net;
using Microsoft.EntityFrameworkCore;
using Teleservices.Identity.Model;
using Teleservices.TestKit;

namespace Teleservices.Identity.Tests.Access;

[Collection(nameof(Running))]
public sealed class RoleTests(SignInPlatform platform)
{
    [Theory]
    [InlineData(SignInPlatform.AgentOfGien, "gien", HttpStatusCode.OK)]
    [InlineData("responsable@gien.example", "gien", HttpStatusCode.OK)]
    [InlineData(SignInPlatform.AgentOfGien, "cc-giennoises", HttpStatusCode.NotFound)]
    [InlineData(SignInPlatform.AgentOfGien, "loiret", HttpStatusCode.NotFound)]
    [InlineData(SignInPlatform.Resident, "gien", HttpStatusCode.NotFound)]
    [InlineData(SignInPlatform.ItStaff, "gien", HttpStatusCode.NotFound)]
    [InlineData(SignInPlatform.AgentOfGien, "console", HttpStatusCode.NotFound)]
    [InlineData(SignInPlatform.ItStaff, "console", HttpStatusCode.NotFound)]
    public async Task Agents_enter_their_own_administration_only(string email, string host, HttpStatusCode expected)
    {
        using var browser = await platform.SignedIn(email, host);
        Assert.Equal(expected, (await browser.Get("/essai/agents")).Status);
    }

    [Theory]
    [InlineData(SignInPlatform.ItStaff, "console", HttpStatusCode.OK)]
    [InlineData(SignInPlatform.ItStaff, "gien", HttpStatusCode.NotFound)]
    [InlineData(SignInPlatform.AgentOfGien, "console", HttpStatusCode.NotFound)]
    [InlineData("responsable@loiret.example", "console", HttpStatusCode.NotFound)]
    [InlineData(SignInPlatform.Resident, "console", HttpStatusCode.NotFound)]
    public async Task The_console_is_for_it_staff_who_come_by_its_host(string email, string host, HttpStatusCode expected)
    {
        using var browser = await platform.SignedIn(email, host);
        Assert.Equal(expected, (await browser.Get("/essai/console")).Status);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_asked_to_and_then_told_that_there_is_nothing()
    {
        using var browser = platform.Browser();
        var page = await browser.Get("/essai/agents");
        Assert.Equal("connexion.localhost", page.Address.Host);

        var after = await browser.Submit(page, "Se connecter", ("Email", SignInPlatform.Resident), ("Password", RunningPlatform.DemoPassword));
        Assert.Equal((HttpStatusCode.NotFound, "gien.localhost"), (after.Status, after.Address.Host));
    }

    [Fact]
    public async Task A_role_that_is_taken_back_is_gone_at_the_next_request()
    {
        var (id, email) = await platform.NewPerson();
        await platform.GrantAsync(id, "nevoy");
        using var browser = await platform.SignedIn(email, "nevoy");
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/essai/agents")).Status);

        await platform.Store(db => db.AccountRoles.Where(role => role.AccountId == id).ExecuteDeleteAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/essai/agents")).Status);
    }

    [Fact]
    public async Task A_new_role_is_there_at_the_next_request_and_the_administration_learns_of_it()
    {
        var (id, email) = await platform.NewPerson();
        using var browser = await platform.SignedIn(email, "nevoy");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/essai/agents")).Status);

        await platform.GrantAsync(id, "nevoy");
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/essai/agents")).Status);
    }
}
