using Teleservices.Tenancy.Seeds;

namespace Teleservices.Tenancy.Tests.Seeds;

public sealed class CodesTests
{
    [Theory]
    [InlineData("224500017", true)]
    [InlineData("244500211", true)]
    [InlineData("214501553", true)]
    [InlineData("214501535", false)]
    [InlineData("21450155", false)]
    [InlineData("21450155٣", false)]
    [InlineData("", false)]
    public void A_siren_ends_with_its_key(string text, bool right) => Assert.Equal(right, Codes.IsSiren(text));

    [Theory]
    [InlineData("45155", true)]
    [InlineData("2A004", true)]
    [InlineData("97411", true)]
    [InlineData("2C004", false)]
    [InlineData("455000", false)]
    public void A_commune_has_a_COG_code(string text, bool right) => Assert.Equal(right, Codes.IsCommune(text));

    [Theory]
    [InlineData("#000000", 21.0)]
    [InlineData("#ffffff", 1.0)]
    [InlineData("#777777", 4.48)]
    [InlineData("#767676", 4.54)]
    public void Contrast_is_what_WCAG_says(string colour, double contrast) => Assert.Equal(contrast, Codes.ContrastWithWhite(colour), 2);
}
