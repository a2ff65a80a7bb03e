using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Teleservices.Forms.Answers;
using Teleservices.Forms.Catalogue;
using Teleservices.Forms.Definitions;
using Teleservices.Forms.Offers;
using Teleservices.Forms.Residents.StartDraft;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Residents.ShowForm;

/// <summary>What an e-service is, who answers, how long it takes and what the law says of it: before anybody signs in.</summary>
[AllowAnonymous]
internal sealed class ShowFormPage(
    TeleservicesDb db,
    FormShelf shelf,
    OfferShelf offers,
    Drafts drafts,
    Current current,
    IHolders holders,
    ITerritory territory,
    TimeProvider clock,
    IStringLocalizer<Texts> texts) : PageModel
{
    public FormDefinition Form { get; private set; } = null!;

    public Holder? Holder { get; private set; }

    /// <summary>How the holder offers it.</summary>
    public Offer Offer { get; private set; } = Offer.Usual;

    public bool HasDraft { get; private set; }

    public bool IsSignedIn => current.Resident is not null;

    public string SilenceInWords => Form.Silence.InWords(texts);

    public Wording TeamName => Offer.Options.Team?.Name ?? Form.TeamName;

    /// <summary>Why it cannot be begun here, in words.</summary>
    public string? NotOnline => Offer.IsOn ? null : Places.NotOnline(Holder!.Administration).InWords(texts);

    /// <summary>Whether a request can be for a place that another administration answers for.</summary>
    public bool MayBeElsewhere => Form.Place is not null;

    public IEnumerable<(Wording Label, string Amount)> Prices => Offer.Options.Prices.Select(price => (price.Label, Filing.Euros(price.Amount).InWords()));

    public async Task<IActionResult> OnGetAsync(string form, CancellationToken ct)
    {
        if (await shelf.Newest(db, form, ct) is not { } newest)
        {
            return NotFound();
        }

        Holder = await HolderHere(newest.Competence, ct);
        Offer = Holder is { } holder ? await offers.Of(db, holder.Administration.Id, form, ct) : Offer.Usual;
        Form = await offers.Form(db, Offer, newest, ct);
        HasDraft = current.Resident is not null && await drafts.Find(form, ct) is not null;
        return Page();
    }

    /// <summary>Who answers on this portal: in its commune, or in all of its communes where it is the same everywhere.</summary>
    private async ValueTask<Holder?> HolderHere(string competence, CancellationToken ct)
    {
        var (portal, today) = (current.RequiredAdministration, clock.LegalToday());
        Holder? same = null;
        foreach (var cog in portal is { Kind: AdministrationKind.Commune, Cog: { } own } ? new HashSet<string> { own } : territory.ServedBy(portal.Id, today))
        {
            if (await holders.Of(competence, cog, today, ct) is not { } holder || (same is not null && same.Administration.Id != holder.Administration.Id))
            {
                return null;
            }

            same = holder;
        }

        return same;
    }
}
