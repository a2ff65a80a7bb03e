using System.Net;
using System.Text.Json;
using Teleservices.TestKit;

namespace Teleservices.Server.Tests.Operations;

/// <summary>A platform whose operators have a port of their own.</summary>
public sealed class WatchedPlatform : RunningPlatform
{
    public int OperationsPort { get; } = ServerProcess.FreePort();

    protected override IEnumerable<string> Arguments => ["--Operations:Urls", $"http://127.0.0.1:{OperationsPort}"];

    public static async Task<(HttpStatusCode Status, string Text)> Ask(int port, string path)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}{path}"));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}

/// <summary>What operators and their machines ask, and that nobody else can.</summary>
public sealed class ProbeTests(WatchedPlatform platform) : IClassFixture<WatchedPlatform>
{
    [Fact]
    public async Task Operators_are_answered_on_their_port()
    {
        Assert.Equal((HttpStatusCode.OK, "vivant"), await WatchedPlatform.Ask(platform.OperationsPort, "/livez"));
        var (status, text) = await WatchedPlatform.Ask(platform.OperationsPort, "/readyz");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("Healthy", JsonDocument.Parse(text).RootElement.GetProperty("checks").GetProperty("store").GetString());
    }

    [Theory]
    [InlineData("/livez")]
    [InlineData("/readyz")]
    [InlineData("/metrics")]
    public async Task Nobody_is_answered_where_residents_come_in(string path)
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await WatchedPlatform.Ask(platform.Port, path)).Status);
        using var browser = platform.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get(path)).Status);
    }

    [Fact]
    public async Task No_page_is_served_on_the_operators_port() =>
        Assert.Equal(HttpStatusCode.NotFound, (await WatchedPlatform.Ask(platform.OperationsPort, "/")).Status);

    [Fact]
    public async Task A_request_on_its_way_is_measured_and_no_label_names_a_person()
    {
        using var resident = await platform.SignedIn("camille.martin@example.org");
        var check = await resident.FillIn("signalement-voirie");
        await resident.Submit(check, "Envoyer");

        var text = await RunningPlatform.Eventually(
            async () => (await WatchedPlatform.Ask(platform.OperationsPort, "/metrics")).Text,
            text => text.Contains("teleservices_messages_consumed_total{otel_scope_name=\"Teleservices\",consumer=\"cases-open-case\"}", StringComparison.Ordinal));
        Assert.Contains("teleservices_requests_filed_total", text, StringComparison.Ordinal);
        Assert.Contains("teleservices_cases_opened_total", text, StringComparison.Ordinal);
        Assert.Contains("teleservices_outbox_oldest_seconds", text, StringComparison.Ordinal);
        Assert.DoesNotContain("martin", text, StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>Without a port of their own, probes are answered on any host of the one port, and measures are not.</summary>
public sealed class EmbeddedProbeTests(RunningPlatform platform) : IClassFixture<RunningPlatform>
{
    [Fact]
    public async Task Probes_are_answered_on_any_host()
    {
        Assert.Equal(HttpStatusCode.OK, (await WatchedPlatform.Ask(platform.Port, "/livez")).Status);
        Assert.Equal(HttpStatusCode.OK, (await WatchedPlatform.Ask(platform.Port, "/readyz")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await WatchedPlatform.Ask(platform.Port, "/metrics")).Status);
    }
}
