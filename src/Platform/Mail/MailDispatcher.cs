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
        var until = Clock.GetUtcNow() + (Lease / 2);
        foreach (var mail in await Claim(db, ct))
        {
            // A slow server: what is left is due again when the lease is over, and nobody else has sent it until then.
            if (Clock.GetUtcNow() > until)
            {
                return;
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

    /// <summary>Of several workers that look at once each gets other mails; if one dies, its mails are due again after the lease.</summary>
    private async Task<List<OutgoingMail>> Claim(TeleservicesDb db, CancellationToken ct)
    {
        var now = Clock.GetUtcNow();
        var (mail, rowLock) = db.Database.IsSqlite() ? ("\"platform.mail\"", "") : ("platform.mail", "FOR UPDATE SKIP LOCKED");
        var sql = $$"""
            UPDATE {{mail}} SET "DueAt" = {1}, "Attempts" = "Attempts" + 1
            WHERE "Id" IN (SELECT "Id" FROM {{mail}} WHERE "SentAt" IS NULL AND "DueAt" <= {0} ORDER BY "DueAt" LIMIT {{Batch}} {{rowLock}})
            RETURNING *
            """;
        return await db.Alone(() => db.Set<OutgoingMail>().FromSqlRaw(sql, db.Moment(now), db.Moment(now + Lease)).ToListAsync(ct), ct);
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
