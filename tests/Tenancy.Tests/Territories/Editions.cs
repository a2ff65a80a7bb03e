using Teleservices.Tenancy.Territories;

namespace Teleservices.Tenancy.Tests.Territories;

/// <summary>A country of a handful of communes around Gien, and what becomes of it.</summary>
internal static class Editions
{
    private static readonly string[] Eleven = ["45036", "45096", "45108", "45155", "45180", "45218", "45227", "45254", "45271", "45280", "45291"];

    /// <summary>The eleven communes of the seeds, and Orléans, which nobody of the platform but the département serves.</summary>
    public static readonly Edition First = new(
        new DateOnly(2026, 1, 1),
        "made up",
        [.. Eleven.Append("45234").Select(cog => Commune(cog))],
        [new EditionFormer("45007", "45155", "Arrabloy")],
        [new EditionEpci("244500211", "CC", "CC Giennoises", Eleven), new EditionEpci("244500468", "METRO", "Orléans Métropole", ["45234"])],
        [new EditionDepartement("45", "224500017", "Loiret")]);

    /// <summary>A year later: Nevoy is a part of Gien, Langesse has gone over to Orléans, and Saint-Gondon has another name.</summary>
    public static readonly Edition Second = First with
    {
        ValidFrom = new DateOnly(2027, 1, 1),
        Communes = [.. First.Communes.Where(commune => commune.Cog != "45227").Select(commune => commune.Cog == "45280" ? commune with { Name = "Saint-Gondon-sur-Loire" } : commune)],
        Formers = [.. First.Formers, new EditionFormer("45227", "45155", "Nevoy")],
        Epci =
        [
            First.Epci[0] with { Members = [.. Eleven.Except(["45227", "45180"])] },
            First.Epci[1] with { Members = ["45234", "45180"] },
        ],
    };

    private static EditionCommune Commune(string cog) => new(cog, $"Commune {cog}", Siren(cog), "45", 100, ["45500"]);

    private static string Siren(string cog)
    {
        var eight = $"21{cog[..2]}0{cog[2..]}";
        return Enumerable.Range(0, 10).Select(key => $"{eight}{key}").Single(siren =>
            siren.Reverse().Select((c, i) => i % 2 == 0 ? c - '0' : ((c - '0') * 2 % 10) + ((c - '0') * 2 / 10)).Sum() % 10 == 0);
    }
}
