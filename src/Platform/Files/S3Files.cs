using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Logging;

namespace Teleservices.Platform.Files;

/// <summary>Uploads in a bucket of an S3-compatible store: any number of machines see the same files.</summary>
internal sealed class S3Files : IFileStore, IDisposable
{
    /// <summary>What lies here is told from other things in the bucket by its first letters.</summary>
    private const string Prefix = "files/";

    private readonly AmazonS3Client client;
    private readonly FilesOptions options;
    private readonly ILogger<S3Files> log;

    public S3Files(FilesOptions options, ILogger<S3Files> log)
    {
        (this.options, this.log) = (options, log);
        var config = new AmazonS3Config
        {
            ServiceURL = options.Endpoint!.ToString(),
            AuthenticationRegion = options.Region,
            ForcePathStyle = options.PathStyle,
            Timeout = Limit,
            MaxErrorRetry = 2,

            // Stores that are not Amazon's often know neither trailing checksums nor the header for them; the signature covers the bytes.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        client = string.IsNullOrEmpty(options.AccessKey)
            ? new AmazonS3Client(config)
            : new AmazonS3Client(new BasicAWSCredentials(options.AccessKey, options.SecretKey), config);
    }

    public string Place => $"{options.Endpoint!.GetLeftPart(UriPartial.Authority)}/{options.Bucket}";

    private TimeSpan Limit => TimeSpan.FromSeconds(options.TimeoutSeconds);

    /// <summary>Reads the content twice, first for length and digest: an attempt that failed must be able to begin anew.</summary>
    public async Task<StoredFile> Put(Guid id, Stream content, CancellationToken ct)
    {
        await using var spool = content.CanSeek ? null : await Spool(content, ct);
        var from = spool ?? content;
        var start = from.Position;
        var digest = await SHA256.HashDataAsync(from, ct);
        var size = from.Position - start;
        from.Position = start;
        await Ask("put", id, async limited =>
        {
            await client.PutObjectAsync(
                new PutObjectRequest
                {
                    BucketName = options.Bucket,
                    Key = KeyOf(id),
                    InputStream = from,
                    AutoCloseStream = false,
                    AutoResetStreamPosition = false,

                    // In chunks with a signature each, a store that does not know them keeps the signatures as if they were content.
                    UseChunkEncoding = false,
                    ContentType = "application/octet-stream",
                },
                limited);
            return Results.Done.Yes;
        }, ct);
        return new StoredFile(id, size, Convert.ToHexStringLower(digest));
    }

    public async Task<Stream> Open(Guid id, CancellationToken ct)
    {
        var response = await Ask("open", id, limited => client.GetObjectAsync(new GetObjectRequest { BucketName = options.Bucket, Key = KeyOf(id) }, limited), ct);
        return new S3Stream(response);
    }

    public Task Delete(Guid id, CancellationToken ct) =>
        Ask("delete", id, limited => client.DeleteObjectAsync(new DeleteObjectRequest { BucketName = options.Bucket, Key = KeyOf(id) }, limited), ct);

    public async IAsyncEnumerable<Guid> List([EnumeratorCancellation] CancellationToken ct)
    {
        var request = new ListObjectsV2Request { BucketName = options.Bucket, Prefix = Prefix };
        do
        {
            var page = await Ask("list", null, limited => client.ListObjectsV2Async(request, limited), ct);
            foreach (var found in page.S3Objects ?? [])
            {
                if (Guid.TryParseExact(found.Key.Split('/')[^1], "N", out var id) && found.Key == KeyOf(id))
                {
                    yield return id;
                }
            }

            request.ContinuationToken = page.IsTruncated == true ? page.NextContinuationToken : null;
        }
        while (request.ContinuationToken is not null);
    }

    public Task Look(CancellationToken ct) =>
        Ask("look", null, limited => client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = options.Bucket, Prefix = Prefix, MaxKeys = 1 }, limited), ct);

    public void Dispose() => client.Dispose();

    private static string KeyOf(Guid id)
    {
        var name = id.ToString("N");
        return $"{Prefix}{name[..2]}/{name}";
    }

    private static async Task<Stream> Spool(Stream content, CancellationToken ct)
    {
        var spool = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await content.CopyToAsync(spool, ct);
        spool.Position = 0;
        return spool;
    }

    /// <summary>One operation with its limit of time; whatever keeps it from being done is one kind of fault to those who asked.</summary>
    private async Task<T> Ask<T>(string what, Guid? id, Func<CancellationToken, Task<T>> operation, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Limit);
        try
        {
            return await operation(limit.Token);
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound && missing.ErrorCode != "NoSuchBucket")
        {
            throw new FileNotFoundException($"There is no such file at {Place}.", missing);
        }
        catch (AmazonServiceException refused)
        {
            throw Away(what, id, $"{Place} answers {(int)refused.StatusCode} {refused.ErrorCode}: {refused.Message}", refused);
        }
        catch (Exception fault) when (fault is AmazonClientException or HttpRequestException or IOException or TimeoutException)
        {
            throw Away(what, id, $"{Place} does not answer: {fault.GetBaseException().Message}", fault);
        }
        catch (OperationCanceledException late) when (!ct.IsCancellationRequested)
        {
            throw Away(what, id, $"{Place} has not answered in {options.TimeoutSeconds} s.", late);
        }
    }

    private FilesAwayException Away(string what, Guid? id, string message, Exception cause)
    {
        log.LogWarning(cause, "Uploads: {Operation} {File} failed. {Reason}", what, id, message);
        return new FilesAwayException(message, cause);
    }
}
