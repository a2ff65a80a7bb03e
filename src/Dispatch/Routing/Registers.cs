using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Routing;

/// <summary>The competence register of this process.</summary>
internal sealed class Registers(IServiceScopeFactory scopes, ITerritory territory, TimeProvider clock)
{
    /// <summary>Name of the register for <see cref="Revisions.Touch"/>.</summary>
    public const string Name = "competences";

    private readonly Snapshot<CompetenceRegister> held = new(scopes, clock, Name, db => Load(db, territory));

    /// <summary>The register as it is now.</summary>
    public CompetenceRegister Current => held.Value;

    /// <summary>This process has just written the register.</summary>
    public void Forget() => held.Forget();

    private static CompetenceRegister Load(TeleservicesDb db, ITerritory territory)
    {
        var competences = db.Competences.AsNoTracking().AsEnumerable()
            .Select(competence => KeyValuePair.Create(competence.Code, new Wording(competence.LabelFr, competence.LabelEn))).ToList();
        var assignments = db.CompetenceAssignments.AsNoTracking().AsEnumerable()
            .Select(row => new Assignment(
                row.Competence, row.HolderId, row.Kind, row.Communes.Count > 0 ? row.Communes.ToFrozenSet() : null, row.Since, row.Until, row.LegalAct, row.Each))
            .ToList();
        return new CompetenceRegister(competences, assignments, territory);
    }
}
