using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Teleservices.Dispatch.Model;
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

        var added = await db.CompetenceAssignments.Where(row => transfer.Added.Contains(row.Id)).ToListAsync(cancellationToken);
        var ended = await db.CompetenceAssignments.Where(row => transfer.Ended.Contains(row.Id)).ToListAsync(cancellationToken);
        if (await Needed(transfer, added, ended, cancellationToken))
        {
            return new Refusal("Un transfert ultérieur de la même compétence part de celui-ci : annulez-le d’abord.");
        }

        db.RemoveRange(added);
        foreach (var row in ended)
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

    /// <summary>Whether something that was scheduled later builds on it.</summary>
    private async Task<bool> Needed(CompetenceTransfer transfer, List<CompetenceAssignment> added, List<CompetenceAssignment> ended, CancellationToken ct)
    {
        if (added.Count < transfer.Added.Count || added.Exists(row => row.Until is not null))
        {
            return true;
        }

        registers.Forget();
        var register = registers.Current;
        var gone = added.Concat(ended).Select(row => RegisterProof.Told(row, row.Until)).ToList();
        var before = new CompetenceRegister(
            register.Competences,
            [.. register.Assignments.Where(one => !gone.Exists(row => RegisterProof.Same(row, one))), .. ended.Select(row => RegisterProof.Told(row, null))],
            register.Territory);
        var scheduled = await db.CompetenceTransfers.AsNoTracking()
            .Where(one => one.Competence == transfer.Competence && one.State == TransferState.Scheduled && one.Id != transfer.Id).ToListAsync(ct);
        string[] area = [.. transfer.Communes.Union(ended.SelectMany(row => row.Communes.Count > 0 ? row.Communes : [.. register.Territory.ServedBy(row.HolderId!.Value, transfer.On)]))];
        return RegisterProof.Broken(register, before, scheduled, transfer.On) is not null
            || RegisterProof.Fault(register, before, transfer.Competence, area, transfer.On) is not null;
    }
}
