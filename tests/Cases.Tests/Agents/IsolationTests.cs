using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Contracts;
using Teleservices.Platform.Files;
using static Teleservices.Cases.Tests.CasesPlatform;

namespace Teleservices.Cases.Tests.Agents;

[Collection(nameof(Running))]
public sealed class IsolationTests(CasesPlatform platform)
{
    [Fact]
    public async Task A_case_of_another_administration_is_not_found_on_any_address()
    {
        var piece = await platform.Inside(null, (services, _) =>
            services.GetRequiredService<IFileStore>().Put(new MemoryStream("%PDF-1.4 secret"u8.ToArray()), CancellationToken.None));
        var content = TestData.Content(new FiledPiece(piece.Id, new Text("Justificatif"), "facture.pdf", "application/pdf", piece.Size, piece.Sha256));
        var theirs = await platform.CreateCase(TestData.Order(applicant: "Odette Secrète", content: content, filedAt: platform.Clock.GetUtcNow()));
        var own = await platform.CreateCase(slug: "gien");
        var nadia = await platform.Desk(Nadia);
        var token = (await nadia.Get($"/agents/dossiers/{own}/noter")).ValueOf("__RequestVerificationToken");

        // The list of addresses is the server's own.
        var routes = platform.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText!).Where(route => route.Contains("dossiers/{", StringComparison.Ordinal)).Distinct().ToList();
        Assert.True(routes.Count >= 11, string.Join(", ", routes));
        foreach (var route in routes)
        {
            var address = "/" + route.TrimStart('/')
                .Replace("{id:guid}", theirs.ToString(), StringComparison.Ordinal)
                .Replace("{piece:guid}", piece.Id.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("{", address, StringComparison.Ordinal);
            var shown = await nadia.Get(address);
            Assert.Equal((address, HttpStatusCode.NotFound), (address, shown.Status));
            Assert.DoesNotContain("Secrète", shown.Document.DocumentElement.TextContent, StringComparison.Ordinal);

            using var post = new HttpRequestMessage(HttpMethod.Post, nadia.Address(address))
            {
                Content = new FormUrlEncodedContent(new Dictionary<string, string?>
                {
                    ["__RequestVerificationToken"] = token,
                    ["Seen"] = "1",
                    ["Outcome"] = "Accepted",
                    ["Message"] = "x",
                    ["Note"] = "x",
                    ["Missing"] = "x",
                    ["DueOn.day"] = "1",
                    ["DueOn.month"] = "1",
                    ["DueOn.year"] = "2099",
                }),
            };
            var sent = await nadia.Send(post);
            Assert.True(sent.Status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, $"{address}: {sent.Status}");
        }

        Assert.Single(await platform.Events(theirs));
        var mine = await nadia.Get("/agents?etat=tous&q=secrete");
        Assert.DoesNotContain(theirs.ToString(), mine.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_of_one_administration_is_nobody_at_another()
    {
        var id = await platform.CreateCase(slug: "gien");
        var mehdi = await platform.Desk(Mehdi);
        var visitor = mehdi.At("gien.localhost");
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/agents")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"/agents/dossiers/{id}")).Status);
    }

    [Fact]
    public async Task A_resident_has_no_desk()
    {
        var resident = await platform.SignedIn("camille.martin@example.org", "cc-giennoises");
        Assert.Equal(HttpStatusCode.NotFound, (await resident.Get("/agents")).Status);
    }

    [Fact]
    public async Task A_piece_is_handed_out_as_an_attachment_by_its_own_case_only()
    {
        var piece = await platform.Inside(null, (services, _) =>
            services.GetRequiredService<IFileStore>().Put(new MemoryStream("%PDF-1.4 <script>"u8.ToArray()), CancellationToken.None));
        var content = TestData.Content(new FiledPiece(piece.Id, new Text("Justificatif"), "relevé n° 1.pdf", "application/pdf", piece.Size, piece.Sha256));
        var (with, without) = (await platform.CreateCase(TestData.Order(content: content)), await platform.CreateCase());
        var desk = await platform.Desk(Mehdi);

        var page = await desk.Follow(await desk.Case(with), "relevé n° 1.pdf");

        Assert.Equal("application/pdf", page.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", page.Response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("relevé n° 1.pdf", page.Response.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal(["nosniff"], page.Response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal("%PDF-1.4 <script>"u8.ToArray(), page.Bytes);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Get($"/agents/dossiers/{without}/pieces/{piece.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Get($"/agents/dossiers/{with}/pieces/{Guid.NewGuid()}")).Status);
    }
}
