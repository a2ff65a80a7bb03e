using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;

namespace Teleservices.Platform.Tests.Web;

/// <summary>A real server with the web part of the platform and the few pages of this project; who is signed in is said by a header.</summary>
public sealed class WebHost : IAsyncLifetime
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private WebApplication app = null!;

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => app.Services;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WebSetup).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Production",
        });
        builder.WebHost.UseStaticWebAssets().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration["RateLimits:SignIn"] = "3";
        builder.Configuration["Hosting:MaxRequestBytes"] = "100000";
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddScoped<Current>();
        builder.Services.AddSingleton<ITenantStore, TwoTenants>();
        builder.Services.AddSingleton(new ModelPart(typeof(WebSetup).Assembly));
        builder.Services.AddSingleton(new ModelPart(typeof(WebHost).Assembly));
        builder.Services.AddWeb(builder.Configuration);
        builder.Services.AddAuthentication("header").AddScheme<AuthenticationSchemeOptions, HeaderScheme>("header", null);
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Residents, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Policies.Agents, policy => policy.RequireClaim("role", "agent"))
            .AddPolicy(Policies.ItStaff, policy => policy.RequireClaim("role", "it"));
        app = builder.Build();
        app.UseWeb();
        app.MapWeb();
        await app.StartAsync();
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    public Task<HttpResponseMessage> Get(string host, string path, params (string Name, string Value)[] headers) =>
        Send(new HttpRequestMessage(HttpMethod.Get, new Uri(Address, path)), host, headers);

    public async Task<IHtmlDocument> Page(string host, string path, params (string Name, string Value)[] headers) =>
        await Read(await Get(host, path, headers));

    /// <summary>Opens a page for its antiforgery token, then posts to it.</summary>
    public async Task<HttpResponseMessage> Post(string host, string path, params (string Name, string Value)[] values)
    {
        var shown = await Get(host, path);
        var token = (await Read(shown)).QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, path))
        {
            Content = new FormUrlEncodedContent([.. values.Select(value => KeyValuePair.Create(value.Name, value.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]),
        };
        var cookies = string.Join("; ", shown.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        return await Send(request, host, ("Cookie", cookies));
    }

    public async Task<HttpResponseMessage> Send(HttpRequestMessage request, string host, params (string Name, string Value)[] headers)
    {
        request.Headers.Host = $"{host}:{Address.Port}";
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await http.SendAsync(request);
    }

    public static async Task<IHtmlDocument> Read(HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

    private sealed class HeaderScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
            AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var who) && who.Parameter is { } account
                ? AuthenticateResult.Success(new AuthenticationTicket(
                    new ClaimsPrincipal(new ClaimsIdentity([new("sub", account), new("name", "Camille <Martin>"), new("role", who.Scheme)], "header")), "header"))
                : AuthenticateResult.NoResult());
    }
}

/// <summary>A commune and a département whose colours are no colours.</summary>
internal sealed class TwoTenants : ITenantStore
{
    public static readonly AdministrationInfo Gien = Of(1, "gien", AdministrationKind.Commune, "Ville de Gien", "Gien", "#0b5d3b", "#c8102e");

    public static readonly AdministrationInfo Loiret = Of(
        2, "loiret", AdministrationKind.Departement, "Département <du> Loiret", "Loiret", "red;}body{display:none", "url(//evil.example)");

    public ValueTask<AdministrationInfo?> ByHost(string host, CancellationToken ct) => ValueTask.FromResult(host switch
    {
        "gien.localhost" => Gien,
        "loiret.localhost" => Loiret,
        "broken.localhost" => throw new InvalidOperationException("the secret of the store"),
        _ => null,
    });

    public ValueTask<AdministrationInfo?> ById(Guid id, CancellationToken ct) => ValueTask.FromResult(id == Gien.Id ? Gien : id == Loiret.Id ? Loiret : null);

    public ValueTask<AdministrationInfo?> ByIdentifier(string identifier, CancellationToken ct) => ByHost($"{identifier}.localhost", ct);

    public ValueTask<IReadOnlyList<AdministrationInfo>> All(CancellationToken ct) => ValueTask.FromResult<IReadOnlyList<AdministrationInfo>>([Loiret, Gien]);

    public string HostOf(AdministrationInfo administration) => $"{administration.Identifier}.localhost";

    private static AdministrationInfo Of(byte id, string slug, AdministrationKind kind, string name, string shortName, string primary, string accent) => new(
        new Guid(id, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        slug,
        kind,
        name,
        shortName,
        "214501553",
        "45155",
        new AdministrationTheme(primary, accent),
        new AdministrationContact("Accueil", $"mairie@{slug}.example", "+33261914520", "1 rue de la Paix", new Wording("Le matin", "Mornings"), $"dpo@{slug}.example"));
}
