using Microsoft.AspNetCore.Http;

namespace Teleservices.Platform.Web;

/// <summary>What somebody sees who came by a host name that is nobody's: needs no layout, no store and no style sheet.</summary>
internal static class UnknownHostPage
{
    private const string Html = """
        <!doctype html>
        <html lang="fr">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Adresse inconnue – Téléservices</title></head>
        <body>
        <main>
        <h1>Cette adresse n’est celle d’aucune collectivité</h1>
        <p>Vérifiez l’orthographe du nom qui est avant le premier point, par exemple <strong>gien</strong>.</p>
        <p>Si un lien vous a conduit ici, prévenez la collectivité qui l’a publié : le lien est à corriger.</p>
        <div lang="en">
        <h2>This address belongs to no administration</h2>
        <p>Check the spelling of the name before the first dot, for example <strong>gien</strong>.
        If a link brought you here, tell the administration that published it: the link needs correcting.</p>
        </div>
        </main>
        </body>
        </html>
        """;

    public static Task Write(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(Html, context.RequestAborted);
    }
}
