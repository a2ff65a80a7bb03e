using Teleservices.Identity.Sessions;
using Teleservices.Identity.SignIn;
using Teleservices.Identity.SignIn.Register;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Identity.Tests.SignIn;

public sealed class WordsTests
{
    [Theory]
    [InlineData("Saint-Gondon", "ST GONDON")]
    [InlineData("Poilly-lez-Gien", "poilly lez gien")]
    [InlineData("Châteauneuf-sur-Loire", "CHATEAUNEUF SUR LOIRE")]
    [InlineData("Sainte-Geneviève-des-Bois", "Ste Genevieve des Bois")]
    public void The_name_of_a_commune_is_recognised_however_it_is_written(string official, string written) =>
        Assert.Equal(CommuneByName.Folded(official), CommuneByName.Folded(written));

    [Theory]
    [InlineData("06 12 34 56 78", "+33612345678")]
    [InlineData("02.38.29.53.53", "+33238295353")]
    [InlineData("+32 470 12 34 56", "+32470123456")]
    [InlineData("00 49 30 901820", "+4930901820")]
    [InlineData("12 34", null)]
    [InlineData("06 12 34 56 78 90 12", null)]
    [InlineData("bonjour", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_telephone_number_is_kept_in_one_way(string? written, string? kept) => Assert.Equal(kept, PhoneNumber.Read(written));

    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox · Linux")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0", "Edge · Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.0 Mobile Safari/604.1", "Safari · iPhone")]
    [InlineData("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36", "Chrome · Android")]
    [InlineData("curl/8.0", "?")]
    public void A_device_has_a_name_that_people_recognise(string userAgent, string name) => Assert.Equal(name, DeviceName.Of(userAgent));

    [Theory]
    [InlineData("camille@example.org", true)]
    [InlineData(" camille@example.org ", true)]
    [InlineData("prénom.nom@collectivité.fr", true)]
    [InlineData("camille@example", false)]
    [InlineData("camille@example.org.", false)]
    [InlineData("Camille <camille@example.org>", false)]
    [InlineData("camille@example.org\r\nBcc: tous@example.org", false)]
    [InlineData("a@b.fr, c@d.fr", false)]
    [InlineData("@example.org", false)]
    public void An_address_is_one_address(string email, bool accepted) =>
        Assert.Equal(accepted, new RegisterValidator().Validate(new Register("Zoé", "Lambert", email, "une phrase à retenir", null)).IsValid);

    [Theory]
    [InlineData("une phrase à retenir", true)]
    [InlineData("123456789012", true)]
    [InlineData("aaaaaaaaaaaaaaaa", false)]
    [InlineData("onze lettre", false)]
    public void Length_is_what_a_password_needs(string password, bool accepted) =>
        Assert.Equal(accepted, new RegisterValidator().Validate(new Register("Zoé", "Lambert", "z@example.org", password, null)).IsValid);
}
