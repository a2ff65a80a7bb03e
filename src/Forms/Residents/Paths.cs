namespace Teleservices.Forms.Residents;

/// <summary>Every address of the residents' side, once.</summary>
internal static class Paths
{
    public const string YourRequests = "/vos-demandes";

    /// <summary>In the query of a page that one came to from the check page, to go back there.</summary>
    public const string ReturnKey = "retour";

    public const string ReturnToCheck = "verifier";

    public static string Form(string form) => $"/demarches/{form}";

    public static string Start(string form) => $"/demarches/{form}/commencer";

    public static string Page(string form, string page, bool returning = false) => $"/demarches/{form}/remplir/{page}{Back(returning)}";

    public static string Item(string form, string page, string group, int item, bool returning = false) =>
        $"/demarches/{form}/remplir/{page}/{group}/{item + 1}{Back(returning)}";

    public static string Check(string form) => $"/demarches/{form}/verifier";

    public static string Request(Guid request) => $"/demandes/{request}";

    public static string Confirmation(Guid request) => $"/demandes/{request}/confirmation";

    public static string Receipt(Guid request) => $"/demandes/{request}/recepisse";

    /// <summary>A page of the module that found the administration.</summary>
    public static string Why(Guid request) => $"/demandes/{request}/pourquoi";

    public static string Piece(Guid upload) => $"/pieces/{upload}";

    private static string Back(bool returning) => returning ? $"?{ReturnKey}={ReturnToCheck}" : "";
}
