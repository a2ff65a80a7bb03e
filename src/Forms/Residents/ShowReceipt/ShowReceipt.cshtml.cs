using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Teleservices.Forms.Catalogue;
using Teleservices.Forms.Model;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Residents.ShowReceipt;

/// <summary>What the resident holds once a request is filed: number, what comes next, and the registration receipt (CRPA L112-11).</summary>
internal sealed class ShowReceiptPage(TeleservicesDb db, FormShelf shelf, IHolders holders, ITenantStore tenants, ITerritory territory, IStringLocalizer<Texts> texts) : PageModel
{
    public Request Found { get; private set; } = null!;

    public bool IsConfirmation { get; private set; }

    public string SilenceInWords { get; private set; } = "";

    public AdministrationInfo? Holder { get; private set; }

    public string Commune => territory.Commune(Found.CommuneCog)?.Name ?? Found.CommuneCog;

    public async Task<IActionResult> OnGetAsync(Guid id, string what, CancellationToken ct)
    {
        if (await db.Requests.AsNoTracking().SingleOrDefaultAsync(request => request.Id == id, ct) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        IsConfirmation = what == "confirmation";
        var form = await shelf.Version(db, found.FormSlug, found.FormVersion, ct);
        SilenceInWords = form.Silence.InWords(texts);
        Holder = found.HolderId is { } holder
            ? await tenants.ById(holder, ct)
            : (await holders.Of(form.Competence, found.CommuneCog, found.FiledAt.LegalDay(), ct))?.Administration;
        return Page();
    }
}
