using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Teleservices.Forms.Definitions;
using Teleservices.Platform.Web;
using Teleservices.Platform.Web.Components;

namespace Teleservices.Forms.Agents.ChangeOffer;

/// <summary>All that an administration may set on a shared form.</summary>
[Authorize(Policies.Managers)]
internal sealed class ChangeOfferPage(OwnForms own, OfferBook book, IMediator mediator, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public OfferForm Typed { get; set; } = new();

    internal FormDefinition Newest { get; private set; } = null!;

    internal IReadOnlyList<Choice> Teams { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string form, CancellationToken ct)
    {
        if (!await Load(form, ct))
        {
            return NotFound();
        }

        var (offer, changes) = await book.Read(form, ct);
        Typed = OfferForm.Of(offer, changes);
        Typed.MakeRoom();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string form, CancellationToken ct)
    {
        if (!await Load(form, ct))
        {
            return NotFound();
        }

        var result = await mediator.Send(new ChangeOffer(form, Typed, User.Signed()), ct);
        Typed.MakeRoom();
        return this.Show(
            result,
            _ =>
            {
                this.Notice(texts["Vos réglages sont enregistrés : les usagers les voient dès maintenant."]);
                return Redirect(OfferLinks.Offer(form));
            },
            nameof(Typed));
    }

    private async Task<bool> Load(string form, CancellationToken ct)
    {
        if (await own.Newest(form, ct) is not { } newest)
        {
            return false;
        }

        Newest = newest;
        Teams = [.. (await own.Teams(ct)).Where(team => team.Code != newest.Team).Select(team => new Choice(team.Code, team.Name.ToString()))];
        return true;
    }
}
