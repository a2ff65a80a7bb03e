using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Teleservices.Contracts;
using Teleservices.Forms.Model;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;

namespace Teleservices.Forms.Residents.TrackRequest;

/// <summary>One request: who has it, since when, until when, what was said; and where the resident answers.</summary>
[RequestSizeLimit(64 * 1024 * 1024)]
[RequestFormLimits(MultipartBodyLengthLimit = 64 * 1024 * 1024)]
[EnableRateLimiting(RateLimits.Upload)]
internal sealed class TrackRequestPage(TeleservicesDb db, IMediator mediator, IStringLocalizer<Texts> texts) : PageModel
{
    private IReadOnlyList<RequestEvent> events = [];

    public Request Found { get; private set; } = null!;

    public string Title => new Wording(Found.TitleFr, Found.TitleEn).ToString();

    public FiledContent Filed { get; private set; } = null!;

    public IReadOnlyList<TimelineLine> Lines { get; private set; } = [];

    public IReadOnlyList<Upload> Pieces { get; private set; } = [];

    public CaseOpened? Opened => Last<CaseOpened>(RequestEventKind.Opened);

    /// <summary>Whom to ask; nobody while administrations disagree.</summary>
    public CaseOpened? Contact => Found.HolderName is null ? null : Opened;

    public CaseDecided? Decision => Last<CaseDecided>(RequestEventKind.Decided);

    /// <summary>Where the resident's own copy of a file is.</summary>
    public string? PathOf(FiledPiece piece) => Pieces.FirstOrDefault(upload => upload.FileId == piece.Id) is { } upload ? Paths.Piece(upload.Id) : null;

    /// <summary>What the administration waits for, if it does.</summary>
    public PiecesRequested? Wanted => Found.State == RequestState.Awaited ? Last<PiecesRequested>(RequestEventKind.PiecesRequested) : null;

    /// <summary>Of this rendering of the page: a second press of the button sends nothing twice.</summary>
    public Guid EntryId { get; private set; } = Guid.NewGuid();

    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public IFormFile? Piece { get; set; }

    public string OutcomeInWords => Decision!.Outcome switch
    {
        CaseOutcome.Accepted => texts["Votre demande est acceptée"],
        CaseOutcome.Refused => texts["Votre demande est refusée"],
        CaseOutcome.NoFurtherAction => texts["Votre demande est classée sans suite"],
    };

    public string? SilenceInWords => Found.State >= RequestState.Decided ? null : (Opened?.Silence.Regime, Found.SilenceOn) switch
    {
        (SilenceRegime.Acceptance, { } day) => texts["Sans réponse le {0}, votre demande sera acceptée.", day.InWords()].Value,
        (SilenceRegime.Rejection, { } day) => texts["Sans réponse le {0}, votre demande sera refusée.", day.InWords()].Value,
        (SilenceRegime.Acceptance or SilenceRegime.Rejection, null) => texts["Le délai est suspendu jusqu’à votre réponse."].Value,
        _ => null,
    };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid entryId, Guid? piecesRequestId, CancellationToken ct)
    {
        EntryId = entryId;
        if (!await Load(id, ct))
        {
            return NotFound();
        }

        var sent = await mediator.Send(new WriteToAdministration.WriteToAdministration(id, entryId, piecesRequestId, Body ?? "", Piece), ct);
        return this.Show(sent, _ =>
        {
            this.Notice(texts["Votre message est envoyé."]);
            return Redirect(Paths.Request(id));
        });
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Requests.AsNoTracking().SingleOrDefaultAsync(request => request.Id == id, ct) is not { } found)
        {
            return false;
        }

        Found = found;
        Filed = JsonSerializer.Deserialize<FiledContent>(found.Content)!;
        var lines = await db.RequestEvents.AsNoTracking().Where(line => line.RequestId == id).ToListAsync(ct);
        events = [.. lines.OrderBy(line => line.At).ThenBy(line => line.Kind)];
        Pieces = await db.Uploads.AsNoTracking().Where(upload => upload.RequestId == id).OrderBy(upload => upload.UploadedAt).ToListAsync(ct);
        Lines = [.. events.Select((line, index) => TimelineLine.Of(line, texts, index == events.Count - 1 && found.State != RequestState.Closed))];
        return true;
    }

    private T? Last<T>(RequestEventKind kind)
        where T : class => events.LastOrDefault(line => line.Kind == kind) is { } last ? JsonSerializer.Deserialize<T>(last.Details) : null;
}
