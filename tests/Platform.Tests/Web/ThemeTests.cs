using System.Net;
using System.Text.RegularExpressions;
using Teleservices.Platform.Web.Theme;

namespace Teleservices.Platform.Tests.Web;

public sealed class ThemeTests(WebHost web) : IClassFixture<WebHost>
{
    [Fact]
    public async Task The_style_sheet_bears_the_colours_of_the_administration()
    {
        var answer = await web.Get("gien.localhost", "/theme.css");
        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("--theme-primary:#0b5d3b;", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_colour_never_reaches_a_style_sheet_or_a_drawing()
    {
        foreach (var path in new[] { "/theme.css", "/emblem.svg" })
        {
            var text = await (await web.Get("loiret.localhost", path)).Content.ReadAsStringAsync();
            Assert.DoesNotContain("red", text, StringComparison.Ordinal);
            Assert.DoesNotContain("evil", text, StringComparison.Ordinal);
            Assert.Contains("#23405c", text, StringComparison.Ordinal);
        }

        Assert.Equal("Département <du> Loiret", (await web.Page("loiret.localhost", "/")).QuerySelector(".app-header__name")!.TextContent);
    }

    [Fact]
    public async Task A_theme_that_did_not_change_is_not_sent_again()
    {
        var first = await web.Get("gien.localhost", "/theme.css");
        var again = await web.Get("gien.localhost", "/theme.css", ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        var other = await web.Get("loiret.localhost", "/theme.css", ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory]
    [InlineData("#fff", false)]
    [InlineData("0b5d3b", false)]
    [InlineData("#0b5d3g", false)]
    [InlineData("#0b5d3b ", false)]
    [InlineData("#-b5d3b", false)]
    [InlineData(null, false)]
    [InlineData("#0B5D3b", true)]
    public void A_colour_is_a_hash_and_six_digits(string? text, bool isColour) => Assert.Equal(isColour, Colour.Parse(text) is not null);

    [Theory]
    [InlineData("#0b5d3b")]
    [InlineData("#ffffff")]
    [InlineData("#ffd400")]
    [InlineData("#00e5ff")]
    [InlineData("#808080")]
    [InlineData("#000000")]
    public void Text_can_be_read_whatever_colour_was_chosen(string primary)
    {
        var colour = Colour.Parse(primary)!.Value;
        var tint = colour.Mix(Colour.White, 0.94);
        Assert.True(colour.ReadableOn(tint, 5.5).Contrast(tint) >= 4.5);
        Assert.True(Math.Max(colour.Contrast(Colour.White), colour.Contrast(Colour.Ink)) >= 4);
    }

    [Fact]
    public void Contrast_is_that_of_the_standard()
    {
        Assert.Equal(21, Colour.Parse("#000000")!.Value.Contrast(Colour.White), 3);
        Assert.Equal(4.48, Colour.Parse("#777777")!.Value.Contrast(Colour.White), 2);
        Assert.Matches(new Regex("^#[0-9a-f]{6}$"), Colour.Parse("#ABCDEF")!.Value.ToString());
    }
}
