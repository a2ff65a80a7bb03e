using System.Globalization;
using System.Text;
using CsCheck;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Tests.Answers;

public sealed class CommuneSearchTests
{
    private static readonly Some Communes = new(
        ("45155", "Gien", "45500"), ("45227", "Nevoy", "45500"), ("45254", "Poilly-lez-Gien", "45500"), ("45280", "Saint-Gondon", "45500"),
        ("45096", "Les Choux", "45290"), ("45271", "Saint-Brisson-sur-Loire", "45500"), ("39250", "Gigny", "39320"), ("01001", "L'Abergement-Clémenciat", "01400"));

    [Theory]
    [InlineData("gien", "45155 45254")]
    [InlineData("45500 Gien", "45155 45254")]
    [InlineData("gien 45500", "45155 45254")]
    [InlineData("gi", "45155 39250 45254")]
    [InlineData("ST GON", "45280")]
    [InlineData("saint", "45280 45271")]
    [InlineData("choux", "45096")]
    [InlineData("houx", "")]
    [InlineData("abergement clemen", "01001")]
    [InlineData("014", "01001")]
    [InlineData("gien 2", "")]
    [InlineData("0", "")]
    [InlineData("g", "")]
    [InlineData("- '", "")]
    [InlineData("75001", "")]
    [InlineData("455000", "")]
    public void The_likeliest_comes_first(string typed, string cogs) =>
        Assert.Equal(cogs, string.Join(' ', Communes.Matching(typed).Select(commune => commune.Cog)));

    [Fact]
    public void Whatever_case_accents_and_hyphens_a_name_is_found_by_each_of_its_beginnings() =>
        Gen.Select(Gen.Int[0, Communes.Communes.Count - 1], Gen.Int[3, 30], Gen.Bool, Gen.Bool, Gen.Bool).Sample((at, letters, upper, bare, postcode) =>
        {
            var commune = Communes.Communes[at];
            var typed = commune.Name[..Math.Min(letters, commune.Name.Length)];
            typed = bare ? Bare(typed).Replace('-', ' ') : typed;
            typed = upper ? typed.ToUpperInvariant() : typed.ToLowerInvariant();
            var found = Communes.Matching(postcode ? $"{commune.Postcodes[0]} {typed}" : typed);
            return found.Contains(commune) && (letters < commune.Name.Length || found[0] == commune) && found.Distinct().Count() == found.Count;
        });

    [Fact]
    public void Nothing_that_can_be_typed_breaks_it() => Gen.String.Sample(typed => Communes.Matching(typed).Count <= Communes.Communes.Count);

    private static string Bare(string name) => new([.. name.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)]);

    private sealed class Some(params (string Cog, string Name, string Postcode)[] communes) : ITerritory
    {
        public IReadOnlyList<CommuneInfo> Communes { get; } = [.. communes.Select(one => new CommuneInfo(one.Cog, one.Name, [one.Postcode]))];

        public CommuneInfo? Commune(string cog) => Communes.FirstOrDefault(commune => commune.Cog == cog);

        public IReadOnlySet<string> ServedBy(Guid administrationId, DateOnly on) => new HashSet<string>();

        public IReadOnlyList<ServingAdministration> Serving(string cog, DateOnly on) => [];

        public IReadOnlyList<DateOnly> Changes(string cog) => [];
    }
}
