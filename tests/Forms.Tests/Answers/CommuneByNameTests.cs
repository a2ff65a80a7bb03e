using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Tests.Answers;

public sealed class CommuneByNameTests
{
    [Theory]
    [InlineData("45155", "45155")]
    [InlineData("45500 Gien", "45155")]
    [InlineData(" gién ", "45155")]
    [InlineData("45500 NEVOY", "45227")]
    [InlineData("45500", null)]
    [InlineData("45250 Gien", null)]
    [InlineData("Paris", null)]
    [InlineData("", null)]
    public void A_commune_is_what_somebody_typed_if_it_can_be_only_one(string typed, string? cog) => Assert.Equal(cog, new Filled.Gien().Typed(typed)?.Cog);
}
