using System.Net;
using Microsoft.EntityFrameworkCore;
using Teleservices.Dispatch.Tests.Bus;
using Teleservices.TestKit;

namespace Teleservices.Dispatch.Tests.Console;

/// <summary>The ledger spans administrations, so nobody but IT staff may see it, and only on the console's host.</summary>
[Collection(nameof(Running))]
public sealed class IsolationTests(RunningPlatform platform)
{
    private static readonly string[] Paths =
    [
        "/console", "/console/acheminement", "/console/acheminement/messages", "/console/bureaux", "/console/competences", "/console/competences/etat-civil", "/console/competences/expliquer", "/console/courriels",
        "/console/administrations/nouvelle", "/console/administrations/nouvelle?code=45155", "/console/administrations/gien",
        "/console/competences/transferts", "/console/competences/transferts/nouveau",
    ];

    [Theory]
    [InlineData("camille.martin@example.org", "console")]
    [InlineData("agent.dechets@cc-giennoises.example", "console")]
    [InlineData("responsable@gien.example", "console")]
    [InlineData("camille.martin@example.org", "gien")]
    [InlineData("responsable@gien.example", "gien")]
    [InlineData(OnTheServer.ItStaff, "gien")]
    [InlineData(OnTheServer.ItStaff, "connexion")]
    public async Task Anyone_else_and_any_other_host_finds_nothing(string email, string host)
    {
        var filed = DispatchBus.Filed();
        await platform.File(filed);
        using var browser = await platform.SignedIn(email);
        using var there = browser.At($"{host}.localhost");
        foreach (var path in Paths.Append($"/console/acheminement/{filed.Number}"))
        {
            var page = await there.Get(path);
            Assert.True(page.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{email} got {page.Status} for {host} {path}");
            Assert.DoesNotContain(filed.Number, page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_asked_to()
    {
        using var browser = platform.Browser("console");
        foreach (var path in Paths)
        {
            Assert.NotNull((await browser.Get(path)).Document.QuerySelector("input[type=password]"));
        }
    }

    [Fact]
    public async Task A_resident_sees_the_ledger_entries_of_nobody_else_and_the_bus_only_the_one_it_speaks_of()
    {
        var filed = DispatchBus.Filed();
        await platform.File(filed);
        await RunningPlatform.Eventually(() => platform.Inside("gien", (_, db) => db.WholeLedger.CountAsync()), count => count > 0);
        Assert.Equal(0, await platform.Inside("gien", (_, db) => db.Ledger.CountAsync()));
    }
}
