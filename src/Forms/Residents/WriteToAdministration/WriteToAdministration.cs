using System.Text.Json;
using FluentValidation;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Teleservices.Contracts;
using Teleservices.Forms.Answers;
using Teleservices.Forms.Model;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;
using Teleservices.Platform.Files;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Forms.Residents.WriteToAdministration;

/// <summary>A resident adds a message or a file to a request, of their own accord or because an agent asked.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="EntryId">Of the page that was shown: the same one twice is sent once.</param>
/// <param name="PiecesRequestId">The agent's wish that it answers, or nothing.</param>
/// <param name="Body">The message; may be empty with a file.</param>
/// <param name="Piece">A file, or nothing.</param>
internal sealed record WriteToAdministration(Guid RequestId, Guid EntryId, Guid? PiecesRequestId, string Body, IFormFile? Piece) : ICommand;

internal sealed class WriteToAdministrationValidator : AbstractValidator<WriteToAdministration>
{
    public WriteToAdministrationValidator()
    {
        RuleFor(command => command.Body).NotEmpty().When(command => command.Piece is null)
            .WithMessage("Écrivez un message ou choisissez un fichier");
        RuleFor(command => command.Body).MaximumLength(4000)
            .WithMessage("Votre message est trop long : 4 000 caractères au plus");
        RuleFor(command => command.EntryId).NotEmpty()
            .WithMessage("Rechargez la page, puis recommencez");
    }
}

internal sealed class WriteToAdministrationHandler(TeleservicesDb db, FileGate gate, IFileStore store, Outbox outbox, TimeProvider clock)
    : ICommandHandler<WriteToAdministration, Done>
{
    private const int Attempts = 5;
    private static readonly string[] AllKinds = [.. FileKind.All.Select(kind => kind.Code)];

    public async Task<Result<Done>> Handle(WriteToAdministration command, CancellationToken ct)
    {
        Upload? upload = null;
        for (var attempt = 1; ; attempt++)
        {
            if (await db.RequestEvents.AnyAsync(line => line.Id == command.EntryId, ct))
            {
                await store.DeleteAll(upload is null ? [] : [upload.FileId]);
                return Done.Yes;
            }

            var request = await db.Requests.SingleAsync(request => request.Id == command.RequestId, ct);
            if (request.State == RequestState.Closed)
            {
                await store.DeleteAll(upload is null ? [] : [upload.FileId]);
                return new Refusal("Ce dossier est clos : vous ne pouvez plus y écrire. Faites une nouvelle demande.");
            }

            if (command.Piece is { } file && upload is null)
            {
                var admitted = await gate.Admit(file, AllKinds, 10, ct);
                if (admitted.Refusal is { } refusal)
                {
                    return refusal with { Field = nameof(command.Piece) };
                }

                upload = admitted.Value;
            }

            await Write(command, request, upload, ct);
            try
            {
                await db.SaveChangesAsync(ct);
                return Done.Yes;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // The other click was faster, or the bus brought news of the request at the same moment.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task Write(WriteToAdministration command, Request request, Upload? upload, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        FiledPiece[] pieces = [];
        if (upload is not null)
        {
            upload.RequestId = request.Id;
            db.Add(upload);
            pieces = [Filing.Piece(new Text("Pièce ajoutée", "Added piece"), upload)];
        }

        var wishes = db.RequestEvents.Where(line => line.RequestId == request.Id && line.Kind == RequestEventKind.PiecesRequested);
        var latest = await wishes.OrderByDescending(line => line.At).Select(line => (Guid?)line.Id).FirstOrDefaultAsync(ct);
        var answered = command.PiecesRequestId == latest ? latest : null;
        var message = new ResidentWrote(request.Id, command.EntryId, answered, command.Body.Trim(), pieces, now);
        db.Add(new RequestEvent
        {
            Id = command.EntryId,
            RequestId = request.Id,
            ResidentId = request.ResidentId,
            Kind = RequestEventKind.ResidentWrote,
            At = now,
            Details = JsonSerializer.Serialize(message),
        });
        if (answered is not null)
        {
            request.Move(RequestState.Open, now);
        }

        outbox.Publish(message);
    }
}
