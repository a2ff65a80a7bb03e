using Microsoft.Extensions.Localization;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Console;

/// <summary>States and findings in plain words.</summary>
internal static class Words
{
    public static (string Text, string Colour, string Icon) Of(this IStringLocalizer<Texts> texts, DeliveryState state, bool late) => state switch
    {
        DeliveryState.Triage => (texts["À orienter"], "red", "alert"),
        DeliveryState.Parked => (texts["Mise de côté"], "red", "pause"),
        DeliveryState.Routed or DeliveryState.Sent when late => (texts["En retard"], "orange", "alert"),
        DeliveryState.Routed => (texts["Acheminée"], "blue", "edit"),
        DeliveryState.Sent => (texts["Envoyée"], "blue", "send"),
        DeliveryState.Delivered => (texts["Remise"], "green", "check"),
        DeliveryState.Closed => (texts["Close"], "grey", "check"),
    };

    public static string Of(this IStringLocalizer<Texts> texts, AssignmentKind kind) => kind switch
    {
        AssignmentKind.Law => texts["par la loi"],
        AssignmentKind.Transfer => texts["par transfert"],
        AssignmentKind.Delegation => texts["par délégation"],
    };

    public static string Of(this IStringLocalizer<Texts> texts, RoutingFinding finding) => finding switch
    {
        RoutingFinding.Found => texts["Une administration est compétente."],
        RoutingFinding.UnknownCompetence => texts["Le registre ne connaît pas cette compétence."],
        RoutingFinding.UnknownCommune => texts["Aucune administration de la plateforme ne sert cette commune."],
        RoutingFinding.Hole => texts["Personne ne détient cette compétence dans cette commune à cette date."],
        RoutingFinding.Tie => texts["Plusieurs administrations la détiennent au même titre : le registre doit être corrigé."],
    };

    /// <summary>A verdict, the colour of its tag, and why.</summary>
    public static string Of(this IStringLocalizer<Texts> texts, AdministrationKind level) => level switch
    {
        AdministrationKind.Commune => texts["chaque commune pour elle-même"],
        AdministrationKind.Epci => texts["chaque EPCI pour ses communes"],
        AdministrationKind.Departement => texts["chaque département pour ses communes"],
    };

    public static (string Text, string Colour, string Why) Of(this IStringLocalizer<Texts> texts, TraceVerdict verdict) => verdict switch
    {
        TraceVerdict.Won => (texts["Retenue"], "green", texts["C’est elle qui décide."]),
        TraceVerdict.NotYet => (texts["À venir"], "grey", texts["Elle ne vaut pas encore à cette date."]),
        TraceVerdict.NoLonger => (texts["Terminée"], "grey", texts["Elle ne vaut plus à cette date."]),
        TraceVerdict.LessSpecific => (texts["Écartée"], "grey", texts["Une autre attribution vise moins de communes : la plus précise l’emporte."]),
        TraceVerdict.Outranked => (texts["Écartée"], "grey", texts["Pour autant de communes, la délégation l’emporte sur le transfert, et le transfert sur la loi."]),
        TraceVerdict.Tied => (texts["À égalité"], "red", texts["Une autre administration a exactement le même titre."]),
        TraceVerdict.NobodyThere => (texts["Sans titulaire"], "orange", texts["L’administration que la loi désigne n’est pas sur la plateforme."]),
    };

    /// <summary>How long, in the two largest words that matter: «3 jours», «2 h», «4 min», «3 s».</summary>
    public static string Of(this IStringLocalizer<Texts> texts, TimeSpan age) => age switch
    {
        { TotalDays: >= 2 } => texts["{0} jours", (int)age.TotalDays],
        { TotalHours: >= 1 } => texts["{0} h", (int)age.TotalHours],
        { TotalMinutes: >= 1 } => texts["{0} min", (int)age.TotalMinutes],
        { TotalSeconds: >= 1 } => texts["{0} s", (int)age.TotalSeconds],
        _ => texts["moins d’une seconde"],
    };
}
