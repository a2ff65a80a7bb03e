using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Teleservices.Dispatch.Routing;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Transfers;

/// <summary>Takes a transfer back before its day: the register is as if it had never been scheduled.</summary>
/// <param name="Id">The transfer.</param>
/// <param name="By">Who does it.</param>
public sealed record CancelTransfer(Guid Id, string By) : ICommand;

internal sealed class CancelTransferValidator : AbstractValidator<CancelTransfer>
{
    public CancelTransferValidator() => RuleFor(command => command.By).NotEmpty().MaximumLength(120);
}

internal sealed class CancelTransferHandler(TeleservicesDb db, Registers registers, TimeProvider clock) : ICommandHandler<CancelTransfer, Done>
{
    public async Task<Result<Done>> Handle(CancelTransfer request, CancellationToken cancellationToken)
    {
        var transfer = await db.CompetenceTransfers.SingleOrDefaultAsync(one => one.Id == request.Id, cancellationToken);
        if (transfer is null || transfer.State != TransferState.Scheduled || transfer.On <= clock.LegalToday())
        {
            return new Refusal("Ce transfert a pris effet, ou a déjà été annulé : pour revenir en arrière, transférez la compétence en sens inverse.");
        }

        db.RemoveRange(await db.CompetenceAssignments.Where(row => transfer.Added.Contains(row.Id)).ToListAsync(cancellationToken));
        foreach (var row in await db.CompetenceAssignments.Where(row => transfer.Ended.Contains(row.Id)).ToListAsync(cancellationToken))
        {
            row.Describe(row.Kind, null, row.LegalAct, row.Note);
        }

        db.RemoveRange(await db.RegisterChanges.Where(change => transfer.Added.Contains(change.AssignmentId) || (transfer.Ended.Contains(change.AssignmentId) && change.On == transfer.On))
            .ToListAsync(cancellationToken));
        transfer.Enter(TransferState.Cancelled, clock.GetUtcNow());
        await db.Touch(Registers.Name, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        registers.Forget();
        return Done.Yes;
    }
}
