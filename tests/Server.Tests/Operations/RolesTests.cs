using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Teleservices.Platform.Operations;
using Teleservices.TestKit;

namespace Teleservices.Server.Tests.Operations;

/// <summary>One executable, roles by flag.</summary>
public sealed class RolesTests
{
    [Theory]
    [InlineData(null, Roles.All)]
    [InlineData("web", Roles.Web)]
    [InlineData("web,identity", Roles.Web | Roles.Identity)]
    [InlineData("Worker, identity", Roles.Worker | Roles.Identity)]
    public void Roles_are_named_in_any_combination(string? given, Roles expected) => Assert.Equal(expected, Read(given));

    [Theory]
    [InlineData("wroker")]
    [InlineData("7")]
    public void What_is_no_role_is_refused_with_those_that_are(string given) =>
        Assert.Contains("web, identity and worker", Assert.Throws<InvalidOperationException>(() => Read(given)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_web_process_serves_portals_and_works_on_no_message()
    {
        await using var platform = new OneRole("web");
        await platform.InitializeAsync();
        using (var portal = platform.Browser())
        using (var signIn = platform.Browser("connexion"))
        {
            Assert.Equal(HttpStatusCode.OK, (await portal.Get("/")).Status);
            Assert.Equal(HttpStatusCode.BadRequest, (await signIn.Get("/")).Status);
        }

        var working = platform.Services.GetServices<IHostedService>().Select(service => service.GetType().Name).ToList();
        Assert.DoesNotContain("OutboxDispatcher", working);
        Assert.DoesNotContain("MailDispatcher", working);
        Assert.DoesNotContain("Upkeep", working);
    }

    [Fact]
    public async Task A_worker_serves_no_page()
    {
        await using var platform = new OneRole("worker");
        await platform.InitializeAsync();
        using var portal = platform.Browser();
        Assert.Equal(HttpStatusCode.BadRequest, (await portal.Get("/")).Status);
        Assert.Contains("OutboxDispatcher", platform.Services.GetServices<IHostedService>().Select(service => service.GetType().Name));
    }

    private static Roles Read(string? given) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Roles"] = given }).Build().Roles();

    private sealed class OneRole(string role) : RunningPlatform, IAsyncDisposable
    {
        protected override IEnumerable<string> Arguments => ["--roles", role];

        ValueTask IAsyncDisposable.DisposeAsync() => new(DisposeAsync());
    }
}
