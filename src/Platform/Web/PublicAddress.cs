using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
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

    /// <summary>Port in public addresses; the port that the server listens on unless told otherwise.</summary>
    public int? Port { get; set; }
}

/// <summary>Makes absolute addresses from the configuration alone, never from a Host header (OWASP ASVS 5.0, 4.1.3).</summary>
public sealed class PublicAddress(IOptions<HostingOptions> options, IServer server)
{
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

    private int? ListeningPort => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address
        ? Microsoft.AspNetCore.Http.BindingAddress.Parse(address).Port
        : null;
}

/// <summary>The address of an administration's portal.</summary>
public static class PublicAddressOfAdministration
{
    /// <summary>The full address of a path on the host of an administration.</summary>
    public static string Of(this PublicAddress addresses, ITenantStore tenants, AdministrationInfo administration, string path) =>
        addresses.Of(tenants.HostOf(administration), path);
}
