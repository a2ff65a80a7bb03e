using Microsoft.Extensions.Logging;
using Teleservices.Platform.Operations;

namespace Teleservices.Dispatch.Transfers;

/// <summary>Looks every few seconds whether the day of a transfer has come, and carries on what was begun.</summary>
internal sealed class TransferUpkeep(ApplyTransfers transfers, TimeProvider clock, ILogger<TransferUpkeep> log) : RecurringWork(clock, log)
{
    protected override TimeSpan Every => TimeSpan.FromSeconds(5);

    protected override Task Work(CancellationToken ct) => transfers.Round(ct);
}
