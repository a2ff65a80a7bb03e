using Teleservices.Platform.Web;

namespace Teleservices.Platform.Tests.Web;

public sealed class LocalPathTests(WebHost web) : IClassFixture<WebHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/vos-demandes?etat=ouvert")]
    [InlineData("/demarches/bac-dechets/pages/logement#haut")]
    public async Task A_path_of_this_host_is_kept(string path)
    {
        Assert.Equal(path, LocalPath.Of(path));
        Assert.Equal(path, await Landing(path));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/a\\..\\b")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData("/ok\r\nSet-Cookie: a=b")]
    [InlineData(" /ici")]
    [InlineData("javascript:alert(1)")]
    [InlineData("~/ici")]
    public async Task What_could_lead_elsewhere_leads_home(string? path)
    {
        Assert.Equal("/", LocalPath.Of(path));
        Assert.Equal("/", await Landing(path));
    }

    private async Task<string> Landing(string? path) =>
        (await web.Get("gien.localhost", $"/langue?culture=en{(path is null ? "" : $"&retour={Uri.EscapeDataString(path)}")}")).Headers.Location!.OriginalString;
}
