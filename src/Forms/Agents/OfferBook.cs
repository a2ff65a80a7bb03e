using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Teleservices.Contracts;
using Teleservices.Forms.Offers;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;
using Teleservices.Platform.Results;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Agents;

/// <summary>Reads and writes how this administration offers a form: the setting, who set it, and the news for its queue, in one commit.</summary>
internal sealed class OfferBook(TeleservicesDb db, OfferShelf offers, Current current, Outbox outbox, TimeProvider clock)
{
    private static readonly Refusal Overtaken = new("Quelqu’un a modifié cette démarche depuis que vous l’avez ouverte : relisez ses réglages, puis enregistrez de nouveau.");

    /// <summary>How it is offered now, and after how many changes.</summary>
    public async Task<(Offer Offer, int Changes)> Read(string form, CancellationToken ct) =>
        await Find(form, ct) is { } setting ? (setting.Read(), setting.Changes) : (Offer.Usual, 0);

    /// <summary>Who changed it, newest first.</summary>
    public async Task<IReadOnlyList<SettingChange>> History(string form, CancellationToken ct) =>
        await db.SettingChanges.AsNoTracking().Where(change => change.FormSlug == form).OrderByDescending(change => change.Number).ToListAsync(ct);

    /// <summary>Changes it, unless it is not what the agent has seen any more.</summary>
    /// <param name="form">Slug of a form of ours.</param>
    /// <param name="seen">After how many changes the agent saw it.</param>
    /// <param name="by">The agent's name.</param>
    /// <param name="change">What to make of it.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<Done>> Write(string form, int seen, string by, Func<Offer, Result<Offer>> change, CancellationToken ct)
    {
        var setting = await Find(form, ct);
        var before = setting?.Read() ?? Offer.Usual;
        if ((setting?.Changes ?? 0) != seen)
        {
            return Overtaken;
        }

        var changed = change(before);
        if (changed.Refusal is { } refusal)
        {
            return refusal;
        }

        if (JsonSerializer.Serialize(before) == JsonSerializer.Serialize(changed.Value))
        {
            return Done.Yes;
        }

        setting ??= db.Add(new FormSetting { AdministrationId = current.RequiredAdministration.Id, FormSlug = form }).Entity;
        setting.Become(changed.Value);
        Tell(setting, by, before.Options.Team, changed.Value.Options.Team);
        await db.Touch(OfferShelf.Register, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if ((await Find(form, ct))?.Changes is { } now && now != seen)
            {
                return Overtaken;
            }

            throw;
        }

        offers.Forget();
        return Done.Yes;
    }

    private Task<FormSetting?> Find(string form, CancellationToken ct)
    {
        var us = current.RequiredAdministration.Id;
        return db.FormSettings.SingleOrDefaultAsync(setting => setting.AdministrationId == us && setting.FormSlug == form, ct);
    }

    private void Tell(FormSetting setting, string by, TeamOption? before, TeamOption? after)
    {
        var now = clock.GetUtcNow();
        db.Add(new SettingChange
        {
            Id = Guid.CreateVersion7(now),
            FormSlug = setting.FormSlug,
            Number = setting.Changes,
            At = now,
            ById = current.RequiredResident,
            ByName = by,
            Offer = JsonSerializer.Serialize(setting.Read()),
        });
        if (before != after)
        {
            outbox.Send(new FormTeamChosen(setting.AdministrationId, setting.FormSlug, after?.Code, after is null ? null : new Text(after.Name.Fr, after.Name.En), now), setting.AdministrationId);
        }

    }
}
