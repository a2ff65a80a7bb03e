using Microsoft.EntityFrameworkCore;
using Teleservices.Cases.Model;
using Teleservices.Contracts;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Cases.Agents;

/// <summary>Puts together what goes along when a case is passed on: everything but notes between colleagues.</summary>
internal sealed class CaseFileReader(HomeDb db, Desk desk, Current current)
{
    /// <param name="found">The case, just left.</param>
    /// <param name="to">Who is to have it; nothing when it is given back.</param>
    /// <param name="reason">Why.</param>
    /// <param name="at">When.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="transfer">The transfer of competence that moves it, or nothing: the agent at the desk signs.</param>
    public async Task<CaseHandedOver> Read(Case found, Guid? to, string reason, DateTimeOffset at, CancellationToken ct, Guid? transfer = null)
    {
        var administration = current.RequiredAdministration;
        var content = await db.CaseContents.AsNoTracking().Where(row => row.CaseId == found.Id).Select(row => row.Filed).SingleAsync(ct);
        var messages = await db.CaseMessages.AsNoTracking().Where(row => row.CaseId == found.Id).OrderBy(row => row.At).ToListAsync(ct);
        var pieces = await db.CasePieces.AsNoTracking().Where(row => row.CaseId == found.Id && row.MessageId != null).ToListAsync(ct);
        var code = found.FormTeam ?? found.Team;
        var team = await db.Teams.AsNoTracking().SingleOrDefaultAsync(row => row.Code == code, ct);
        return new CaseHandedOver(
            found.RequestId,
            found.LastEvent.Id,
            found.Turn,
            to,
            new Applicant(found.ApplicantName, found.ApplicantEmail, found.ApplicantPhone, found.ApplicantAddress),
            new FiledForm(
                found.FormSlug, found.FormVersion, new Text(found.FormTitleFr, found.FormTitleEn), found.Competence, code,
                new Text(team?.NameFr ?? code, team?.NameEn), found.Silence, found.RetentionMonths),
            content,
            new CaseFile(
                administration.Name,
                transfer is null ? await desk.Sign(found, ct) : new Signatory("", null, administration.Contact.Service, administration.Name),
                reason.Trim(),
                [.. messages.Select(message => Of(message, pieces.Where(piece => piece.MessageId == message.Id)))],
                [.. found.Wishes.Select(wish => new FileWish(wish.Id, wish.Body, wish.DueOn, wish.AskedBy, wish.AskedAt, wish.AnsweredAt))],
                transfer is not null),
            at,
            transfer);
    }

    private static FileMessage Of(CaseMessage message, IEnumerable<CasePiece> pieces) => new(
        message.Id,
        message.From == ActorKind.Resident,
        message.AuthorName,
        message.AuthorTitle,
        message.Body,
        message.At,
        message.AnswersWish,
        [.. pieces.Select(piece => new FiledPiece(piece.Id, new Text(piece.Label), piece.FileName, piece.ContentType, piece.Size, piece.Sha256))]);
}
