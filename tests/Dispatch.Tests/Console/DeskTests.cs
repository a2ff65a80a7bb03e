using System.Net;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Dispatch.Tests.Bus;
using Teleservices.Identity.Access;
using Teleservices.Platform.Mail;
using Teleservices.TestKit;

namespace Teleservices.Dispatch.Tests.Console;

/// <summary>IT staff who look after one département have no part in the requests of another.</summary>
[Collection(nameof(Running))]
public sealed class DeskTests(RunningPlatform platform)
{
    [Fact]
    public async Task A_desk_sees_and_decides_the_requests_of_its_communes_and_no_others()
    {
        using var whole = await platform.SignedIn(OnTheServer.ItStaff, "console");
        var filed = DispatchBus.Filed("sans-titulaire");
        await platform.File(filed);
        await RunningPlatform.Eventually(() => whole.Get($"/console/acheminement/{filed.Number}"), page => page.Status == HttpStatusCode.OK);

        // A member of the staff with a desk elsewhere: to them there is nothing.
        using var staff = await platform.SignedIn(await NewStaff("18"), "console");
        Assert.Equal(HttpStatusCode.NotFound, (await staff.Get($"/console/acheminement/{filed.Number}")).Status);
        var list = await staff.Get("/console/acheminement?etat=triage");
        Assert.DoesNotContain(filed.Number, list.Text, StringComparison.Ordinal);
        Assert.Contains("Vous suivez les demandes du département 18", list.Text, StringComparison.Ordinal);
        Assert.Contains("Aucune demande ne correspond à ces filtres.", (await staff.Get($"/console/acheminement?numero={filed.Number}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.Get("/console/acheminement/messages")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.Get("/console/bureaux")).Status);

        var mail = Guid.NewGuid();
        await platform.Inside(null, (_, db) =>
        {
            db.Add(new OutgoingMail { Id = mail, To = "camille.martin@example.org", FromName = "Ville de Gien", Subject = $"Votre demande {filed.Number}", Body = "Bonjour", WrittenAt = platform.Clock.GetUtcNow(), DueAt = platform.Clock.GetUtcNow().AddDays(1) });
            return db.SaveChangesAsync();
        });
        Assert.Contains(filed.Number, (await whole.Get("/console/courriels")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(filed.Number, (await staff.Get("/console/courriels")).Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), ((await whole.Get($"/console/courriels/{mail}")).Status, (await staff.Get($"/console/courriels/{mail}")).Status));

        // Nor may they decide with the form of a colleague.
        var theirs = await whole.Get($"/console/acheminement/{filed.Number}");
        foreach (var handler in (string[])["", "?handler=Settle"])
        {
            var token = (await staff.Get("/console/competences/transferts/nouveau")).ValueOf("__RequestVerificationToken");
            using var post = new HttpRequestMessage(HttpMethod.Post, staff.Address(theirs.Address.AbsolutePath + handler))
            {
                Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("To", Guid.NewGuid().ToString()), new("Reason", "x")]),
            };
            Assert.Equal(HttpStatusCode.NotFound, (await staff.Send(post)).Status);
        }

        Assert.Equal(1, await platform.Inside(null, (_, db) => db.WholeLedger.Where(entry => entry.Number == filed.Number).Select(entry => entry.Attempts).SingleAsync()));

        // The desk of its own département sees it, and routes it again.
        using var own = await platform.SignedIn(await NewStaff("45"), "console");
        var page = await own.Get($"/console/acheminement/{filed.Number}");
        Assert.Contains("Aucune administration n’est compétente aujourd’hui", (await own.Submit(page, "Acheminer de nouveau")).Errors.Single(), StringComparison.Ordinal);
        Assert.Contains(filed.Number, (await own.Get("/console/acheminement?etat=triage")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_looks_after_all_gives_a_colleague_a_desk_and_somebody_always_looks_after_all()
    {
        using var whole = await platform.SignedIn(OnTheServer.ItStaff, "console");
        var email = await NewStaff(null);
        using var colleague = await platform.SignedIn(email, "console");
        Assert.Equal(HttpStatusCode.OK, (await colleague.Get("/console/bureaux")).Status);

        var page = await whole.Follow(await whole.Get("/console/acheminement"), "Qui suit quel territoire ?");
        var person = page.Document.QuerySelectorAll("select[name=Person] option").Single(one => one.TextContent.Contains(email, StringComparison.Ordinal)).GetAttribute("value");
        Assert.Equal(
            ["Choisissez une personne.", "Indiquez le code d’un département, comme 45, 2A ou 974, ou « all » pour tous."],
            (await whole.Submit(page, null, ("Person", ""), ("Desk", "97"))).Errors);
        page = await whole.Submit(page, null, ("Person", person), ("Desk", "2a"));
        Assert.Contains("Département 2A", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.Get("/console/bureaux")).Status);

        // Alone with all territories, nobody gives that away.
        var me = page.Document.QuerySelectorAll("select[name=Person] option").Single(one => one.TextContent.Contains(OnTheServer.ItStaff, StringComparison.Ordinal)).GetAttribute("value");
        Assert.Equal(["Une personne au moins doit suivre tous les territoires."], (await whole.Submit(page, null, ("Person", me), ("Desk", "45"))).Errors);
        Assert.DoesNotContain("Département 2A", (await whole.Submit(page, null, ("Person", person), ("Desk", "ALL"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await colleague.Get("/console/bureaux")).Status);

        // Leaves the others' platform as it was found.
        await whole.Submit(page, null, ("Person", person), ("Desk", "2A"));
    }

    /// <summary>As «admin create --desk» does, and the person chooses a password.</summary>
    private async Task<string> NewStaff(string? desk)
    {
        var email = $"equipe-{Guid.NewGuid():N}@console.example";
        var made = await platform.Inside(null, (services, _) => services.GetRequiredService<IMediator>().Send(new MakeItStaff(email, "Ada", "Lovelace", desk)));
        using var browser = platform.Browser("connexion");
        await browser.Submit(await browser.Get(new Uri(made.Value.PasswordLink!).PathAndQuery), null, ("Password", RunningPlatform.DemoPassword));
        return email;
    }
}
