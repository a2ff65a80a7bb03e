using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Platform.Mail;

/// <summary>The way out for e-mail: part of the handler's one commit, sent afterwards, tried again when the server is down.</summary>
public sealed class Mailer(TeleservicesDb db, Current current, TimeProvider clock)
{
    /// <summary>Writes a plain text mail, to be sent after <c>SaveChangesAsync</c>.</summary>
    /// <param name="to">One address.</param>
    /// <param name="subject">Line breaks become spaces: no header can be smuggled in.</param>
    /// <param name="body">Plain text; links in full.</param>
    public void Write(string to, string subject, string body)
    {
        var now = clock.GetUtcNow();
        db.Add(new OutgoingMail
        {
            Id = Guid.CreateVersion7(now),
            To = to,
            FromName = current.Administration?.Name ?? "Téléservices",
            Subject = string.Join(' ', subject.Split(['\r', '\n', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries)),
            Body = body,
            WrittenAt = now,
            DueAt = now,
        });
    }
}
