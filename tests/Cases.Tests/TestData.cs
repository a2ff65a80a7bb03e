using Teleservices.Contracts;

namespace Teleservices.Cases.Tests;

/// <summary>Fills in what a test does not speak about.</summary>
internal static class TestData
{
    private static int last;

    public static readonly DateTimeOffset Monday = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A request as the bus brings it.</summary>
    public static OpenCase Order(
        string? number = null,
        string applicant = "Camille Martin",
        string form = "bac-dechets",
        string? title = null,
        string team = "dechets",
        Silence? silence = null,
        DateTimeOffset? filedAt = null,
        DateTimeOffset? routedAt = null,
        FiledContent? content = null)
    {
        var filed = filedAt ?? Monday;
        return new(
            Guid.NewGuid(),
            number ?? $"T-2027-{Interlocked.Increment(ref last):000000}",
            Guid.NewGuid().ToString("N"),
            new Applicant(applicant, "camille.martin@example.org", "+33612345678", "12 rue Gambetta, 45500 Gien"),
            new FiledForm(
                form, 1, new Text(title ?? "Demander un bac de déchets", title ?? "Request a waste bin"), "dechets-menagers", team,
                new Text("Service " + team, team + " service"), silence ?? new Silence(SilenceRegime.Rejection, Months: 2), 24),
            "45155",
            "Gien",
            filed,
            routedAt ?? filed,
            "Statuts de la communauté",
            content ?? Content());
    }

    public static FiledContent Content(params FiledPiece[] pieces) => new(
        [
            new FiledSection(new Text("Votre logement", "Your home"),
            [
                new FiledAnswer("type", new Text("Que demandez-vous ?", "What do you ask for?"), new Text("Un nouveau bac", "A new bin")),
                .. pieces.Select(piece => new FiledAnswer("justificatif", piece.Label, new Text(piece.FileName), piece.Id)),
            ]),
        ],
        pieces);

    public static RoleGranted Role(Guid administration, string name = "Ana Petit", string? title = "Instructrice", Guid? account = null, params string[] teams) =>
        new(account ?? Guid.NewGuid(), administration, name, title, false, teams.Length == 0 ? ["dechets"] : teams);
}
