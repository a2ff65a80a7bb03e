namespace Teleservices.Platform.Web;

/// <summary>A path to come back to, as a stranger gave it.</summary>
public static class LocalPath
{
    /// <summary>The path if it stays on this host, else <c>/</c>: no other host, no backslash, no control character (CWE-601).</summary>
    public static string Of(string? given) =>
        given is ['/', ..] && !given.StartsWith("//", StringComparison.Ordinal)
        && !given.Contains('\\', StringComparison.Ordinal) && !given.Any(char.IsControl)
            ? given
            : "/";
}
