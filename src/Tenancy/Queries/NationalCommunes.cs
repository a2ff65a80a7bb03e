using MediatR;
using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Tenancy;

/// <summary>Communes of the national territory, on the platform or not: by code, of a département, or of an EPCI.</summary>
/// <param name="Cog">COG code of one commune.</param>
/// <param name="Departement">COG code of a département.</param>
/// <param name="Epci">SIREN of an EPCI.</param>
/// <remarks>Nothing where no edition of the national territory was imported.</remarks>
public sealed record NationalCommunes(string? Cog = null, string? Departement = null, string? Epci = null) : IQuery<IReadOnlyList<NationalCommune>>;

/// <summary>A commune of France as the national territory tells of it.</summary>
/// <param name="Cog">COG code.</param>
/// <param name="Name">Official name.</param>
/// <param name="Siren">Of the municipality.</param>
/// <param name="Postcodes">Its postcodes.</param>
/// <param name="Population">Municipal population.</param>
/// <param name="Departement">Its département.</param>
/// <param name="Epci">Its EPCI, or nothing: four islands have none.</param>
public sealed record NationalCommune(
    string Cog, string Name, string Siren, IReadOnlyList<string> Postcodes, int Population, NationalBody Departement, NationalBody? Epci);

/// <summary>An EPCI or a département of France.</summary>
/// <param name="Code">COG code of a département, SIREN of an EPCI.</param>
/// <param name="Siren">Its SIREN.</param>
/// <param name="Name">Its name.</param>
/// <param name="Nature">CC, CA, CU, METRO… of an EPCI.</param>
public sealed record NationalBody(string Code, string Siren, string Name, string? Nature);

internal sealed class NationalCommunesHandler(TeleservicesDb db, TimeProvider clock) : IRequestHandler<NationalCommunes, IReadOnlyList<NationalCommune>>
{
    public async Task<IReadOnlyList<NationalCommune>> Handle(NationalCommunes request, CancellationToken cancellationToken)
    {
        var today = clock.LegalToday();
        var members = db.EpciMembers.AsNoTracking().Where(member => member.Since <= today && (member.Until == null || today < member.Until));
        var wanted = db.Communes.AsNoTracking().Where(commune => commune.Siren != null && commune.Departement != null);
        wanted = request.Cog is { } cog ? wanted.Where(commune => commune.Cog == cog) : wanted;
        wanted = request.Departement is { } departement ? wanted.Where(commune => commune.Departement == departement) : wanted;
        wanted = request.Epci is { } siren ? wanted.Where(commune => members.Any(member => member.Siren == siren && member.Cog == commune.Cog)) : wanted;
        var found = await wanted.OrderBy(commune => commune.Cog)
            .Select(commune => new
            {
                commune.Cog,
                commune.Name,
                commune.Siren,
                commune.Postcodes,
                commune.Population,
                commune.Departement,
                Epci = members.Where(member => member.Cog == commune.Cog).Select(member => member.Siren).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var bodies = (await db.PublicBodies.AsNoTracking().ToListAsync(cancellationToken))
            .ToDictionary(body => (body.Kind, body.Code), body => new NationalBody(body.Code, body.Siren, body.Name, body.Nature));
        return
        [
            .. found.Select(commune => new NationalCommune(
                commune.Cog,
                commune.Name,
                commune.Siren!,
                commune.Postcodes,
                commune.Population,
                bodies[(AdministrationKind.Departement, commune.Departement!)],
                commune.Epci is null ? null : bodies[(AdministrationKind.Epci, commune.Epci)])),
        ];
    }
}
