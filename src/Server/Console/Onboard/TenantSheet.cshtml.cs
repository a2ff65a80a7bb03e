using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Teleservices.Forms.Onboarding;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;
using Teleservices.Tenancy;
using Teleservices.Tenancy.Onboarding;

namespace Teleservices.Server.Onboard;

/// <summary>One administration for IT staff: what is still to be done before residents come, its details, and the next step of its life.</summary>
internal sealed class TenantSheetPage(IMediator mediator, ITenantStore tenants, Current current, PublicAddress addresses, IStringLocalizer<Texts> texts) : PageModel
{
    public TenantForm Form { get; private set; } = new();

    internal TenantReadiness Readiness { get; private set; } = null!;

    /// <summary>Why it is moved on.</summary>
    public string? Reason { get; private set; }

    internal IReadOnlyList<TenantMove> History { get; private set; } = [];

    internal string Address => addresses.Of(tenants, Readiness.Administration, "/");

    internal IEnumerable<AdministrationState> Steps => Readiness.Administration.State switch
    {
        AdministrationState.Live => [AdministrationState.Suspended, AdministrationState.Leaving],
        AdministrationState.Suspended => [AdministrationState.Live, AdministrationState.Leaving],
        _ => [AdministrationState.Live],
    };

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (!await Find(slug, ct))
        {
            return NotFound();
        }

        Form = TenantForm.Of(Readiness.Administration);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, [FromForm] TenantForm form, CancellationToken ct)
    {
        if (!await Find(slug, ct))
        {
            return NotFound();
        }

        Form = form;
        return this.Show(await mediator.Send(new ApplyTenant(form.Wish(Readiness.Administration.Siren, slug)), ct), _ => Done(slug, texts["C’est enregistré."]));
    }

    public async Task<IActionResult> OnPostTryAsync(string slug, CancellationToken ct)
    {
        if (!await Find(slug, ct))
        {
            return NotFound();
        }

        Form = TenantForm.Of(Readiness.Administration);
        return this.Show(await mediator.Send(new FileTrialRequest(slug), ct), number => Done(
            slug, texts["La demande d’essai {0} est partie ; rechargez la page dans quelques secondes pour voir si elle est arrivée.", number]));
    }

    public async Task<IActionResult> OnPostMoveAsync(string slug, AdministrationState to, string? reason, CancellationToken ct)
    {
        if (!await Find(slug, ct))
        {
            return NotFound();
        }

        (Form, Reason) = (TenantForm.Of(Readiness.Administration), reason);
        return this.Show(await mediator.Send(new MoveTenant(slug, to, User.FindFirst("name")?.Value ?? current.RequiredResident.ToString(), reason), ct), _ => Done(slug, texts["L’état est changé ; il est vu partout en une seconde."]));
    }

    private RedirectResult Done(string slug, string sentence)
    {
        this.Notice(sentence);
        return Redirect($"/console/administrations/{slug}");
    }

    private async Task<bool> Find(string slug, CancellationToken ct)
    {
        if (await mediator.Send(new CheckTenant(slug), ct) is not { } readiness)
        {
            return false;
        }

        (Readiness, History) = (readiness, await mediator.Send(new TenantHistory(readiness.Administration.Id), ct));
        return true;
    }
}
