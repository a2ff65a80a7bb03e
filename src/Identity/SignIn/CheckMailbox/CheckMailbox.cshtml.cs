using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Teleservices.Platform.Mail;

namespace Teleservices.Identity.SignIn.CheckMailbox;

/// <summary>A mail is on its way; says the same whether or not there is an account.</summary>
[AllowAnonymous]
internal sealed class CheckMailboxPage(IOptions<MailOptions> mail, WayBack wayBack) : SignInPage(wayBack)
{
    public const string Address = "MailedTo";

    /// <summary>Where the mail goes, or nothing when the page is opened again later.</summary>
    public string? MailedTo => TempData.Peek(Address) as string;

    /// <summary>In the embedded set-up mails do not leave the machine.</summary>
    public bool StaysHere => string.IsNullOrEmpty(mail.Value.Host);

    /// <summary>Whether the mail holds a link to a new password rather than one that confirms an address.</summary>
    public bool NewPassword { get; private set; }

    public Task OnGet(string pour, CancellationToken ct)
    {
        NewPassword = pour == "mot-de-passe";
        return LookBack(ct);
    }
}
