using FluentValidation;
using Teleservices.Cases.Model;
using Teleservices.Contracts;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Cases.Agents;

/// <summary>Writes to the resident.</summary>
internal sealed record WriteToResident(Guid CaseId, string? Message) : ICaseStep;

internal sealed class WriteToResidentValidator : AbstractValidator<WriteToResident>
{
    public WriteToResidentValidator()
    {
        RuleFor(command => command.Message).NotEmpty().WithMessage("Écrivez votre message.");
        RuleFor(command => command.Message).MaximumLength(CaseMessage.MaxLength).WithMessage("4 000 caractères au plus.");
    }
}

internal sealed class WriteToResidentHandler(HomeDb db, Desk desk, HomeOutbox outbox, TimeProvider clock)
    : ICommandHandler<WriteToResident, Done>
{
    public async Task<Result<Done>> Handle(WriteToResident request, CancellationToken cancellationToken)
    {
        var found = await desk.Case(request.CaseId, cancellationToken);
        var now = clock.GetUtcNow();
        if (found.Tell(desk.Me, request.Message!, now) is { } refusal)
        {
            return refusal;
        }

        var message = found.NewMessages[^1];
        outbox.Publish(new AgentWrote(found.RequestId, message.Id, await desk.Sign(found, cancellationToken), message.Body, now));
        await db.SaveChangesAsync(cancellationToken);
        return Done.Yes;
    }
}
