using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Answers;

/// <summary>What a commune that was not recognised can mean: those of the postcode beside it, else those whose name is like what was typed.</summary>
internal static class MeantCommunes
{
    public static IReadOnlyList<CommuneInfo> At(this ITerritory territory, string postcode) =>
        [.. territory.Communes.Where(commune => commune.Postcodes.Contains(postcode)).Take(CommuneSearch.Most)];

    public static IReadOnlyList<CommuneInfo> Like(this ITerritory territory, string typed) => [.. territory.Matching(typed).Take(CommuneSearch.Most)];
}
