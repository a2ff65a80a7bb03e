using Microsoft.AspNetCore.Mvc.RazorPages;
using Teleservices.Forms.Catalogue;
using Teleservices.Forms.Definitions;
using Teleservices.Forms.Offers;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Agents.FormList;

/// <summary>The e-services that this administration answers, and how it offers each.</summary>
internal sealed class FormListPage(TeleservicesDb db, FormShelf shelf, OfferShelf offers, OwnForms own, Current current) : PageModel
{
    internal sealed record Row(FormDefinition Form, Offer Offer, int ToRead);

    internal IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var set = await offers.Of(db, current.RequiredAdministration.Id, ct);
        var rows = new List<Row>();
        foreach (var form in await own.All(ct))
        {
            var offer = set.GetValueOrDefault(form.Slug) ?? Offer.Usual;
            var behind = offer.Version is { } version && version < form.Version;
            rows.Add(new Row(form, offer, behind ? FormComparison.Between(await shelf.Version(db, form.Slug, offer.Version!.Value, ct), form).Count : 0));
        }

        Rows = rows;
    }
}
