using Teleservices.Tenancy.Onboarding;
using Teleservices.Tenancy.Seeds;

namespace Teleservices.Tenancy.Tests.Onboarding;

public sealed class BodyNamesTests
{
    [Theory]
    [InlineData("Nevoy", "Commune de Nevoy", "nevoy")]
    [InlineData("Orléans", "Commune d’Orléans", "orleans")]
    [InlineData("Les Choux", "Commune des Choux", "les-choux")]
    [InlineData("Le Moulinet-sur-Solin", "Commune du Moulinet-sur-Solin", "le-moulinet-sur-solin")]
    [InlineData("La Ferté-Saint-Aubin", "Commune de La Ferté-Saint-Aubin", "la-ferte-saint-aubin")]
    [InlineData("L'Haÿ-les-Roses", "Commune de L'Haÿ-les-Roses", "l-hay-les-roses")]
    [InlineData("Y", "Commune de Y", "y")]
    [InlineData("Œuilly", "Commune d’Œuilly", "oeuilly")]
    public void A_commune_is_called_as_people_call_it(string name, string whole, string slug) =>
        Assert.Equal((whole, slug), (BodyNames.Commune(name), BodyNames.Slug(name)));

    [Theory]
    [InlineData("45", "Loiret", "Département du Loiret")]
    [InlineData("01", "Ain", "Département de l’Ain")]
    [InlineData("41", "Loir-et-Cher", "Département de Loir-et-Cher")]
    [InlineData("88", "Vosges", "Département des Vosges")]
    [InlineData("35", "Ille-et-Vilaine", "Département d’Ille-et-Vilaine")]
    public void A_departement_has_its_article(string code, string name, string whole) => Assert.Equal(whole, BodyNames.Departement(code, name));

    [Theory]
    [InlineData("CC Giennoises", "CC", "Communauté de communes Giennoises")]
    [InlineData("Orléans Métropole", "METRO", "Orléans Métropole")]
    public void An_abbreviation_is_written_out(string name, string nature, string whole) => Assert.Equal(whole, BodyNames.Epci(name, nature));

    [Fact]
    public void White_text_is_readable_on_each_colour_of_the_palette() =>
        Assert.All(Palette.Themes, theme => Assert.InRange(Codes.ContrastWithWhite(theme.Primary), 4.5, 21));
}
