using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Identity.Model;
using Teleservices.Platform.Data;
using Teleservices.Platform.Mail;
using Teleservices.Platform.Security;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;
using Teleservices.TestKit;

namespace Teleservices.Identity.Tests;

/// <summary>The server with three small pages of our own, one for each policy, at every door.</summary>
public class SignInPlatform : RunningPlatform
{
    public const string Resident = "camille.martin@example.org";
    public const string AgentOfGien = "agent.voirie@gien.example";
    public const string ItStaff = "informatique@console.example";

    private int people;

    protected override void Map(WebApplication app)
    {
        app.MapGet("/essai/moi", (HttpContext http) => http.User.FindFirst("email")!.Value).RequireAuthorization(Policies.Residents);
        app.MapGet("/essai/agents", () => "agents").RequireAuthorization(Policies.Agents);
        app.MapGet("/essai/console", () => "console").RequireAuthorization(Policies.ItStaff);
        app.MapGet("/essai/profil", (IProfileOfResident profile, CancellationToken ct) => profile.Read(ct)).RequireAuthorization(Policies.Residents);
    }

    public HttpProbe Probe() => new(Port);

    /// <summary>A new account, so that a test may spoil it.</summary>
    public Task<(Guid Id, string Email)> NewPerson() => Inside(null, async (services, db) =>
    {
        var email = $"personne.{Interlocked.Increment(ref people)}.{Guid.NewGuid():N}@example.org";
        var account = Account.Of(email, "Jeanne", "Morin", Clock.GetUtcNow());
        var accounts = services.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<Account>>();
        Assert.True((await accounts.CreateAsync(account, DemoPassword)).Succeeded);
        return (account.Id, email);
    });

    /// <summary>The newest mail to an address, once the dispatcher or the handler has written it.</summary>
    public Task<OutgoingMail?> LastMailTo(string address) => Inside(null, (_, db) =>
        db.Set<OutgoingMail>().AsNoTracking().Where(mail => mail.To == address).OrderByDescending(mail => mail.WrittenAt).FirstOrDefaultAsync());

    public Task<int> MailsTo(string address) => Inside(null, (_, db) => db.Set<OutgoingMail>().CountAsync(mail => mail.To == address));

    /// <summary>The path of the link in the newest mail to an address.</summary>
    public async Task<string> LinkTo(string address)
    {
        var mail = await LastMailTo(address);
        var line = mail!.Body.Split('\n').First(line => line.StartsWith("http", StringComparison.Ordinal));
        var link = new Uri(line);
        Assert.Equal($"http://connexion.localhost:{Port}", link.GetLeftPart(UriPartial.Authority));
        return link.PathAndQuery;
    }

    public Task<T> Store<T>(Func<TeleservicesDb, Task<T>> ask) => Inside(null, (_, db) => ask(db));

    internal Task GrantAsync(Guid account, string slug) => Inside(null, async (services, db) =>
    {
        var administration = (await services.GetRequiredService<ITenantStore>().All(CancellationToken.None)).Single(one => one.Identifier == slug);
        var person = await db.Accounts.SingleAsync(one => one.Id == account);
        await services.GetRequiredService<Teleservices.Identity.Access.RoleBook>().Grant(person, administration.Id, Role.Agent, "Testeuse", ["voirie"], CancellationToken.None);
        return await db.SaveChangesAsync();
    });
}

[CollectionDefinition(nameof(Running))]
public sealed class Running : ICollectionFixture<SignInPlatform>;
