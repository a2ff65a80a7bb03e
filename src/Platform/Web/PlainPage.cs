using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace Teleservices.Platform.Web;

/// <summary>A page that needs no administration, no language, no style sheet and no store; French, then English.</summary>
internal sealed class PlainPage(string frTitle, string frBody, string enTitle, string enBody)
{
    public static readonly PlainPage UnknownHost = new(
        "Cette adresse n’est pas desservie",
        "<p>Aucun portail de téléservices ne se trouve à cette adresse.</p><ul><li>Vérifiez l’orthographe de l’adresse, en particulier le nom de votre commune.</li>"
        + "<li>Partez du site de votre mairie&nbsp;: le lien vers les services en ligne s’y trouve.</li>"
        + "<li>Vous administrez la plateforme&nbsp;? Le nom d’hôte doit être déclaré pour une collectivité avant d’être utilisé.</li></ul>",
        "This address is not served",
        "<p>There is no e-services portal at this address.</p><ul><li>Check the spelling of the address, above all the name of your town.</li>"
        + "<li>Start from your town hall’s website: it links to the online services.</li>"
        + "<li>You run the platform? A host name must be declared for an administration before it is used.</li></ul>");

    public static readonly PlainPage Failure = new(
        "Le service est momentanément indisponible",
        "<p>Une erreur est survenue de notre côté. Ce que vous aviez déjà enregistré est conservé.</p><p>Réessayez dans quelques minutes.</p>",
        "The service is unavailable for the moment",
        "<p>Something went wrong on our side. What you had already saved is kept.</p><p>Try again in a few minutes.</p>");

    private const string Style =
        "html{background:#f4f6f8}body{margin:0;font:1.0625rem/1.55 system-ui,sans-serif;color:#17212b}"
        + "header{height:12px;background:#23405c;border-bottom:4px solid #8fb3d1}"
        + "main{max-width:40rem;margin:2rem auto;padding:1.5rem 1.25rem 2rem;background:#fff;border:1px solid #d3dbe2;border-radius:8px}"
        + "h1{font-size:1.75rem;line-height:1.25;margin:0 0 1rem}h2{font-size:1.25rem;margin:0 0 .5rem}"
        + "section{margin-top:2rem;padding-top:1.5rem;border-top:1px solid #d3dbe2}li{margin-bottom:.4rem}code{overflow-wrap:anywhere}";

    private static readonly string Csp =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public async Task Write(HttpContext context, int status, string? reference = null)
    {
        var quoted = reference is null ? null : HtmlEncoder.Default.Encode(reference);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = Csp;
        context.Response.Headers.CacheControl = "no-store";
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = Outage.RetryAfter;
        }

        await context.Response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{frTitle}</title><style>{Style}</style></head>
            <body><header></header><main><h1>{frTitle}</h1>{frBody}{(quoted is null ? "" : $"<p>Référence à indiquer&nbsp;: <code>{quoted}</code></p>")}
            <section lang="en"><h2>{enTitle}</h2>{enBody}{(quoted is null ? "" : $"<p>Reference to quote: <code>{quoted}</code></p>")}</section></main></body></html>
            """,
            context.RequestAborted);
    }
}
