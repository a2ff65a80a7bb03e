using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Teleservices.Dispatch.Model;
using Teleservices.Dispatch.Routing;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Console;

/// <summary>The arbitration desk gives a request that two administrations gave back to one of them, or to a third, for good.</summary>
/// <param name="Number">As shown on the receipt.</param>
/// <param name="To">The administration that keeps it.</param>
/// <param name="Reason">Why, in words that the resident and the administrations read.</param>
internal sealed record SettleDispute(string Number, Guid? To, string? Reason) : ICommand;

internal sealed class SettleDisputeValidator : AbstractValidator<SettleDispute>
{
    public SettleDisputeValidator()
    {
        RuleFor(command => command.To).NotNull().WithMessage("Choisissez l’administration qui traitera la demande.");
        RuleFor(command => command.Reason).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Dites pourquoi : le demandeur et les administrations liront ce motif.")
            .MaximumLength(400).WithMessage("400 caractères au plus.");
    }
}

internal sealed class SettleDisputeHandler(TeleservicesDb db, DeskLedger ledger, HandOut handOut, ITenantStore tenants) : ICommandHandler<SettleDispute, Done>
{
    public async Task<Result<Done>> Handle(SettleDispute request, CancellationToken cancellationToken)
    {
        var entry = await (await ledger.Entries(cancellationToken)).SingleAsync(entry => entry.Number == request.Number, cancellationToken);
        if (entry is not { State: LedgerState.Triage, IsDisputed: true })
        {
            return new Refusal("Cette demande n’attend pas d’arbitrage.");
        }

        if (await tenants.ById(request.To!.Value, cancellationToken) is not { } holder)
        {
            return new Refusal("Choisissez l’administration qui traitera la demande.") { Field = nameof(request.To) };
        }

        await handOut.Settle(entry, holder, request.Reason!.Trim(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Done.Yes;
    }
}
