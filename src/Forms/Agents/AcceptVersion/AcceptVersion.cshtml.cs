using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Teleservices.Forms.Catalogue;
using Teleservices.Forms.Definitions;
using Teleservices.Platform.Data;
using Teleservices.Platform.Web;

namespace Teleservices.Forms.Agents.AcceptVersion;

/// <summary>What a new version of a form changes, to be read before it is offered.</summary>
[Authorize(Policies.Managers)]
internal sealed class AcceptVersionPage(
    TeleservicesDb db, FormShelf shelf, OwnForms own, OfferBook book, IMediator mediator, IStringLocalizer<Texts> texts) : PageModel
{
    private FormDefinition before = null!;

    internal FormDefinition Newest { get; private set; } = null!;

    internal int Seen { get; private set; }

    internal IReadOnlyList<FormChange> Changes { get; private set; } = [];

    internal int Before => before.Version;

    public async Task<IActionResult> OnGetAsync(string form, CancellationToken ct) => await Load(form, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string form, int version, int seen, CancellationToken ct)
    {
        if (await Load(form, ct) is { } elsewhere)
        {
            return elsewhere;
        }

        return this.Show(await mediator.Send(new AcceptVersion(form, version, seen, User.Signed()), ct), _ =>
        {
            this.Notice(texts["La version {0} est en ligne.", version]);
            return Redirect(OfferLinks.Offer(form));
        });
    }

    internal string InWords(FormChange change) => OfferWords.Of(change, before, Newest, texts);

    private async Task<IActionResult?> Load(string form, CancellationToken ct)
    {
        if (await own.Newest(form, ct) is not { } newest)
        {
            return NotFound();
        }

        (var offer, Seen) = await book.Read(form, ct);
        if (offer.Version is not { } version || version >= newest.Version)
        {
            return Redirect(OfferLinks.Offer(form));
        }

        (before, Newest) = (await shelf.Version(db, form, version, ct), newest);
        Changes = FormComparison.Between(before, newest);
        return null;
    }
}
