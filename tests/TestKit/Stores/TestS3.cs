using Amazon.Runtime;
using Amazon.S3;
using Microsoft.Extensions.Logging.Abstractions;
using Teleservices.Platform.Files;

namespace Teleservices.TestKit.Stores;

/// <summary>A bucket of its own on the S3-compatible server that <c>TELESERVICES_TEST_S3</c> names (<c>http://key:secret@host:port</c>).</summary>
public sealed class TestS3
{
    private TestS3(FilesOptions options) => Options = options;

    /// <summary>Why tests cannot have one, or nothing when they can.</summary>
    public static string? WhyNot => Address is { Length: > 0 } ? null : "Needs an S3-compatible store: infra/development/services start-s3, which says what to export.";

    private static string? Address => Environment.GetEnvironmentVariable("TELESERVICES_TEST_S3");

    /// <summary>How to reach the bucket.</summary>
    public FilesOptions Options { get; }

    /// <summary>The product's store on the bucket.</summary>
    public IFileStore Store => StoreOn(Options);

    /// <summary>The same as a command line.</summary>
    /// <param name="endpoint">Another way to the server.</param>
    public IEnumerable<string> Arguments(Uri? endpoint = null) =>
    [
        "--Files:Store", "s3", "--Files:Endpoint", (endpoint ?? Options.Endpoint!).ToString(), "--Files:Bucket", Options.Bucket!,
        "--Files:AccessKey", Options.AccessKey!, "--Files:SecretKey", Options.SecretKey!, "--Files:TimeoutSeconds", "10",
    ];

    /// <summary>The product's S3 store with any settings.</summary>
    public static IFileStore StoreOn(FilesOptions options) => new S3Files(options, NullLogger<S3Files>.Instance);

    /// <summary>A new bucket with nothing in it; it goes with the server's folder.</summary>
    public static async Task<TestS3> Create()
    {
        var address = new Uri(Address!);
        var (key, secret) = address.UserInfo.Split(':') is [var first, var second] ? (first, second) : throw new InvalidOperationException("TELESERVICES_TEST_S3 lacks key:secret@.");
        var options = new FilesOptions
        {
            Store = FilesKind.S3,
            Endpoint = new UriBuilder(address) { UserName = "", Password = "" }.Uri,
            Bucket = $"t-{Guid.NewGuid():N}",
            AccessKey = key,
            SecretKey = secret,
        };
        using var client = new AmazonS3Client(
            new BasicAWSCredentials(key, secret), new AmazonS3Config { ServiceURL = options.Endpoint.ToString(), AuthenticationRegion = options.Region, ForcePathStyle = true });
        await client.PutBucketAsync(options.Bucket);
        return new TestS3(options);
    }
}
