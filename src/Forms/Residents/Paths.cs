namespace Teleservices.Forms.Residents;

/// <summary>Every address of the residents' side, once.</summary>
internal static class Paths
{
    public const string YourRequests = "/vos-demandes";

    public static string Form(string form) => $"/demarches/{form}";

    public static string Start(string form) => $"/demarches/{form}/commencer";

    public static string Page(string form, string page) => $"/demarches/{form}/remplir/{page}";

    public static string Item(string form, string page, string group, int item) => $"/demarches/{form}/remplir/{page}/{group}/{item + 1}";

    public static string Check(string form) => $"/demarches/{form}/verifier";

    public static string Request(Guid request) => $"/demandes/{request}";

    public static string Confirmation(Guid request) => $"/demandes/{request}/confirmation";

    public static string Receipt(Guid request) => $"/demandes/{request}/recepisse";

    public static string Piece(Guid upload) => $"/pieces/{upload}";
}
