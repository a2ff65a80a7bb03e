using Microsoft.Extensions.Localization;
using Teleservices.Dispatch.Routing;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Residents.WhyHere;

/// <summary>Why somebody is competent, as one says it to a neighbour; goes on after the administration's name.</summary>
internal static class Reasons
{
    public static string Reason(this IStringLocalizer<Texts> texts, TraceStep? won, bool handed) => won switch
    {
        null when handed => texts["en a reçu la charge d’une autre administration, qui n’était pas compétente."],
        null => texts["s’en occupe."],
        { Kind: AssignmentKind.Transfer } => texts["s’en occupe parce que les communes lui ont transféré cette compétence ; elle l’exerce pour {0} communes.", won.Communes],
        { Kind: AssignmentKind.Delegation } => texts["s’en occupe parce que l’administration qui en est chargée le lui a confié par convention."],
        { EachCommune: true, Level: AdministrationKind.Commune } => texts["s’en occupe parce que la loi confie cette compétence à chaque commune."],
        { EachCommune: true, Level: AdministrationKind.Epci } => texts["s’en occupe parce que la loi confie cette compétence à l’intercommunalité dont votre commune est membre."],
        { EachCommune: true, Level: AdministrationKind.Departement } => texts["s’en occupe parce que la loi confie cette compétence à chaque département."],
        _ => texts["s’en occupe parce que la loi lui confie cette compétence."],
    };
}
