namespace Teleservices.Platform.Files;

/// <summary>
/// Keeps the bytes of uploads outside the web root: a folder, or a bucket of an S3-compatible store that several machines share. Who may
/// read a file is decided by the row that names it, in the module that owns the row; this store asks nothing. A file never changes.
/// </summary>
public interface IFileStore
{
    /// <summary>Where the files lie, in words for operators; never with a secret.</summary>
    string Place { get; }

    /// <summary>Puts the whole stream away; when it returns, the file will still be there after a power cut.</summary>
    /// <param name="id">Its name, which nothing bears yet.</param>
    /// <param name="content">Read to its end.</param>
    /// <param name="ct">Cancels; nothing is left behind then.</param>
    /// <exception cref="FilesAwayException">The store is away: nothing was put.</exception>
    Task<StoredFile> Put(Guid id, Stream content, CancellationToken ct);

    /// <summary>Opens a file for reading, once and from its beginning.</summary>
    /// <exception cref="FileNotFoundException">A row names a file that is not there: a fault of the store.</exception>
    /// <exception cref="FilesAwayException">The store is away.</exception>
    Task<Stream> Open(Guid id, CancellationToken ct);

    /// <summary>Removes a file; one that is gone already is fine.</summary>
    /// <exception cref="FilesAwayException">The store is away.</exception>
    Task Delete(Guid id, CancellationToken ct);

    /// <summary>All files, for backup, in no order.</summary>
    /// <exception cref="FilesAwayException">The store is away.</exception>
    IAsyncEnumerable<Guid> List(CancellationToken ct);

    /// <summary>Looks whether the store is there and lets us in; writes nothing.</summary>
    /// <exception cref="FilesAwayException">It is not.</exception>
    Task Look(CancellationToken ct);
}
