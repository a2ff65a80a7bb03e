using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Teleservices.Platform.Files;
using Teleservices.TestKit.Stores;

namespace Teleservices.Platform.Tests.Files;

/// <summary>An object store that is away, silent, or that does not let us in is one kind of fault, told soon and without a secret.</summary>
public sealed class S3OutageTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task A_store_that_is_not_there_is_told()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        Assert.Contains("answer", await Fault(To(port)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_silent_is_waited_for_no_longer_than_said()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var watch = Stopwatch.StartNew();
        await Fault(To(((IPEndPoint)silent.LocalEndpoint).Port));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0.5, 15);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_not_taken_for_the_file()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var answer = Task.Run(async () =>
        {
            using var client = await server.AcceptTcpClientAsync();
            await client.GetStream().ReadAtLeastAsync(new byte[8192], 1);
            await client.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly the beginning"u8.ToArray());
        });
        await using var stream = await To(((IPEndPoint)server.LocalEndpoint).Port, seconds: 30).Open(Guid.NewGuid(), Ct);
        await answer;
        await Assert.ThrowsAnyAsync<Exception>(() => stream.CopyToAsync(Stream.Null, Ct));
    }

    [S3Fact]
    [Trait("Needs", "s3")]
    public async Task A_wrong_key_or_a_missing_bucket_is_said_in_so_many_words()
    {
        var there = (await TestS3.Create()).Options;
        var wrong = await Fault(TestS3.StoreOn(With(there, key: "nobodys-key")));
        Assert.Contains("InvalidAccessKeyId", wrong, StringComparison.Ordinal);
        Assert.DoesNotContain(there.SecretKey!, wrong[wrong.IndexOf(' ', StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("NoSuchBucket", await Fault(TestS3.StoreOn(With(there, bucket: "nobody-made-it"))), StringComparison.Ordinal);
        await Assert.ThrowsAsync<FilesAwayException>(() => TestS3.StoreOn(With(there, bucket: "nobody-made-it")).Open(Guid.NewGuid(), Ct));
    }

    [Theory]
    [InlineData(null, "bucket", null, null, "Files:Endpoint")]
    [InlineData("ftp://host", "bucket", null, null, "https://")]
    [InlineData("https://host", null, null, null, "Files:Bucket")]
    [InlineData("https://host", "bucket", "key", null, "go together")]
    [InlineData("https://host", "bucket", null, null, null)]
    public void What_cannot_work_is_said_at_the_start(string? endpoint, string? bucket, string? key, string? secret, string? fault)
    {
        var said = new FilesOptions { Store = FilesKind.S3, Endpoint = endpoint is null ? null : new Uri(endpoint), Bucket = bucket, AccessKey = key, SecretKey = secret }.Fault;
        Assert.True(fault is null ? said is null : said?.Contains(fault, StringComparison.Ordinal) == true, said);
    }

    private static async Task<string> Fault(IFileStore store)
    {
        await Assert.ThrowsAsync<FilesAwayException>(() => store.Put(new MemoryStream([1, 2, 3]), Ct));
        return (await Assert.ThrowsAsync<FilesAwayException>(() => store.Look(Ct))).Message;
    }

    private static IFileStore To(int port, int seconds = 1) => TestS3.StoreOn(new FilesOptions
    {
        Store = FilesKind.S3,
        Endpoint = new Uri($"http://127.0.0.1:{port}"),
        Bucket = "bucket",
        AccessKey = "key",
        SecretKey = "secret",
        TimeoutSeconds = seconds,
    });

    private static FilesOptions With(FilesOptions there, string? bucket = null, string? key = null) => new()
    {
        Store = FilesKind.S3,
        Endpoint = there.Endpoint,
        Bucket = bucket ?? there.Bucket,
        AccessKey = key ?? there.AccessKey,
        SecretKey = there.SecretKey,
    };
}
