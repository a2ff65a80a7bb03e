using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Dispatch.Transfers;

/// <summary>Does at once what the workers do every few seconds; answers how many requests were told to go.</summary>
[Unvalidated("it says nothing")]
public sealed record ApplyDueTransfers : ICommand<int>;

internal sealed class ApplyDueTransfersHandler(ApplyTransfers transfers) : ICommandHandler<ApplyDueTransfers, int>
{
    public async Task<Result<int>> Handle(ApplyDueTransfers request, CancellationToken cancellationToken) => await transfers.Round(cancellationToken);
}
