using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;
using Teleservices.Platform.Operations;

namespace Teleservices.Platform.Mail;

/// <summary>Sends written mails over SMTP, or into the folder <c>mails</c> where no server is configured. At least once; the Message-Id stays the same.</summary>
internal sealed class MailDispatcher(
    IServiceScopeFactory scopes, OutboxSignal signal, IOptions<MailOptions> options, IOptions<DataOptions> data, TimeProvider clock, ILogger<MailDispatcher> log)
    : RecurringWork(clock, log)
{
    private const int Batch = 50;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    protected override TimeSpan Every => TimeSpan.FromSeconds(5);

    protected override Task Pause(CancellationToken ct) => signal.WaitForMails(Every, Clock, ct);

    protected override async Task Work(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TeleservicesDb>();
        var now = Clock.GetUtcNow();
        var due = await db.Set<OutgoingMail>()
            .Where(mail => mail.SentAt == null && mail.DueAt <= now).OrderBy(mail => mail.DueAt).Take(Batch).ToListAsync(ct);
        foreach (var mail in due)
        {
            if (!await Claim(db, mail, ct))
            {
                continue;
            }

            try
            {
                await Send(MessageOf(mail), mail.Id, ct);
                mail.SentAt = Clock.GetUtcNow();
                mail.LastError = null;
            }
            catch (Exception fault) when (!ct.IsCancellationRequested)
            {
                mail.DueAt = Clock.GetUtcNow() + TimeSpan.FromMinutes(Math.Min(Math.Pow(2, mail.Attempts), 60));
                mail.LastError = $"{fault.GetType().Name}: {fault.Message}";
                log.LogWarning(fault, "Mail {MailId} could not be sent; tried {Attempts} times.", mail.Id, mail.Attempts);
            }

            await db.SaveChangesAsync(ct);
        }
    }

    /// <summary>Of several workers that see the mail at once, one gets it; if that one dies, the mail is due again after the lease.</summary>
    private async Task<bool> Claim(TeleservicesDb db, OutgoingMail mail, CancellationToken ct)
    {
        var (seen, lease) = (mail.Attempts, Clock.GetUtcNow() + Lease);
        var claimed = await db.Set<OutgoingMail>()
            .Where(row => row.Id == mail.Id && row.Attempts == seen && row.SentAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, seen + 1).SetProperty(row => row.DueAt, lease), ct);
        (mail.Attempts, mail.DueAt) = (seen + 1, lease);
        return claimed == 1;
    }

    private async Task Send(MimeMessage message, Guid id, CancellationToken ct)
    {
        if (options.Value.Host is not { Length: > 0 } host)
        {
            var folder = Directory.CreateDirectory(data.Value.PathOf("mails")).FullName;
            await message.WriteToAsync(Path.Combine(folder, $"{id:N}.eml"), ct);
            return;
        }

        using var client = new SmtpClient();
        await client.ConnectAsync(host, options.Value.Port, cancellationToken: ct);
        if (options.Value.User is { Length: > 0 } user)
        {
            await client.AuthenticateAsync(user, options.Value.Password ?? "", ct);
        }

        await client.SendAsync(message, ct);
        await client.DisconnectAsync(quit: true, ct);
    }

    private MimeMessage MessageOf(OutgoingMail mail)
    {
        var message = new MimeMessage { Subject = mail.Subject, Date = mail.WrittenAt, MessageId = $"{mail.Id:N}@teleservices" };
        message.From.Add(new MailboxAddress(mail.FromName, options.Value.From));
        message.To.Add(MailboxAddress.Parse(mail.To));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Body = new TextPart("plain") { Text = mail.Body };
        return message;
    }
}
