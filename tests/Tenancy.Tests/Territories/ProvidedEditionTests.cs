using System.IO.Compression;
using Teleservices.Tenancy.Territories;
using Teleservices.TestKit;

namespace Teleservices.Tenancy.Tests.Territories;

public sealed class ProvidedEditionTests
{
    [Fact]
    public void The_edition_that_comes_with_the_platform_is_the_whole_country_and_the_same_text_when_made_again()
    {
        var path = Path.Combine(ModuleHost.Seeds, "territory", "france-2026.tsv.gz");
        using var file = File.OpenRead(path);
        var edition = Edition.Read(file);

        Assert.Equal((34_875, 1_255, 101), (edition.Communes.Count, edition.Epci.Count, edition.Departements.Count));
        Assert.Equal(325, edition.Communes.Count(commune => commune.Departement == "45"));
        Assert.Equal(new EditionCommune("45155", "Gien", "214501553", "45", 13_459, []), edition.Communes.Single(commune => commune.Cog == "45155") with { Postcodes = [] }, new ByText());
        Assert.Contains("45155", edition.Epci.Single(epci => epci.Name == "CC Giennoises").Members);
        Assert.Contains("Licence Ouverte 2.0", edition.Attribution, StringComparison.Ordinal);

        using var again = new MemoryStream();
        edition.Write(again);
        Assert.Equal(Text(File.ReadAllBytes(path)), Text(again.ToArray()));
    }

    [Fact]
    public void What_contradicts_itself_is_not_read()
    {
        var edition = Editions.First with { Epci = [new EditionEpci("244500211", "CC", "CC Giennoises", ["45155", "45999"])] };
        Assert.Contains("45999", Assert.Throws<InvalidDataException>(() => edition.Write(new MemoryStream())).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => Edition.Read(new MemoryStream([1, 2, 3])));
    }

    private static string Text(byte[] compressed)
    {
        using var text = new StreamReader(new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress));
        return text.ReadToEnd();
    }

    private sealed class ByText : IEqualityComparer<EditionCommune>
    {
        public bool Equals(EditionCommune? one, EditionCommune? other) => one?.ToString() == other?.ToString();

        public int GetHashCode(EditionCommune one) => 0;
    }
}
