using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Platform.Files;
using Teleservices.TestKit;
using Teleservices.TestKit.Stores;

namespace Teleservices.Server.Tests.Store;

/// <summary>The whole server with its uploads on an S3-compatible store, behind a gate that can be shut.</summary>
public sealed class S3Platform : RunningPlatform, IAsyncLifetime
{
    private TestS3? s3;

    public TcpGate? Gate { get; private set; }

    protected override IEnumerable<string> Arguments => s3?.Arguments(Gate!.Address) ?? [];

    async Task IAsyncLifetime.InitializeAsync()
    {
        if (TestS3.WhyNot is null)
        {
            s3 = await TestS3.Create();
            Gate = new TcpGate(s3.Options.Endpoint!);
        }

        await InitializeAsync();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await (Gate?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}

[Trait("Needs", "s3")]
public sealed class S3UploadTests(S3Platform platform) : IClassFixture<S3Platform>
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [S3Fact]
    public async Task An_upload_goes_from_the_resident_to_the_agent_and_no_folder_knows_of_it()
    {
        using var resident = await platform.SignedIn("camille.martin@example.org");
        var receipt = await resident.FileRequest("inscription-scolaire", new Dictionary<string, string> { ["birth_date.year"] = "2020", [".year"] = "2020" });
        Assert.Equal(HttpStatusCode.OK, receipt.Status);
        var store = platform.Services.GetRequiredService<IFileStore>();
        var contents = new List<byte[]>();
        await foreach (var id in store.List(Ct))
        {
            await using var stream = await store.Open(id, Ct);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, Ct);
            contents.Add(copy.ToArray());
        }

        Assert.Contains(contents, content => content.SequenceEqual(FormWalker.Pdf.Content));
        Assert.False(Directory.Exists(Path.Combine(platform.DataDirectory, "files")));
    }

    [S3Fact]
    public async Task While_the_store_is_away_nothing_typed_is_lost_and_the_page_says_when_to_come_again()
    {
        using var resident = await platform.SignedIn("camille.martin@example.org");
        await resident.FileRequest("signalement-voirie");
        var all = await resident.Get("/vos-demandes");
        var address = all.Document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).First(href => href.StartsWith("/demandes/", StringComparison.Ordinal));
        var page = await resident.Get(address);
        var files = new Dictionary<string, UploadedFile> { ["Piece"] = FormWalker.Pdf };
        var answers = new Dictionary<string, string?[]> { ["Body"] = ["Voici la photo du trottoir"] };

        platform.Gate!.Shut();
        var refused = await resident.Submit(page, answers, "Envoyer", files);
        platform.Gate.Open();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.NotNull(refused.Response.Headers.RetryAfter);
        Assert.Contains("Le reste de votre saisie est conservé", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Contains("Voici la photo du trottoir", refused.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);

        // The same page, sent again as it stands.
        var done = await resident.Submit(refused, null, "Envoyer", files);
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Contains("Voici la photo du trottoir", done.Text, StringComparison.Ordinal);
    }
}
