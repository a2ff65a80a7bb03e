using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Teleservices.Forms.Catalogue;
using Teleservices.Forms.Definitions;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Residents.ShowForm;

/// <summary>What an e-service is, who answers, how long it takes and what the law says of it: before anybody signs in.</summary>
[AllowAnonymous]
internal sealed class ShowFormPage(
    TeleservicesDb db, FormShelf shelf, Drafts drafts, Current current, IHolders holders, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    public FormDefinition Form { get; private set; } = null!;

    public Holder? Holder { get; private set; }

    public bool HasDraft { get; private set; }

    public bool IsSignedIn => current.Resident is not null;

    public string SilenceInWords => Form.Silence.InWords(texts);

    public async Task<IActionResult> OnGetAsync(string form, CancellationToken ct)
    {
        if (await shelf.Newest(db, form, ct) is not { } found)
        {
            return NotFound();
        }

        Form = found;
        Holder = current.RequiredAdministration is { Kind: AdministrationKind.Commune, Cog: { } cog }
            ? await holders.Of(found.Competence, cog, clock.LegalToday(), ct)
            : null;
        HasDraft = current.Resident is not null && await drafts.Find(form, ct) is not null;
        return Page();
    }
}
