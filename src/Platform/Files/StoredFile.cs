namespace Teleservices.Platform.Files;

/// <summary>A file that was put away.</summary>
/// <param name="Id">Unguessable; says nothing of owner or content.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record StoredFile(Guid Id, long Size, string Sha256);
