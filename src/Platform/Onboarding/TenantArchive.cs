using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Platform.Onboarding;

/// <summary>
/// What an administration takes along: a ZIP file with one JSON line per row, properties in alphabetical order, rows in the order of their keys
/// (the same rows give the same bytes), the files as they are, and a manifest with the SHA-256 of each part.
/// </summary>
public sealed class TenantArchive : IAsyncDisposable
{
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly ZipArchive zip;
    private readonly List<ArchivePart> parts = [];

    /// <summary>Begins an archive.</summary>
    /// <param name="target">Where it is written; stays open.</param>
    public TenantArchive(Stream target) => zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>What was written so far.</summary>
    public IReadOnlyList<ArchivePart> Parts => parts;

    /// <summary>Writes entities, with all that the model maps and with their owned parts.</summary>
    /// <param name="db">Whose model describes them.</param>
    /// <param name="name">Name of the part, without ending.</param>
    /// <param name="rows">In the order of their keys.</param>
    /// <param name="ct">Cancels.</param>
    public async Task Entities<T>(DbContext db, string name, IAsyncEnumerable<T> rows, CancellationToken ct)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(db);
        var type = db.Model.FindEntityType(typeof(T)) ?? throw new ArgumentException($"{typeof(T).Name} is no entity.", nameof(rows));
        await Lines(name, Select(rows, row => Values(type, row), ct), ct);
    }

    /// <summary>Writes records that are no entities.</summary>
    public Task Records(string name, IEnumerable<SortedDictionary<string, object?>> rows, CancellationToken ct) => Lines(name, rows.ToAsyncEnumerable(), ct);

    /// <summary>Writes a file as it is.</summary>
    public async Task File(string name, Stream content, CancellationToken ct)
    {
        await using var part = Open(name);
        await content.CopyToAsync(part, ct);
        parts.Add(new ArchivePart(name, 1, part.Sha256()));
    }

    /// <summary>Writes the manifest, last.</summary>
    public async Task Close(AdministrationInfo administration, DateTimeOffset at, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(administration);
        var manifest = new
        {
            Format = "teleservices-tenant/1",
            Administration = new { Slug = administration.Identifier, administration.Name, administration.Siren, administration.Cog },
            ExportedAt = at,
            Parts = parts,
        };
        await using var part = Open("manifest.json");
        await JsonSerializer.SerializeAsync(part, manifest, Json, ct);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        zip.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task Lines(string name, IAsyncEnumerable<SortedDictionary<string, object?>> rows, CancellationToken ct)
    {
        var count = 0;
        await using var part = Open($"{name}.jsonl");
        await foreach (var row in rows.WithCancellation(ct))
        {
            await JsonSerializer.SerializeAsync(part, row, Json, ct);
            await part.WriteAsync("\n"u8.ToArray(), ct);
            count++;
        }

        parts.Add(new ArchivePart($"{name}.jsonl", count, part.Sha256()));
    }

    private HashingStream Open(string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        return new HashingStream(entry.Open());
    }

    private static async IAsyncEnumerable<SortedDictionary<string, object?>> Select<T>(
        IAsyncEnumerable<T> rows, Func<T, SortedDictionary<string, object?>> values, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in rows.WithCancellation(ct))
        {
            yield return values(row);
        }
    }

    private static SortedDictionary<string, object?> Values(IEntityType type, object row)
    {
        var values = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in type.GetProperties().Where(property => !property.IsShadowProperty()))
        {
            values[Name(property.Name)] = property.GetGetter().GetClrValue(row);
        }

        foreach (var navigation in type.GetNavigations().Where(navigation => navigation.ForeignKey.IsOwnership && !navigation.IsOnDependent))
        {
            var held = navigation.GetGetter().GetClrValue(row);
            values[Name(navigation.Name)] = held switch
            {
                null => null,
                System.Collections.IEnumerable many when navigation.IsCollection => many.Cast<object>().Select(one => Values(navigation.TargetEntityType, one)).ToList(),
                _ => Values(navigation.TargetEntityType, held),
            };
        }

        return values;
    }

    private static string Name(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    /// <summary>Hashes what passes through on its way into the archive.</summary>
    private sealed class HashingStream(Stream inner) : Stream
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public string Sha256() => Convert.ToHexStringLower(hash.GetHashAndReset());

        public override void Flush() => inner.Flush();

        public override void Write(byte[] buffer, int offset, int count)
        {
            hash.AppendData(buffer, offset, count);
            inner.Write(buffer, offset, count);
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
                hash.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}

/// <summary>One part of an archive.</summary>
/// <param name="Name">Its name in the ZIP file.</param>
/// <param name="Rows">Lines of a list; 1 for a file.</param>
/// <param name="Sha256">Of the content, lower-case hexadecimal.</param>
public sealed record ArchivePart(string Name, int Rows, string Sha256);
