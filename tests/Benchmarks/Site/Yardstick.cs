using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Teleservices.Benchmarks.Site;

/// <summary>
/// The least that a form on this machine costs: one page with an antiforgery token, one durable insert. No sign-in, no draft, no bus, no
/// design; a ratio to it says the same on a fast machine and on a slow one.
/// </summary>
internal static class Yardstick
{
    public static async Task Run(Asked asked)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(TimeProvider.System).AddAntiforgery();
        var connection = asked.Text("connection", "");
        builder.Services.AddDbContext<YardstickDb>(options => _ = asked.OnPostgres ? options.UseNpgsql(connection) : options.UseSqlite(connection));
        await using var app = builder.Build();
        app.UseAntiforgery();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<YardstickDb>().Database.EnsureCreatedAsync();
        }

        app.MapGet("/form", (HttpContext http, IAntiforgery antiforgery) =>
        {
            var token = antiforgery.GetAndStoreTokens(http);
            return Results.Content(
                $"""
                <!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Signaler un problème</title></head><body><main><h1>Signaler un problème</h1>
                <form method="post" action="/form"><input type="hidden" name="{token.FormFieldName}" value="{token.RequestToken}">
                <p><label for="name">Votre nom</label> <input id="name" name="name"></p><p><label for="place">L’endroit</label> <input id="place" name="place"></p>
                <p><label for="text">Le problème</label> <textarea id="text" name="text" rows="6"></textarea></p><button>Envoyer</button></form></main></body></html>
                """,
                "text/html; charset=utf-8");
        });
        app.MapPost("/form", async (HttpContext http, IAntiforgery antiforgery, YardstickDb db, TimeProvider clock) =>
        {
            await antiforgery.ValidateRequestAsync(http);
            var form = await http.Request.ReadFormAsync();
            var filed = new Filed { Id = Guid.CreateVersion7(), Name = form["name"]!, Place = form["place"]!, Text = form["text"]!, At = clock.GetUtcNow() };
            db.Add(filed);
            await db.SaveChangesAsync();
            return Results.Redirect($"/filed/{filed.Id}");
        });
        await app.RunAsync(asked.Text("urls", "http://127.0.0.1:5090"));
    }
}

internal sealed class YardstickDb(DbContextOptions<YardstickDb> options) : DbContext(options)
{
    public DbSet<Filed> Filed => Set<Filed>();
}

internal sealed class Filed
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Place { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset At { get; init; }
}
