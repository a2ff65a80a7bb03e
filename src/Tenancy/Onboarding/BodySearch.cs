using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;
using Teleservices.Tenancy.Model;

namespace Teleservices.Tenancy.Onboarding;

/// <summary>A public body, with what the national territory tells of it.</summary>
/// <param name="Kind">Its level.</param>
/// <param name="Code">COG code of a commune or département, SIREN of an EPCI.</param>
/// <param name="Siren">Its SIREN.</param>
/// <param name="Cog">COG code, nothing for an EPCI.</param>
/// <param name="Name">Full name.</param>
/// <param name="ShortName">Name in lists.</param>
/// <param name="Service">Who answers residents there, as a rule.</param>
/// <param name="Communes">COG codes of its communes.</param>
/// <param name="Since">The day from which the edition vouches for them; nothing where no edition was imported: its territory stays as it is.</param>
internal sealed record NationalPlace(
    AdministrationKind Kind, string Code, string Siren, string? Cog, string Name, string ShortName, string Service, IReadOnlyList<string> Communes, DateOnly? Since);

/// <summary>Finds public bodies by their codes: in the national territory, or else among those on the platform.</summary>
internal sealed class BodySearch(TeleservicesDb db, TimeProvider clock)
{
    private const int Some = 500;

    public async Task<Dictionary<TenantWish, NationalPlace>> Find(IReadOnlyList<TenantWish> wishes, CancellationToken ct)
    {
        var since = await db.TerritoryEditions.MaxAsync(one => (DateOnly?)one.ValidFrom, ct);
        var found = new Dictionary<TenantWish, NationalPlace>();
        foreach (var some in wishes.Chunk(Some))
        {
            foreach (var (wish, place) in await FindSome(some, since, ct))
            {
                found[wish] = place;
            }
        }

        return found;
    }

    private async Task<List<(TenantWish, NationalPlace)>> FindSome(TenantWish[] wishes, DateOnly? since, CancellationToken ct)
    {
        var codes = wishes.Select(wish => wish.Code).ToList();
        var communes = await db.Communes.AsNoTracking()
            .Where(one => one.Siren != null && (codes.Contains(one.Cog) || codes.Contains(one.Siren))).ToListAsync(ct);
        var departements = codes.Where(code => code.StartsWith('D')).Select(code => code[1..]).ToList();
        var bodies = await db.PublicBodies.AsNoTracking()
            .Where(one => one.Until == null && (codes.Contains(one.Siren) || (one.Kind == AdministrationKind.Departement && departements.Contains(one.Code)))).ToListAsync(ct);
        var rows = await db.Administrations.AsNoTracking()
            .Where(one => codes.Contains(one.Siren) || codes.Contains(one.Slug) || (one.Kind == AdministrationKind.Commune && codes.Contains(one.Cog!))).ToListAsync(ct);
        var found = new List<(TenantWish, NationalPlace)>();
        foreach (var wish in wishes)
        {
            var row = rows.Find(one => one.Siren == wish.Code || one.Slug == wish.Code || one.Cog == wish.Code);
            var (cog, siren) = (row is { Kind: AdministrationKind.Commune } ? row.Cog : wish.Code, row?.Siren ?? wish.Code);
            if (communes.Find(one => one.Cog == cog || one.Siren == siren) is { } commune)
            {
                found.Add((wish, Of(commune, since)));
            }
            else if (bodies.Find(one => one.Siren == siren || $"D{one.Code}" == wish.Code) is { } body)
            {
                found.Add((wish, await Of(body, since, ct)));
            }
            else if (row is not null)
            {
                found.Add((wish, Of(row)));
            }
        }

        return found;
    }

    private static NationalPlace Of(Commune commune, DateOnly? since) => new(
        AdministrationKind.Commune,
        commune.Cog,
        commune.Siren!,
        commune.Cog,
        BodyNames.Commune(commune.Name),
        commune.Name,
        BodyNames.TownHall(commune.Name),
        [commune.Cog],
        since);

    private async Task<NationalPlace> Of(PublicBody body, DateOnly? since, CancellationToken ct)
    {
        var today = clock.LegalToday();
        if (body.Kind == AdministrationKind.Epci)
        {
            var members = await db.EpciMembers.AsNoTracking()
                .Where(one => one.Siren == body.Siren && one.Since <= today && (one.Until == null || today < one.Until)).Select(one => one.Cog).Order().ToListAsync(ct);
            var name = BodyNames.Epci(body.Name, body.Nature);
            return new NationalPlace(body.Kind, body.Code, body.Siren, null, name, body.Name, name, members, since);
        }

        // Alsace and Corsica: one body for two départements.
        var codes = await db.PublicBodies.AsNoTracking()
            .Where(one => one.Kind == AdministrationKind.Departement && one.Siren == body.Siren && one.Until == null).Select(one => one.Code).Order().ToListAsync(ct);
        var communes = await db.Communes.AsNoTracking().Where(one => one.Departement != null && codes.Contains(one.Departement)).Select(one => one.Cog).Order().ToListAsync(ct);
        var whole = BodyNames.Departement(body.Code, body.Name);
        return new NationalPlace(body.Kind, codes[0], body.Siren, codes[0], whole, body.Name, whole, communes, since);
    }

    private static NationalPlace Of(Administration row) => new(
        row.Kind, row.Cog ?? row.Siren, row.Siren, row.Cog, row.Name, row.ShortName, row.Service, [], null);
}
