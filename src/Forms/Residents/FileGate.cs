using Microsoft.AspNetCore.Http;
using Teleservices.Forms.Model;
using Teleservices.Platform.Files;
using Teleservices.Platform.Results;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Residents;

/// <summary>Lets a file in, or says why not: by its content, not by its name (OWASP ASVS 5.2).</summary>
internal sealed class FileGate(IFileStore store, Current current, TimeProvider clock)
{
    private const int TailLength = 4096;

    /// <summary>Puts the file away and describes it; the row is the caller's to add.</summary>
    public async Task<Result<Upload>> Admit(IFormFile file, IReadOnlyList<string> accept, int maxMegabytes, CancellationToken ct)
    {
        var name = Path.GetFileName(file.FileName);
        if (file.Length == 0)
        {
            return new Refusal("Le fichier « {0} » est vide : choisissez-en un autre", name);
        }

        if (file.Length > maxMegabytes * 1024L * 1024)
        {
            return new Refusal("Le fichier « {0} » pèse {1} Mo : {2} Mo au plus", name, Math.Ceiling(file.Length / 1024m / 1024), maxMegabytes);
        }

        await using var content = file.OpenReadStream();
        var head = new byte[FileKind.HeadLength];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        var kinds = string.Join(", ", accept.Select(code => code.ToUpperInvariant()));
        if (FileKind.Of(head.AsSpan(0, read)) is not { } kind || !accept.Contains(kind.Code))
        {
            return new Refusal("Le contenu de « {0} » n’est pas celui d’un fichier {1} : choisissez un fichier de ce type", name, kinds);
        }

        if (!kind.Extensions.Contains(Path.GetExtension(name).ToLowerInvariant()))
        {
            return new Refusal("« {0} » est un fichier {1}, mais son nom dit autre chose : renommez-le en {2}", name, kind.Code.ToUpperInvariant(), kind.Extensions[0]);
        }

        if (kind == FileKind.Pdf && await IsLocked(content, ct))
        {
            return new Refusal("« {0} » est protégé par un mot de passe : enlevez la protection, puis choisissez-le de nouveau", name);
        }

        content.Position = 0;
        StoredFile stored;
        try
        {
            stored = await store.Put(content, ct);
        }
        catch (FilesAwayException)
        {
            return new Refusal("« {0} » n’a pas pu être enregistré : les fichiers ne peuvent pas être reçus en ce moment. Le reste de votre saisie est conservé. Réessayez dans quelques minutes", name) { IsOutage = true };
        }

        return new Upload
        {
            Id = Guid.NewGuid(),
            ResidentId = current.RequiredResident,
            FileId = stored.Id,
            FileName = kind.SafeName(name),
            ContentType = kind.ContentType,
            Size = stored.Size,
            Sha256 = stored.Sha256,
            UploadedAt = clock.GetUtcNow(),
        };
    }

    /// <summary>A PDF that needs a password names its encryption in the trailer (ISO 32000-1, 7.5.5).</summary>
    private static async Task<bool> IsLocked(Stream content, CancellationToken ct)
    {
        content.Position = Math.Max(0, content.Length - TailLength);
        var tail = new byte[TailLength];
        var read = await content.ReadAtLeastAsync(tail, tail.Length, throwOnEndOfStream: false, ct);
        return tail.AsSpan(0, read).IndexOf("/Encrypt"u8) >= 0;
    }
}
