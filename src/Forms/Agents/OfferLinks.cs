namespace Teleservices.Forms.Agents;

/// <summary>Every address of the agents' side, once.</summary>
internal static class OfferLinks
{
    public const string List = "/agents/demarches";

    public static string Offer(string form) => $"{List}/{form}";

    public static string Change(string form) => $"{List}/{form}/modifier";

    public static string Version(string form) => $"{List}/{form}/version";
}
