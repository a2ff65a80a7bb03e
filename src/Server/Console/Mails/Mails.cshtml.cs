using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Teleservices.Platform.Data;
using Teleservices.Platform.Mail;
using Teleservices.Platform.Security;

namespace Teleservices.Server.Mails;

/// <summary>
/// The mails of the platform, newest first. Where a mail server is configured they belong to their recipients: then only
/// whether they went out is shown, because a mail may hold a link that opens an account.
/// </summary>
internal sealed class MailsPage(TeleservicesDb db, IDeskOfStaff desk, IOptions<MailOptions> options) : PageModel
{
    private const int PerPage = 50;

    internal sealed record Row(Guid Id, string To, string Subject, DateTimeOffset WrittenAt, DateTimeOffset? SentAt, int Attempts, string? LastError);

    /// <summary>Shows what is older than this moment (ticks of the last row).</summary>
    [BindProperty(SupportsGet = true, Name = "apres")]
    public long? After { get; set; }

    internal IReadOnlyList<Row> Rows { get; private set; } = [];

    internal string? Next { get; private set; }

    /// <summary>Whether mails stay on this machine, for trying.</summary>
    internal bool StayHere => options.Value.Host is null;

    /// <summary>Mails speak of requests of all territories: the desk of one has no part in them.</summary>
    internal bool NotTheirs { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (!(await desk.Read(ct)).IsWhole)
        {
            NotTheirs = true;
            return;
        }

        var mails = db.Set<OutgoingMail>().AsNoTracking();
        if (After is > 0 and <= 3_000_000_000_000_000_000)
        {
            var before = new DateTimeOffset(After.Value, TimeSpan.Zero);
            mails = mails.Where(mail => mail.WrittenAt < before);
        }

        var found = await mails.OrderByDescending(mail => mail.WrittenAt).Take(PerPage + 1)
            .Select(mail => new Row(mail.Id, mail.To, mail.Subject, mail.WrittenAt, mail.SentAt, mail.Attempts, mail.LastError)).ToListAsync(ct);
        Rows = [.. found.Take(PerPage).Select(mail => StayHere ? mail : mail with { To = Masked(mail.To) })];
        Next = found.Count > PerPage ? $"/console/courriels?apres={Rows[^1].WrittenAt.UtcTicks.ToString(CultureInfo.InvariantCulture)}" : null;
    }

    /// <summary>Enough to recognise a complaint, too little to read who uses which service.</summary>
    private static string Masked(string address) => address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? $"{address[0]}…{address[at..]}" : "…";
}
