using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Teleservices.Platform.Tests.Web;

public sealed partial class TextsTests
{
    [Fact]
    public void What_components_say_is_said_in_English_too()
    {
        var platform = Path.Combine(Root(), "src", "Platform");
        var english = XDocument.Load(Path.Combine(platform, "Texts.en.resx")).Descendants("data").Select(data => data.Attribute("name")!.Value).ToHashSet();
        var said = Directory.EnumerateFiles(Path.Combine(platform, "Web", "Components"), "*.cs")
            .SelectMany(file => Said().Matches(File.ReadAllText(file))).Select(match => match.Groups["key"].Value).ToHashSet();
        Assert.True(said.Count > 10);
        Assert.Empty(said.Except(english));
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Teleservices.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not lie in the repository.");
        }

        return folder;
    }

    [GeneratedRegex("""\.Say\("(?<key>[^"]+)"[,)]""")]
    private static partial Regex Said();
}
