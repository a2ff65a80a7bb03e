using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Teleservices.Architecture.Tests;

public sealed partial class PageTests(Composition composition) : IClassFixture<Composition>
{
    [Fact]
    public void Every_page_and_endpoint_says_who_may_enter()
    {
        var silent = composition.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(endpoint => endpoint.RoutePattern.RawText);
        Assert.Empty(silent);
    }

    [Fact]
    public void Every_French_text_has_an_English_one()
    {
        var missing = from project in House.References.Keys
                      let folder = Path.Combine("src", project)
                      let english = English(Path.Combine(House.Src, project, "Texts.en.resx"))
                      from file in House.Sources(folder, "*.cshtml", "*.cs")
                      from key in Keys(File.ReadAllText(file))
                      where !english.Contains(key)
                      select $"{House.Short(file)}: {key}";
        Assert.Empty(missing.Distinct());
    }

    [Fact]
    public void No_page_has_script_or_style_of_its_own()
    {
        var inline = from file in House.Sources("src", "*.cshtml")
                     let text = File.ReadAllText(file)
                     where InlineCode().IsMatch(text)
                     select House.Short(file);
        Assert.Empty(inline);
    }

    private static HashSet<string> English(string file) => File.Exists(file)
        ? [.. XDocument.Load(file).Descendants("data").Where(data => data.Element("value")?.Value.Length > 0).Select(data => data.Attribute("name")!.Value)]
        : [];

    private static IEnumerable<string> Keys(string text) => TextUse().Matches(text).Select(match => match.Groups["key"].Value.Replace("\\\"", "\"", StringComparison.Ordinal));

    /// <summary><c>T["…"]</c> in pages, <c>texts["…"]</c> in code, <c>new Refusal("…")</c>, <c>WithMessage("…")</c>.</summary>
    [GeneratedRegex("""(?:\bT\[|\btexts\[|\bnew Refusal\(|\.WithMessage\()\s*"(?<key>(?:[^"\\]|\\.)*)"(?=\s*[\],)])""")]
    private static partial Regex TextUse();

    [GeneratedRegex("<style|<script(?![^>]*\\bsrc=)|\\sstyle=|\\son[a-z]+=", RegexOptions.IgnoreCase)]
    private static partial Regex InlineCode();
}
