using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Teleservices.Platform.Data;
using Teleservices.Platform.Mail;
using Teleservices.Platform.Security;
using Teleservices.Platform.Web;

namespace Teleservices.Server.Mails;

/// <summary>One mail, as text; only where mails do not leave the machine.</summary>
internal sealed partial class ReadMailPage(TeleservicesDb db, IDeskOfStaff desk, IOptions<MailOptions> options, IOptions<HostingOptions> hosting) : PageModel
{
    /// <summary>A stretch of the text, and whether it is a link to the platform itself.</summary>
    internal sealed record Part(string Text, bool IsLink);

    internal OutgoingMail Mail { get; private set; } = null!;

    internal IReadOnlyList<Part> Parts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (options.Value.Host is not null || !(await desk.Read(ct)).IsWhole || await db.Set<OutgoingMail>().AsNoTracking().SingleOrDefaultAsync(mail => mail.Id == id, ct) is not { } mail)
        {
            return NotFound();
        }

        Mail = mail;
        Parts = [.. Links().Split(mail.Body).Where(part => part.Length > 0).Select(part => new Part(part, IsOurs(part)))];
        return Page();
    }

    private bool IsOurs(string part) => Uri.TryCreate(part, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        && address.Host.EndsWith($".{hosting.Value.Domain}", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"(https?://[^\s<>]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Links();
}
