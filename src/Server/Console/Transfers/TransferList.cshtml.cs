using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Teleservices.Dispatch.Transfers;

namespace Teleservices.Server.Transfers;

/// <summary>Transfers of competence, past and to come.</summary>
internal sealed class TransferListPage(IMediator mediator) : PageModel
{
    internal IReadOnlyList<TransferReport> Reports { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Reports = await mediator.Send(new TransferReports(), ct);
}
