using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Teleservices.Forms.Answers;
using Teleservices.Forms.Catalogue;
using Teleservices.Forms.Definitions;
using Teleservices.Forms.Offers;
using Teleservices.Forms.Residents;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;

namespace Teleservices.Forms.Agents.ShowOffer;

/// <summary>How this administration offers a form, and who made it so.</summary>
internal sealed class ShowOfferPage(TeleservicesDb db, FormShelf shelf, OwnForms own, OfferBook book, IAuthorizationService rights, IStringLocalizer<Texts> texts) : PageModel
{
    internal sealed record Line(string What, string Meta);

    internal FormDefinition Newest { get; private set; } = null!;

    internal Offer Offer { get; private set; } = Offer.Usual;

    /// <summary>How much a new version changes that nobody has accepted yet.</summary>
    internal int ToRead { get; private set; }

    internal bool MayChange { get; private set; }

    internal IReadOnlyList<Line> History { get; private set; } = [];

    internal string Slug => Newest.Slug;

    internal string? Change => MayChange ? OfferLinks.Change(Slug) : null;

    internal string VersionInWords => Offer.Version is not { } version
        ? texts["Version {0} ; les suivantes s’appliquent d’elles-mêmes", Newest.Version]
        : texts["Version {0} ; les suivantes attendent votre accord", version];

    internal string Prices => string.Join('\n', Offer.Options.Prices.Select(price => texts["{0} : {1}", price.Label, Filing.Euros(price.Amount).InWords()].Value));

    internal string Pieces => string.Join('\n', Offer.Options.Pieces.Select(piece => piece.Required ? piece.Label.ToString() : texts["{0} (facultatif)", piece.Label].Value));

    public async Task<IActionResult> OnGetAsync(string form, CancellationToken ct)
    {
        if (await own.Newest(form, ct) is not { } newest)
        {
            return NotFound();
        }

        Newest = newest;
        (Offer, _) = await book.Read(form, ct);
        ToRead = Offer.Version is { } version && version < newest.Version ? FormComparison.Between(await shelf.Version(db, form, version, ct), newest).Count : 0;
        MayChange = (await rights.AuthorizeAsync(User, Policies.Managers)).Succeeded;
        var changes = await book.History(form, ct);
        var before = changes.Skip(1).Select(change => change.Read()).Append(Offer.Usual);
        History = [.. changes.Zip(before, (change, old) =>
            new Line(OfferWords.Change(old, change.Read(), texts), texts["{0}, {1} à {2}", change.ByName, change.At.DayInWords(), change.At.HourInWords()]))];
        return Page();
    }
}
