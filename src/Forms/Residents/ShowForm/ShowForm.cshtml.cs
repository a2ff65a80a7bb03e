using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Teleservices.Contracts;
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

    public string SilenceInWords => Form.Silence switch
    {
        { Regime: SilenceRegime.Acceptance } silence => texts["Sans réponse au bout de {0}, votre demande est acceptée.", Delay(silence)],
        { Regime: SilenceRegime.Rejection } silence => texts["Sans réponse au bout de {0}, votre demande est refusée ; vous pouvez alors faire un recours.", Delay(silence)],
        _ => texts["Cette démarche n’a pas de délai légal : l’administration vous répond dès que possible."],
    };

    public async Task<IActionResult> OnGetAsync(string form, CancellationToken ct)
    {
        if (await shelf.Newest(db, form, ct) is not { } found)
        {
            return NotFound();
        }

        Form = found;
        Holder = current.RequiredAdministration is { Kind: AdministrationKind.Commune, Cog: { } cog } && found.Place is null
            ? await holders.Of(found.Competence, cog, clock.LegalToday(), ct)
            : null;
        HasDraft = current.Resident is not null && await drafts.Find(form, ct) is not null;
        return Page();
    }

    private string Delay(Silence silence) => silence.Months > 0 ? texts["{0} mois", silence.Months] : texts["{0} jours", silence.Days];
}
