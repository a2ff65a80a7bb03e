using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Forms.Catalogue;
using Teleservices.Forms.Definitions;
using Teleservices.Platform.Data;

namespace Teleservices.Forms.Offers;

/// <summary>
/// What administrations have made of the shared forms, in memory: read for an administration when somebody first asks, and all forgotten when
/// anything changes anywhere, at most a second after. Whoever never set anything costs one empty answer.
/// </summary>
internal sealed class OfferShelf(FormShelf shelf, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Name of the register for <see cref="Revisions.Touch"/>.</summary>
    public const string Register = "forms";

    private readonly Snapshot<ConcurrentDictionary<Guid, IReadOnlyDictionary<string, Offer>>> known = new(scopes, clock, Register, _ => []);

    /// <summary>This process has just written the register.</summary>
    public void Forget() => known.Forget();

    /// <summary>All that an administration has set, by form.</summary>
    public async ValueTask<IReadOnlyDictionary<string, Offer>> Of(TeleservicesDb db, Guid administration, CancellationToken ct)
    {
        var now = known.Value;
        if (now.TryGetValue(administration, out var offers))
        {
            return offers;
        }

        var rows = await db.FormSettings.AsNoTracking().Where(setting => setting.AdministrationId == administration).ToListAsync(ct);
        return now.GetOrAdd(administration, rows.ToDictionary(row => row.FormSlug, row => row.Read()));
    }

    /// <summary>How an administration offers a form.</summary>
    public async ValueTask<Offer> Of(TeleservicesDb db, Guid administration, string form, CancellationToken ct) =>
        (await Of(db, administration, ct)).GetValueOrDefault(form) ?? Offer.Usual;

    /// <summary>The form that an administration offers now: in the version that it has, with its options.</summary>
    public async ValueTask<FormDefinition> Form(TeleservicesDb db, Offer offer, FormDefinition newest, CancellationToken ct) =>
        offer.Options.On(offer.Version is { } version && version < newest.Version ? await shelf.Version(db, newest.Slug, version, ct) : newest);
}
