using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Teleservices.Dispatch.Transfers;
using Teleservices.Platform.Security;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;

namespace Teleservices.Server.Transfers;

/// <summary>One transfer of competence: what was decided, how far it is, and what has become of each open request.</summary>
internal sealed class TransferSheetPage(IMediator mediator, IDeskOfStaff desk, ITerritory territory, Current current, IStringLocalizer<Texts> texts) : PageModel
{
    private const int Named = 30;

    internal TransferReport Report { get; private set; } = null!;

    /// <summary>Whether all of its communes are of the desk: only then are its requests shown and may it be cancelled.</summary>
    internal bool IsTheirs { get; private set; }

    internal string Communes => string.Join(", ", Report.Communes.Take(Named).Select(cog => territory.Commune(cog)?.Name ?? cog)) + (Report.Communes.Count > Named ? "…" : "");

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Find(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Find(id, ct) || !IsTheirs)
        {
            return NotFound();
        }

        return this.Show(await mediator.Send(new CancelTransfer(id, User.Identity?.Name ?? current.RequiredResident.ToString()), ct), _ =>
        {
            this.Notice(texts["Le transfert est annulé ; le registre est comme avant."]);
            return Redirect($"/console/competences/transferts/{id}");
        });
    }

    internal string Word(TransferOutcome outcome) => outcome switch
    {
        TransferOutcome.Sent => texts["En route"],
        TransferOutcome.Moved => texts["Transféré"],
        TransferOutcome.StayedAnswered => texts["Resté : déjà une réponse"],
        TransferOutcome.StayedElsewhere => texts["Déjà transmis autrement"],
    };

    private async Task<bool> Find(Guid id, CancellationToken ct)
    {
        if (await mediator.Send(new TransferReports(id), ct) is not [var report])
        {
            return false;
        }

        var prefix = (await desk.Read(ct)).CogPrefix;
        (Report, IsTheirs) = (report, report.Communes.All(cog => cog.StartsWith(prefix, StringComparison.Ordinal)));
        return true;
    }
}
