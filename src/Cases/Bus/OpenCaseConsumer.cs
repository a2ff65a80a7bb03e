using MassTransit;
using Microsoft.EntityFrameworkCore;
using Teleservices.Cases.Model;
using Teleservices.Contracts;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;
using Teleservices.Platform.Operations;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Cases.Bus;

/// <summary>
/// Takes a request on and says so: <see cref="CaseOpened"/> is what makes it "delivered", and carries the content of the
/// acknowledgement of receipt (CRPA R112-11-1). A second order for the same request says it again and changes nothing; one with a later turn
/// brings back what was passed on from here.
/// </summary>
internal sealed class OpenCaseConsumer(HomeDb db, CaseLook look, HomeOutbox outbox, Current current, KnownNames names, TimeProvider clock) : IConsumer<OpenCase>
{
    public async Task Consume(ConsumeContext<OpenCase> context)
    {
        var (order, ct) = (context.Message, context.CancellationToken);
        var opened = await look.Of(db, order.RequestId, ct);
        var chosen = await look.TeamFor(db, order.Form.Slug, ct);
        if (opened is null)
        {
            opened = Case.Open(order, clock.GetUtcNow(), chosen?.Team);
            db.Add(opened);
            db.Add(new CaseContent { CaseId = opened.Id, Filed = order.Content });
            await Know(order.Form, ct);
            await Know(chosen, ct);
            Signals.CasesOpened.Add(1);
        }
        else if (opened.Hear(order) == Ordered.Back)
        {
            opened.TakeBack(order, await KnownEntries(opened.Id, ct), clock.GetUtcNow());
        }
        else if (opened.Hear(order) == Ordered.LongAgo)
        {
            return;
        }

        outbox.Publish(Acknowledge(opened, order, chosen));
        await db.SaveChangesAsync(ct);
        names.Keep(opened.AdministrationId, order.Form);
    }

    /// <summary>Remembers services and forms by their latest names; the queue is filtered by them.</summary>
    private async Task Know(FiledForm form, CancellationToken ct)
    {
        var administration = current.RequiredAdministration.Id;
        if (names.Has(administration, form))
        {
            return;
        }

        var team = await db.Teams.SingleOrDefaultAsync(team => team.Code == form.Team, ct);
        if (team is null)
        {
            db.Add(team = new Team { AdministrationId = administration, Code = form.Team, NameFr = "" });
        }

        var known = await db.KnownForms.SingleOrDefaultAsync(known => known.Slug == form.Slug, ct);
        if (known is null)
        {
            db.Add(known = new KnownForm { AdministrationId = administration, Slug = form.Slug, TitleFr = "" });
        }

        (team.NameFr, team.NameEn) = (form.TeamName.Fr, form.TeamName.En);
        (known.TitleFr, known.TitleEn) = (form.Title.Fr, form.Title.En);
    }

    private async Task Know(FormTeam? chosen, CancellationToken ct)
    {
        if (chosen is { Team: { } code } && !await db.Teams.AnyAsync(team => team.Code == code, ct))
        {
            db.Add(new Team { AdministrationId = chosen.AdministrationId, Code = code, NameFr = chosen.NameFr ?? code, NameEn = chosen.NameEn });
        }
    }

    private CaseOpened Acknowledge(Case opened, OpenCase order, FormTeam? chosen)
    {
        // A case that comes back was opened long ago; it is here again since it was given back.
        var here = opened.OpenedAt > order.RoutedAt ? opened.OpenedAt : order.RoutedAt;
        var administration = current.RequiredAdministration;
        var contact = administration.Contact;
        return new(
            opened.RequestId, opened.Id, administration.Id, here, chosen is { NameFr: { } name } ? new Text(name, chosen.NameEn) : order.Form.TeamName, contact.Email, contact.Phone, contact.Address,
            opened.Silence, opened.SilenceOn, opened.Turn);
    }

    /// <summary>Messages and pieces that are in the case already.</summary>
    private async Task<IReadOnlySet<Guid>> KnownEntries(Guid id, CancellationToken ct) =>
        (await db.CaseMessages.Where(row => row.CaseId == id).Select(row => row.Id).Concat(db.CasePieces.Where(row => row.CaseId == id).Select(row => row.Id)).ToListAsync(ct)).ToHashSet();
}
