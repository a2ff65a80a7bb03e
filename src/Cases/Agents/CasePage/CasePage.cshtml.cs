using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Teleservices.Cases.Model;
using Teleservices.Contracts;
using Teleservices.Platform.Data;
using Teleservices.Platform.Web.Components;

namespace Teleservices.Cases.Agents;

/// <summary>A word between resident and administration: a message, or a wish for information.</summary>
internal sealed record ThreadEntry(
    Guid Id, bool FromResident, string Author, string? Title, string Body, DateTimeOffset At, PiecesRequest? Wish, IReadOnlyList<CasePiece> Pieces);

/// <summary>One case: what was asked on the left, what to do on the right.</summary>
internal sealed class CasePage(HomeDb db, CaseReader reader, Desk desk, CaseQueue queue, TimeProvider clock) : PageModel
{
    public CaseHead Head { get; private set; } = null!;

    public FiledContent Filed { get; private set; } = null!;

    public IReadOnlyList<CasePiece> Pieces { get; private set; } = [];

    public IReadOnlyList<ThreadEntry> Thread { get; private set; } = [];

    public IReadOnlyList<InternalNote> Notes { get; private set; } = [];

    public IReadOnlyList<CaseEvent> Events { get; private set; } = [];

    /// <summary>Agents of the same service.</summary>
    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    /// <summary>What to go on with, once this one is answered.</summary>
    public CaseRow? Next { get; private set; }

    /// <summary>Whether this account may act here.</summary>
    public bool MayAct { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await reader.Head(id, ct) is not { } head)
        {
            return NotFound();
        }

        Head = head;
        MayAct = await desk.Sit(ct);
        Filed = await db.CaseContents.AsNoTracking().Where(row => row.CaseId == id).Select(row => row.Filed).SingleAsync(ct);
        Pieces = await db.CasePieces.AsNoTracking().Where(row => row.CaseId == id).OrderBy(row => row.ReceivedAt).ThenBy(row => row.Label).ToListAsync(ct);
        Notes = await db.InternalNotes.AsNoTracking().Where(row => row.CaseId == id).OrderBy(row => row.At).ToListAsync(ct);
        Events = await reader.EventsSince(id, 0, ct);
        var messages = await db.CaseMessages.AsNoTracking().Where(row => row.CaseId == id).ToListAsync(ct);
        Thread = [.. Talk(messages).OrderBy(entry => entry.At)];
        if (head.Case.IsOver)
        {
            Next = MayAct ? await queue.Next(id, desk.Me.Teams, ct) : null;
        }
        else
        {
            Colleagues = await db.ColleaguesFor(head.Case.Team, head.Case.AssigneeId, everybody: false, ct);
        }

        return Page();
    }

    public DateOnly UsualDueDate => clock.Today().AddDays(AskForm.UsualDays);

    public CasePiece? Piece(Guid? id) => Pieces.FirstOrDefault(piece => piece.Id == id);

    public TForm Step<TForm>()
        where TForm : StepForm, new() => new() { Head = Head, Seen = Head.Case.Steps };

    private IEnumerable<ThreadEntry> Talk(IEnumerable<CaseMessage> messages)
    {
        foreach (var message in messages)
        {
            yield return new(
                message.Id,
                message.From == ActorKind.Resident,
                message.AuthorName,
                message.AuthorTitle,
                message.Body,
                message.At,
                null,
                [.. Pieces.Where(piece => piece.MessageId == message.Id)]);
        }

        foreach (var wish in Head.Case.Wishes)
        {
            yield return new(wish.Id, false, wish.AskedBy, null, wish.Body, wish.AskedAt, wish, []);
        }
    }
}
