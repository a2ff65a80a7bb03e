using System.CommandLine;
using Microsoft.Extensions.Localization;

namespace Teleservices.Cli.Tenant;

/// <summary><c>teleservices tenant …</c>: brings administrations on board and accompanies them until they leave.</summary>
internal static class TenantCommand
{
    public static Command Of(IStringLocalizer<Texts> texts, SharedOptions shared) => new("tenant", texts["Accueille des administrations sur la plateforme, et les accompagne jusqu’à leur départ."])
    {
        PlanCommand.Plan(texts, shared),
        PlanCommand.Apply(texts, shared),
        StateCommand.Check(texts, shared),
        TryCommand.Of(texts, shared),
        StateCommand.Move(texts, shared, "live", texts["Met une administration en service : toutes les vérifications doivent réussir."], Platform.Tenancy.AdministrationState.Live),
        StateCommand.Move(texts, shared, "suspend", texts["Ferme les pages d’une administration ; ses données restent."], Platform.Tenancy.AdministrationState.Suspended),
        StateCommand.Move(texts, shared, "leave", texts["Prépare le départ d’une administration : plus aucune demande n’est reçue."], Platform.Tenancy.AdministrationState.Leaving),
        RelocateCommand.Of(texts, shared),
        ArchiveCommand.Export(texts, shared),
        ArchiveCommand.Erase(texts, shared),
    };
}
