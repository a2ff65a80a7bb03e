using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Platform.Web;

/// <summary>Under which addresses the platform is reached from outside; section <c>Hosting</c>.</summary>
public sealed class HostingOptions
{
    /// <summary>The domain below which every administration has its host: <c>gien.{Domain}</c>.</summary>
    public string Domain { get; set; } = "localhost";

    /// <summary><c>http</c> on the machine of somebody who tries it, <c>https</c> everywhere else.</summary>
    public string Scheme { get; set; } = "http";

    /// <summary>
    /// Port in public addresses. Left out, it is the port that the server listens on with this scheme; if it listens with another
    /// one (TLS ends at a proxy before us) it is the scheme's own.
    /// </summary>
    public int? Port { get; set; }

    /// <summary>Addresses or networks (CIDR) of proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> count. <c>X-Forwarded-Host</c> never does.</summary>
    public IList<string> TrustedProxies { get; } = [];

    /// <summary>Where to report a vulnerability (RFC 9116), an address or a URL; left out, the administration's e-mail address.</summary>
    public string? SecurityContact { get; set; }

    /// <summary>Largest request in bytes. Pages have lower limits of their own, so that they can say which file was too large.</summary>
    public long MaxRequestBytes { get; set; } = 64 * 1024 * 1024;
}

/// <summary>Makes absolute addresses from the configuration alone, never from a Host header (OWASP ASVS 5.0, 4.1.3).</summary>
public sealed class PublicAddress(IOptions<HostingOptions> options, IServer? server = null)
{
    private int? listeningPort;

    /// <summary>Host name of the sign-in pages.</summary>
    public string SignInHost => $"connexion.{options.Value.Domain}";

    /// <summary>Host name of the console.</summary>
    public string ConsoleHost => $"console.{options.Value.Domain}";

    /// <summary>Whether residents come over TLS.</summary>
    public bool Secure => options.Value.Scheme == "https";

    /// <summary>Scheme, host and port of a host name, without a slash at the end.</summary>
    public string Origin(string host) => new UriBuilder(options.Value.Scheme, host, Port).Uri.GetLeftPart(UriPartial.Authority);

    /// <summary>The full address of a path on a host.</summary>
    public string Of(string host, string path) => Origin(host) + path;

    private int Port => options.Value.Port ?? ListeningPort ?? (Secure ? 443 : 80);

    /// <summary>Asked with every request; known for good once the server listens.</summary>
    private int? ListeningPort => listeningPort is > 0 ? listeningPort : listeningPort = server?.Features.Get<IServerAddressesFeature>()?.Addresses
        .Select(BindingAddress.Parse).FirstOrDefault(address => address.Scheme == options.Value.Scheme)?.Port;
}

/// <summary>The address of an administration's portal.</summary>
public static class PublicAddressOfAdministration
{
    /// <summary>The full address of a path on the host of an administration.</summary>
    public static string Of(this PublicAddress addresses, ITenantStore tenants, AdministrationInfo administration, string path) =>
        addresses.Of(tenants.HostOf(administration), path);

    /// <summary>For pages and for mails: a process without pages writes addresses too.</summary>
    internal static void AddPublicAddress(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<HostingOptions>().Bind(configuration.GetSection("Hosting"));
        services.TryAddSingleton<PublicAddress>();
    }
}
