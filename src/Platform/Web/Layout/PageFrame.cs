using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web.Theme;

namespace Teleservices.Platform.Web.Layout;

/// <summary>For whom a page is; decides navigation, width and scripts.</summary>
internal enum Audience
{
    Residents,
    Agents,
    ItStaff,
    SignIn,
}

/// <summary>One entry of the navigation.</summary>
internal sealed record NavigationItem(string Label, string Path, bool IsCurrent);

/// <summary>What surrounds the present page: whose it is, where one may go, who is signed in.</summary>
internal sealed class PageFrame(Current current, IHttpContextAccessor accessor, PublicAddress addresses, IStringLocalizer<Texts> T)
{
    /// <summary>Carries <see cref="ShowExtensions.Notice"/> over a redirect.</summary>
    public const string NoticeCookie = "avis";

    private readonly HttpContext context = accessor.HttpContext ?? throw new InvalidOperationException("A page is shown outside a request.");

    public Look Look { get; } = Look.Of(current);

    public AdministrationInfo? Administration => current.Administration;

    public Audience Audience => current.Door switch
    {
        Door.SignIn => Audience.SignIn,
        Door.Console => Audience.ItStaff,
        _ => Under("/agents") ? Audience.Agents : Audience.Residents,
    };

    /// <summary>Agents and IT staff have dense pages with scripts; residents have neither.</summary>
    public bool IsWorkplace => Audience is Audience.Agents or Audience.ItStaff;

    public string Name => Administration?.Name ?? T["Téléservices"];

    public string Tagline => Audience switch
    {
        Audience.Agents => T["Espace des agents"],
        Audience.ItStaff => T["Console d’administration"],
        Audience.SignIn => T["Votre compte, pour toutes vos collectivités"],
        _ => T["Services en ligne"],
    };

    public string Home => Audience switch
    {
        Audience.Agents => "/agents",
        Audience.ItStaff => "/console",
        _ => "/",
    };

    public bool IsSignedIn => context.User.Identity is { IsAuthenticated: true };

    public string? Person => context.User.FindFirst("name")?.Value ?? context.User.Identity?.Name;

    /// <summary>The person's account, on the sign-in host.</summary>
    public string AccountPage => addresses.Of(addresses.SignInHost, "/mon-compte");

    /// <summary>Looking at the notices costs a cookie: only where one came along.</summary>
    public bool MayHaveNotice => context.Request.Cookies.ContainsKey(Cookies.NameOf(NoticeCookie, addresses));

    /// <summary>The page that the person asked for, also when an error page is shown instead.</summary>
    public string Path =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is { } status ? status.OriginalPath + status.OriginalQueryString
        : context.Features.Get<IExceptionHandlerPathFeature>() is { } failure ? failure.Path
        : context.Request.Path + context.Request.QueryString;

    public IReadOnlyList<NavigationItem> Navigation => Audience switch
    {
        Audience.Agents =>
        [
            new(T["Dossiers"], "/agents", Under("/agents") && !Under("/agents/demarches")),
            Item(T["Démarches"], "/agents/demarches"),
        ],
        Audience.ItStaff =>
        [
            new(T["Administrations"], "/console", Path.Split('?')[0].TrimEnd('/') == "/console" || Under("/console/administrations")),
            new(T["Acheminement"], "/console/acheminement", Under("/console/acheminement") || Under("/console/bureaux")),
            Item(T["Compétences"], "/console/competences"),
            Item(T["Courriels"], "/console/courriels"),
        ],
        Audience.Residents => [Item(T["Accueil"], "/", exactly: true), Item(T["Vos demandes"], "/vos-demandes")],
        _ => [],
    };

    private NavigationItem Item(string label, string path, bool exactly = false) =>
        new(label, path, exactly ? Path.Split('?')[0].TrimEnd('/') == path.TrimEnd('/') : Under(path));

    private bool Under(string path) => new PathString(Path.Split('?')[0]).StartsWithSegments(path);
}
