using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Teleservices.Identity.Model;
using Teleservices.Identity.Sessions;
using Teleservices.Platform.Data;
using Teleservices.Platform.Web;

namespace Teleservices.Identity.SignIn.ConfirmAddress;

/// <summary>Opened by the mailed link. Only the form changes something: mail scanners open links too.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class ConfirmAddressPage(IMediator mediator, TeleservicesDb db, SessionRegister sessions, TimeProvider clock, WayBack wayBack) : SignInPage(wayBack)
{
    [BindProperty(SupportsGet = true)]
    public string? Jeton { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The address to be confirmed; nothing when the link is not valid (any more).</summary>
    public string? Email { get; private set; }

    public Task OnGet(CancellationToken ct) => Look(ct);

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        await Look(ct);
        var result = await mediator.Send(new ConfirmAddress(Jeton, Password), ct);
        if (result.Refusal is null)
        {
            await sessions.SignIn(HttpContext, result.Value.Id, ct);
            return await Onwards(result.Value.Start, ct);
        }

        return this.Show(result, _ => Page());
    }

    private async Task Look(CancellationToken ct)
    {
        var hash = RandomKey.Hash(Jeton ?? "");
        var now = clock.GetUtcNow();
        var wish = await db.Registrations.AsNoTracking().SingleOrDefaultAsync(one => one.KeyHash == hash && one.ExpiresAt > now, ct);
        (Email, Depart) = (wish?.Email, wish?.Start);
        await LookBack(ct);
    }
}
