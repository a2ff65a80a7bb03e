namespace Teleservices.Cases.Agents;

/// <summary>Addresses of the agents' pages; no page writes one by hand.</summary>
internal static class CaseLinks
{
    public const string Queue = "/agents";

    public static string Case(Guid id) => $"/agents/dossiers/{id}";

    public static string Piece(Guid id, Guid piece) => $"{Case(id)}/pieces/{piece}";

    public static string Take(Guid id) => $"{Case(id)}/prendre";

    public static string Assign(Guid id) => $"{Case(id)}/confier";

    public static string Release(Guid id) => $"{Case(id)}/liberer";

    public static string Ask(Guid id) => $"{Case(id)}/demander";

    public static string Write(Guid id) => $"{Case(id)}/ecrire";

    public static string Note(Guid id) => $"{Case(id)}/noter";

    public static string MarkRead(Guid id) => $"{Case(id)}/traite";

    public static string Decide(Guid id) => $"{Case(id)}/repondre";

    public static string HandOver(Guid id) => $"{Case(id)}/transmettre";

    public static string GiveBack(Guid id) => $"{Case(id)}/rendre";

    public static string Close(Guid id) => $"{Case(id)}/clore";
}
