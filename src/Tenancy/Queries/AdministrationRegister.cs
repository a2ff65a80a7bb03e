using MediatR;
using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Tenancy;
using Teleservices.Tenancy.Model;
using Teleservices.Tenancy.Stores;

namespace Teleservices.Tenancy;

/// <summary>The administrations that share the platform, a stretch at a time: départements, EPCI, then communes, by name.</summary>
/// <param name="Search">Part of the name, or the beginning of the SIREN or COG code; nothing for all.</param>
/// <param name="After">Slug of the last one seen, or nothing to begin.</param>
/// <param name="Take">At most so many, 1 to 200.</param>
public sealed record AdministrationRegister(string? Search = null, string? After = null, int Take = 50) : IQuery<AdministrationStretch>;

/// <summary>The answer to <see cref="AdministrationRegister"/>.</summary>
/// <param name="Rows">In order.</param>
/// <param name="Next">Slug to go on after, or nothing at the end.</param>
public sealed record AdministrationStretch(IReadOnlyList<AdministrationRow> Rows, string? Next);

/// <summary>An administration and how far it is with the platform.</summary>
/// <param name="Administration">Who it is.</param>
/// <param name="State">How far it is.</param>
/// <param name="Hosts">Its host names, the canonical one first.</param>
/// <param name="Communes">How many communes it serves today.</param>
public sealed record AdministrationRow(
    AdministrationInfo Administration, AdministrationState State, IReadOnlyList<string> Hosts, int Communes);

internal sealed class AdministrationRegisterHandler(TeleservicesDb db, HostNames names, Territory territory, TimeProvider clock)
    : IRequestHandler<AdministrationRegister, AdministrationStretch>
{
    public async Task<AdministrationStretch> Handle(AdministrationRegister request, CancellationToken cancellationToken)
    {
        var take = Math.Clamp(request.Take, 1, 200);
        var wanted = db.Administrations.AsNoTracking();
        if (request.Search?.Trim() is { Length: > 0 } search)
        {
            var folded = Folded.Of(search);
            wanted = wanted.Where(administration =>
                administration.SearchedAs.Contains(folded) || administration.Siren.StartsWith(search) || administration.Cog!.StartsWith(search));
        }

        var last = request.After is null ? null : await db.Administrations.AsNoTracking()
            .Where(administration => administration.Slug == request.After)
            .Select(administration => new { administration.Rank, administration.ShortName, administration.Slug })
            .SingleOrDefaultAsync(cancellationToken);
        if (last is not null)
        {
            wanted = wanted.Where(administration => administration.Rank > last.Rank || (administration.Rank == last.Rank
                && (administration.ShortName.CompareTo(last.ShortName) > 0
                    || (administration.ShortName == last.ShortName && administration.Slug.CompareTo(last.Slug) > 0))));
        }

        var found = await wanted
            .OrderBy(administration => administration.Rank).ThenBy(administration => administration.ShortName).ThenBy(administration => administration.Slug)
            .Take(take + 1).ToListAsync(cancellationToken);
        var shown = found.Take(take).ToList();
        var ids = shown.Select(administration => administration.Id).ToList();
        var hosts = (await db.HostNames.AsNoTracking().Where(name => ids.Contains(name.AdministrationId)).ToListAsync(cancellationToken))
            .ToLookup(name => name.AdministrationId, name => name.Host);
        var today = clock.LegalToday();
        return new AdministrationStretch(
            [
                .. shown.Select(administration => new AdministrationRow(
                    administration.Info(),
                    administration.State,
                    [names.Of(administration.Slug), .. hosts[administration.Id].Order(StringComparer.Ordinal)],
                    territory.ServedBy(administration.Id, today).Count)),
            ],
            found.Count > take ? shown[^1].Slug : null);
    }
}
