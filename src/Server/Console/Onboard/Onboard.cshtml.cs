using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Teleservices.Platform.Web;
using Teleservices.Tenancy;
using Teleservices.Tenancy.Onboarding;

namespace Teleservices.Server.Onboard;

/// <summary>Brings an administration on board: found in the national territory, shown as planned, completed, applied.</summary>
internal sealed class OnboardPage(IMediator mediator, IOptions<HostingOptions> hosting, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Code { get; set; }

    public TenantForm Form { get; private set; } = new();

    internal IReadOnlyList<FoundBody> Found { get; private set; } = [];

    internal PlannedTenant? Planned { get; private set; }

    internal string Suffix => $".{hosting.Value.Domain}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Code is { } code)
        {
            if (!await Plan(code, ct))
            {
                return NotFound();
            }

            Form = TenantForm.Of(Planned!.Administration);
            return Planned.IsNew ? Page() : Redirect($"/console/administrations/{Planned.Administration.Identifier}");
        }

        if (Search?.Trim() is { Length: > 1 } search)
        {
            Found = await mediator.Send(new FindBodies(search), ct);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] TenantForm form, CancellationToken ct)
    {
        Form = form;
        if (Code is not { } code || !await Plan(code, ct))
        {
            return NotFound();
        }

        return this.Show(await mediator.Send(new ApplyTenant(form.Wish(code)), ct), done =>
        {
            this.Notice(texts["{0} est sur la plateforme, à l’essai.", done.Administration.Name]);
            return Redirect($"/console/administrations/{done.Administration.Identifier}");
        });
    }

    private async Task<bool> Plan(string code, CancellationToken ct)
    {
        var plan = await mediator.Send(new PlanTenants([new TenantWish(code)]), ct);
        Planned = plan.Administrations.Count == 1 ? plan.Administrations[0] : null;
        return Planned is not null;
    }
}
