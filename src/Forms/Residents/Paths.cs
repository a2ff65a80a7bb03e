using Microsoft.AspNetCore.Http.Extensions;

namespace Teleservices.Forms.Residents;

/// <summary>Every address of the residents' side, once.</summary>
internal static class Paths
{
    public const string YourRequests = "/vos-demandes";

    /// <summary>In the query of a page that one came to from the check page, to go back there.</summary>
    public const string ReturnKey = "retour";

    public const string ReturnToCheck = "verifier";

    /// <summary>In the query of the start page: a draft that is there already is thrown away.</summary>
    public const string AfreshKey = "neuf";

    public static string Form(string form) => $"/demarches/{form}";

    public static string Start(string form) => $"/demarches/{form}/commencer";

    /// <summary>The start page with the communes that a postcode or a name can mean.</summary>
    public static string Start(string form, string? place, bool afresh)
    {
        var query = new QueryBuilder();
        if (place is not null)
        {
            query.Add("lieu", place);
        }

        if (afresh)
        {
            query.Add(AfreshKey, "true");
        }

        return Start(form) + query.ToQueryString();
    }

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
