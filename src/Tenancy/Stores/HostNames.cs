using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Teleservices.Platform.Web;

namespace Teleservices.Tenancy.Stores;

/// <summary>What a host name says: <c>gien.localhost</c> is the administration <c>gien</c> of a platform at <c>localhost</c>.</summary>
internal sealed partial class HostNames(IOptions<HostingOptions> hosting)
{
    /// <summary>First labels that are doors of the platform itself.</summary>
    public static readonly IReadOnlySet<string> Reserved = new HashSet<string>(StringComparer.Ordinal) { "connexion", "console", "www", "api" };

    private readonly string suffix = $".{hosting.Value.Domain.ToLowerInvariant()}";

    public string Of(string slug) => slug + suffix;

    /// <summary>The slug in a host name of the platform's own domain, or nothing if it is another domain.</summary>
    public string? SlugIn(string host) =>
        host.EndsWith(suffix, StringComparison.Ordinal) && host[..^suffix.Length] is var slug && !slug.Contains('.', StringComparison.Ordinal) ? slug : null;

    /// <summary>The one way to write a host name, or nothing if this is none (RFC 1123: 253 characters, labels of letters, digits and hyphens).</summary>
    public static string? Normal(string host)
    {
        var normal = host.TrimEnd('.').ToLowerInvariant();
        return normal.Length is > 0 and <= 253 && Shape().IsMatch(normal) ? normal : null;
    }

    public static bool IsLabel(string text) => text.Length <= 63 && Label().IsMatch(text);

    [GeneratedRegex(@"\A[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Shape();

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Label();
}
