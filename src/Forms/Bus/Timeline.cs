using System.Globalization;
using System.Text.Json;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Teleservices.Forms.Model;
using Teleservices.Platform.Data;
using Teleservices.Platform.Mail;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;

namespace Teleservices.Forms.Bus;

/// <summary>Writes what the bus tells of a request into its timeline, once, and mails the resident a link to it.</summary>
internal sealed class Timeline(
    TeleservicesDb db,
    Current current,
    Mailer mailer,
    ITenantStore tenants,
    PublicAddress addresses,
    IStringLocalizer<Texts> texts,
    ILogger<Timeline> log)
{
    /// <summary>Adds a line, lets the request move, and writes the mail; the commit is the caller's.</summary>
    /// <param name="context">The message; its administration must be the one in charge.</param>
    /// <param name="requestId">The request.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="at">When.</param>
    /// <param name="move">What it does to the request.</param>
    /// <param name="news">The mail's sentence, a key of <see cref="Texts"/>; nothing sends no mail.</param>
    public async Task Tell<T>(ConsumeContext<T> context, Guid requestId, RequestEventKind kind, DateTimeOffset at, Action<Request> move, string? news)
        where T : class
    {
        var request = await db.Requests.SingleAsync(request => request.Id == requestId, context.CancellationToken);
        var sender = current.RequiredAdministration;
        if (kind != RequestEventKind.Routed && request.HolderId is { } holder && holder != sender.Id)
        {
            log.LogCritical("{Message} about request {RequestId} came from {Sender}, which is not in charge; it was not applied.", typeof(T).Name, requestId, sender.Identifier);
            return;
        }

        if (request.HolderId is null)
        {
            request.Held(sender.Id, sender.Name);
        }

        move(request);
        db.Add(new RequestEvent
        {
            Id = context.MessageId!.Value,
            RequestId = requestId,
            ResidentId = request.ResidentId,
            Kind = kind,
            At = at,
            Details = JsonSerializer.Serialize(context.Message),
        });
        if (news is not null)
        {
            await WriteMail(request, sender, news, context.CancellationToken);
        }
    }

    private async Task WriteMail(Request request, AdministrationInfo sender, string news, CancellationToken ct)
    {
        var portal = await tenants.ById(request.PortalId, ct) ?? sender;
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(request.Language);
            var title = request.Language == "en" ? request.TitleEn ?? request.TitleFr : request.TitleFr;
            mailer.Write(
                request.ApplicantEmail,
                texts["Votre demande {0}", request.Number],
                texts[
                    "Bonjour,{0}{1}{0}Démarche : {2}{0}Numéro : {3}{0}Pour la suivre ou répondre : {4}{0}Ce message est automatique, merci de ne pas y répondre.{0}{5}",
                    "\n\n",
                    texts[news, sender.Name].Value,
                    title,
                    request.Number,
                    addresses.Of(tenants, portal, $"/demandes/{request.Id}"),
                    sender.Name]);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
