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

internal sealed class WriteToAdministrationHandler(TeleservicesDb db, FileGate gate, Outbox outbox, TimeProvider clock)
    : ICommandHandler<WriteToAdministration, Done>
{
    private static readonly string[] AllKinds = [.. FileKind.All.Select(kind => kind.Code)];

    public async Task<Result<Done>> Handle(WriteToAdministration command, CancellationToken ct)
    {
        if (await db.RequestEvents.AnyAsync(line => line.Id == command.EntryId, ct))
        {
            return Done.Yes;
        }

        var request = await db.Requests.SingleAsync(request => request.Id == command.RequestId, ct);
        if (request.State == RequestState.Closed)
        {
            return new Refusal("Ce dossier est clos : vous ne pouvez plus y écrire. Faites une nouvelle demande.");
        }

        var pieces = new List<FiledPiece>();
        if (command.Piece is { } file)
        {
            var admitted = await gate.Admit(file, AllKinds, 10, ct);
            if (admitted.Refusal is { } refusal)
            {
                return refusal with { Field = nameof(command.Piece) };
            }

            admitted.Value.RequestId = request.Id;
            db.Add(admitted.Value);
            pieces.Add(Filing.Piece(new Text("Pièce ajoutée", "Added piece"), admitted.Value));
        }

        var now = clock.GetUtcNow();
        var message = new ResidentWrote(request.Id, command.EntryId, command.PiecesRequestId, command.Body.Trim(), pieces, now);
        db.Add(new RequestEvent
        {
            Id = command.EntryId,
            RequestId = request.Id,
            ResidentId = request.ResidentId,
            Kind = RequestEventKind.ResidentWrote,
            At = now,
            Details = JsonSerializer.Serialize(message),
        });
        if (command.PiecesRequestId is not null)
        {
            request.Move(RequestState.Open, now);
        }

        outbox.Publish(message);
        await db.SaveChangesAsync(ct);
        return Done.Yes;
    }
}
