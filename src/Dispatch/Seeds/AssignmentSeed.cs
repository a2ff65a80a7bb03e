using Teleservices.Platform.Seeds;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Seeds;

/// <summary>An assignment as a file tells it.</summary>
internal sealed record AssignmentSeed(
    string Competence, string Holder, AssignmentKind Kind, IReadOnlyList<string> Communes, DateOnly Since, DateOnly? Until, string LegalAct, string? Note)
{
    /// <summary>Holders that stand for each administration of a level.</summary>
    public static IReadOnlyDictionary<string, AdministrationKind> Levels { get; } = new Dictionary<string, AdministrationKind>
    {
        ["each-commune"] = AdministrationKind.Commune,
        ["each-epci"] = AdministrationKind.Epci,
        ["each-departement"] = AdministrationKind.Departement,
    };

    /// <summary>Reads one; mistakes are noted in the file's folder.</summary>
    public static AssignmentSeed Read(SeedNode node, Predicate<string> isCompetence, Predicate<string> isAdministration, Predicate<string> isCommune)
    {
        var competence = node.Text("competence");
        if (competence.Length > 0 && !isCompetence(competence))
        {
            node.Optional("competence")?.Mistake($"competence '{competence}' is not in competences.yaml");
        }

        var holder = node.Text("holder");
        if (holder.Length > 0 && !Levels.ContainsKey(holder) && !isAdministration(holder))
        {
            node.Optional("holder")?.Mistake($"holder '{holder}' is neither an administration of administrations.yaml nor one of {string.Join(", ", Levels.Keys)}");
        }

        var communes = node.List("communes");
        foreach (var cog in communes.Where(cog => !isCommune(cog.Value)))
        {
            cog.Mistake($"commune '{cog.Value}' is not in territories.yaml");
        }

        var (since, until) = (node.Date("since"), node.OptionalDate("until"));
        if (until <= since)
        {
            node.Optional("until")?.Mistake("'until' is the first day after the end, so it comes after 'since'");
        }

        return new AssignmentSeed(
            competence,
            holder,
            node.Choice<AssignmentKind>("kind"),
            [.. communes.Select(cog => cog.Value).Order(StringComparer.Ordinal)],
            since,
            until,
            node.Text("legal_act"),
            node.OptionalText("note"));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Competence} to {Holder} since {Since:yyyy-MM-dd} for {(Communes.Count == 0 ? "its territory" : string.Join(", ", Communes))}";
}
