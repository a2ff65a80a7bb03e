namespace Teleservices.Platform.Files;

/// <summary>What keeps uploads.</summary>
public enum FilesKind
{
    /// <summary>A folder of this machine, or one that all machines mount.</summary>
    Folder,

    /// <summary>A bucket of an S3-compatible object store.</summary>
    S3,
}

/// <summary>Where uploads are kept; section <c>Files</c>.</summary>
public sealed class FilesOptions
{
    /// <summary>Folder or object store.</summary>
    public FilesKind Store { get; set; }

    /// <summary>Folder: its path; <c>files</c> in the data folder when nothing is said.</summary>
    public string? Directory { get; set; }

    /// <summary>S3: address of the store, without the bucket.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>S3: a bucket of the platform's own. It is never made by us, and nobody else may read it.</summary>
    public string? Bucket { get; set; }

    /// <summary>S3: who we are. Without it the SDK looks in its usual places: <c>AWS_ACCESS_KEY_ID</c>, a profile, the machine's role.</summary>
    public string? AccessKey { get; set; }

    /// <summary>S3: goes with <see cref="AccessKey"/>.</summary>
    public string? SecretKey { get; set; }

    /// <summary>S3: part of every signature; most stores that are not Amazon's take any.</summary>
    public string Region { get; set; } = "us-east-1";

    /// <summary>S3: the bucket stands in the path and not in the host name. Most stores that are not Amazon's want that.</summary>
    public bool PathStyle { get; set; } = true;

    /// <summary>S3: seconds that one operation may take, attempts included.</summary>
    public int TimeoutSeconds { get; set; } = 20;

    /// <summary>What is wrong with these settings, or nothing.</summary>
    internal string? Fault => this switch
    {
        { Store: FilesKind.Folder } => null,
        { Endpoint: null or { IsAbsoluteUri: false } } => "Files:Store is s3, but Files:Endpoint is not an address: set TELESERVICES__Files__Endpoint to https://host[:port].",
        { Endpoint.Scheme: not ("https" or "http") } => "Files:Endpoint must begin with https:// (or http:// inside a closed network).",
        { Bucket: null or "" } => "Files:Store is s3, but Files:Bucket is missing: set TELESERVICES__Files__Bucket to a bucket of the platform's own.",
        _ when string.IsNullOrEmpty(AccessKey) != string.IsNullOrEmpty(SecretKey) => "Files:AccessKey and Files:SecretKey go together: set both, or neither.",
        { TimeoutSeconds: < 1 or > 300 } => "Files:TimeoutSeconds must be between 1 and 300.",
        _ => null,
    };
}
