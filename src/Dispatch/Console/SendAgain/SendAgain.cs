using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Teleservices.Contracts;
using Teleservices.Dispatch.Model;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Dispatch;

/// <summary>Sends again what waits for a person: parked messages, and requests that nobody has acknowledged. Leaves a trace.</summary>
/// <param name="Messages">Parked messages.</param>
/// <param name="Requests">Numbers of requests.</param>
/// <param name="By">Who wants it.</param>
/// <param name="Reason">Why.</param>
public sealed record SendAgain(IReadOnlyCollection<Guid> Messages, IReadOnlyCollection<string> Requests, string By, string? Reason) : ICommand<int>;

internal sealed class SendAgainValidator : AbstractValidator<SendAgain>
{
    public SendAgainValidator()
    {
        RuleFor(command => command.By).NotEmpty().MaximumLength(120);
        RuleFor(command => command.Reason).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Dites pourquoi : la raison reste dans le registre.")
            .MaximumLength(500).WithMessage("La raison ne doit pas dépasser 500 caractères.");
    }
}

internal sealed class SendAgainHandler(TeleservicesDb db, Outbox outbox, TimeProvider clock) : ICommandHandler<SendAgain, int>
{
    public async Task<Result<int>> Handle(SendAgain request, CancellationToken cancellationToken)
    {
        var entries = await db.WholeLedger.AsNoTracking().Where(entry => request.Requests.Contains(entry.Number)).Select(entry => new { entry.RequestId, entry.Number }).ToListAsync(cancellationToken);
        if (request.Requests.FirstOrDefault(number => entries.All(entry => entry.Number != number)) is { } unknown)
        {
            return new Refusal("Aucune demande n’a le numéro « {0} ».", unknown);
        }

        var parked = (await db.ParkedMessages(int.MaxValue, cancellationToken)).Where(message => request.Messages.Contains(message.Id) && !message.Forged).ToList();
        foreach (var message in parked)
        {
            Note(message.RequestId, message.Id, request);
        }

        foreach (var entry in entries)
        {
            Note(entry.RequestId, null, request);
            outbox.Publish(new TellAgain(entry.RequestId));
        }

        await db.SaveChangesAsync(cancellationToken);
        return entries.Count + await db.SendParkedAgain([.. parked.Select(message => message.Id)], clock, cancellationToken);
    }

    private void Note(Guid? request, Guid? message, SendAgain command)
    {
        var now = clock.GetUtcNow();
        db.Add(new LedgerAction { Id = Guid.CreateVersion7(now), RequestId = request, MessageId = message, At = now, By = command.By, Reason = command.Reason!.Trim() });
    }
}
