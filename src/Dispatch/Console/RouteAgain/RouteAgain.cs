using Microsoft.EntityFrameworkCore;
using Teleservices.Dispatch.Model;
using Teleservices.Dispatch.Routing;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Console;

/// <summary>IT staff have put the register right: looks for a holder again, as the register is today.</summary>
[Unvalidated("Its only property comes from the address of the page.")]
internal sealed record RouteAgain(string Number) : ICommand;

internal sealed class RouteAgainHandler(TeleservicesDb db, DeskLedger ledger, HandOut handOut, Registers registers, TimeProvider clock) : ICommandHandler<RouteAgain, Done>
{
    public async Task<Result<Done>> Handle(RouteAgain request, CancellationToken cancellationToken)
    {
        var entry = await (await ledger.Entries(cancellationToken)).SingleAsync(entry => entry.Number == request.Number, cancellationToken);
        if (entry.State != LedgerState.Triage)
        {
            return new Refusal("Cette demande a déjà été acheminée.");
        }

        // What another process has written a moment ago counts too.
        registers.Forget();
        await handOut.Give(entry, HandOut.Held(entry), clock.LegalToday(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return entry.State == LedgerState.Triage
            ? new Refusal("Aucune administration n’est compétente aujourd’hui : corrigez d’abord le registre des compétences.")
            : Done.Yes;
    }
}
