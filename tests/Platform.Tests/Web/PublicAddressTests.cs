using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Teleservices.Platform.Web;

namespace Teleservices.Platform.Tests.Web;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("http", null, "http://127.0.0.1:41234", "http://connexion.agglo.fr:41234/a?b=c")]
    [InlineData("http", 80, "http://127.0.0.1:41234", "http://connexion.agglo.fr/a?b=c")]
    [InlineData("http", null, "http://[::]:80", "http://connexion.agglo.fr/a?b=c")]
    [InlineData("https", null, "http://+:8080", "https://connexion.agglo.fr/a?b=c")]
    [InlineData("https", 8443, "http://+:8080", "https://connexion.agglo.fr:8443/a?b=c")]
    [InlineData("https", null, "https://localhost:7001", "https://connexion.agglo.fr:7001/a?b=c")]
    [InlineData("http", null, null, "http://connexion.agglo.fr/a?b=c")]
    public void Addresses_come_from_the_configuration_and_the_port_we_listen_on(string scheme, int? port, string? listening, string expected)
    {
        var addresses = new PublicAddress(Options.Create(new HostingOptions { Domain = "agglo.fr", Scheme = scheme, Port = port }), new ListeningServer(listening));
        Assert.Equal(expected, addresses.Of(addresses.SignInHost, "/a?b=c"));
    }

    private sealed class ListeningServer : IServer, IServerAddressesFeature
    {
        public ListeningServer(string? address)
        {
            Features.Set<IServerAddressesFeature>(this);
            if (address is not null)
            {
                Addresses.Add(address);
            }
        }

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public ICollection<string> Addresses { get; } = [];

        public bool PreferHostingUrls { get; set; }

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
