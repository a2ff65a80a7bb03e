using Teleservices.Platform.Web.Components;

namespace Teleservices.Platform.Tests.Web;

public sealed class PostedDateTests
{
    [Theory]
    [InlineData("27", "3", "1987", "1987-03-27")]
    [InlineData(" 07 ", "03", "1987", "1987-03-07")]
    [InlineData("29", "2", "2024", "2024-02-29")]
    public void A_date_is_read_as_people_write_it(string day, string month, string year, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), PostedDate.Read(day, month, year).Value);

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("", " ", "")]
    public void Three_empty_fields_are_no_date(string? day, string? month, string? year) => Assert.Null(PostedDate.Read(day, month, year).Value);

    [Theory]
    [InlineData("", "3", "1987", "Indiquez aussi le jour.")]
    [InlineData("27", "", "1987", "Indiquez aussi le mois.")]
    [InlineData("27", "3", null, "Indiquez aussi l’année.")]
    [InlineData("27", "3", "87", "L’année s’écrit avec quatre chiffres, par exemple 1987.")]
    [InlineData("27", "3", "0000", "L’année s’écrit avec quatre chiffres, par exemple 1987.")]
    [InlineData("29", "2", "2023", "Cette date n’existe pas. Vérifiez le jour et le mois.")]
    [InlineData("31", "4", "2023", "Cette date n’existe pas. Vérifiez le jour et le mois.")]
    [InlineData("0", "4", "2023", "Cette date n’existe pas. Vérifiez le jour et le mois.")]
    [InlineData("1", "13", "2023", "Cette date n’existe pas. Vérifiez le jour et le mois.")]
    [InlineData("-1", "4", "2023", "Cette date n’existe pas. Vérifiez le jour et le mois.")]
    [InlineData("un", "avril", "2023", "Cette date n’existe pas. Vérifiez le jour et le mois.")]
    public void What_is_wrong_is_said_in_words(string? day, string? month, string? year, string words) =>
        Assert.Equal(words, PostedDate.Read(day, month, year).Refusal!.Text);
}
