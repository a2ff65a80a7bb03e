using FluentValidation;
using Teleservices.Dispatch.Model;
using Teleservices.Dispatch.Routing;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Dispatch.Transfers;

/// <summary>Writes a transfer into the register: catalogue and routing change at the first instant of the day, in every process; open requests follow then.</summary>
/// <param name="Wish">The transfer.</param>
/// <param name="By">Who does it.</param>
public sealed record ScheduleTransfer(TransferWish Wish, string By) : ICommand<Guid>;

internal sealed class ScheduleTransferValidator : AbstractValidator<ScheduleTransfer>
{
    public ScheduleTransferValidator()
    {
        RuleFor(command => command.By).NotEmpty().MaximumLength(120);
        RuleFor(command => command.Wish.Note).MaximumLength(1000).WithMessage("La note ne doit pas dépasser 1 000 caractères.").OverridePropertyName("Note");
    }
}

internal sealed class ScheduleTransferHandler(TeleservicesDb db, TransferPlanner planner, TransferLetters letters, Registers registers, TimeProvider clock)
    : ICommandHandler<ScheduleTransfer, Guid>
{
    public async Task<Result<Guid>> Handle(ScheduleTransfer request, CancellationToken cancellationToken)
    {
        registers.Forget();
        var plan = await planner.Plan(request.Wish, cancellationToken);
        if (plan.Refusals is [var refusal, ..])
        {
            return refusal with { More = [.. plan.Refusals.Skip(1)] };
        }

        var (wish, now) = (request.Wish, clock.GetUtcNow());
        var transfer = new CompetenceTransfer
        {
            Id = Guid.CreateVersion7(now),
            Competence = wish.Competence,
            Communes = [.. plan.Places.Select(place => place.Cog).Order(StringComparer.Ordinal)],
            ToId = plan.To?.Id,
            On = wish.On!.Value,
            LegalAct = wish.LegalAct!.Trim(),
            Note = wish.Note,
            By = request.By,
            ScheduledAt = now,
            Added = [.. plan.Beginning.Select(row => row.Id)],
            Ended = [.. plan.Ending.Select(row => row.Id)],
        };
        db.Add(transfer);
        foreach (var row in plan.Ending)
        {
            row.Describe(row.Kind, transfer.On, row.LegalAct, row.Note);
            db.Add(Change(row, RegisterChangeKind.Ended, transfer, now));
        }

        db.AddRange(plan.Beginning);
        db.AddRange(plan.Beginning.Select(row => Change(row, RegisterChangeKind.Added, transfer, now)));
        letters.Scheduled(transfer, plan);
        await db.Touch(Registers.Name, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        registers.Forget();
        return transfer.Id;
    }

    internal static RegisterChange Change(CompetenceAssignment row, RegisterChangeKind kind, CompetenceTransfer transfer, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        AssignmentId = row.Id,
        Competence = row.Competence,
        At = now,
        By = transfer.By,
        Kind = kind,
        On = transfer.On,
        LegalAct = transfer.LegalAct,
    };
}
