using System.Text.Json;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Teleservices.Contracts;
using Teleservices.Forms.Model;
using Teleservices.Forms.Residents;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Bus;

/// <summary>Writes what the bus tells of a request into its timeline, once, and mails the resident a link to it.</summary>
internal sealed class Timeline(TeleservicesDb db, TimelineLook look, Current current, ResidentMail mail)
{
    /// <summary>Adds a line, lets the request move, and writes the mail; the commit is the caller's.</summary>
    /// <param name="context">The message; its administration must be the one in charge.</param>
    /// <param name="requestId">The request.</param>
    /// <param name="eventId">Identifies what happened: told twice, it is shown once.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="at">When.</param>
    /// <param name="move">What it does to the request.</param>
    /// <param name="news">The mail's sentence, a key of <see cref="Texts"/>; nothing sends no mail.</param>
    /// <exception cref="InvalidOperationException">The administration is not in charge, as far as is known here now.</exception>
    public async Task Tell<T>(
        ConsumeContext<T> context, Guid requestId, Guid eventId, RequestEventKind kind, DateTimeOffset at, Action<Request> move, string? news)
        where T : class
    {
        var (request, isTold) = await look.At(db, requestId, eventId, context.CancellationToken);
        if (isTold)
        {
            return;
        }

        var sender = current.RequiredAdministration;
        var isLate = kind != RequestEventKind.Routed && request.HolderId is { } holder && holder != sender.Id;
        if (isLate && !await HeldBefore(requestId, sender.Id, context.CancellationToken))
        {
            // Nothing keeps messages in order: the news that it is in charge may still be on its way. So this one comes again, and is parked where IT staff see it if it never was.
            throw new InvalidOperationException($"{typeof(T).Name} about request {requestId} came from {sender.Identifier}, which is not in charge.");
        }

        if (request.HolderId is null)
        {
            request.Held(sender.Id, sender.Name);
        }

        if (!isLate)
        {
            move(request);
        }

        db.Add(new RequestEvent
        {
            Id = eventId,
            RequestId = requestId,
            ResidentId = request.ResidentId,
            Kind = kind,
            At = at,
            Details = JsonSerializer.Serialize(context.Message),
        });
        if (news is not null && !isLate)
        {
            await mail.Write(request, sender, news, context.CancellationToken, sender.Name);
        }
    }

    /// <summary>Whether an administration was in charge once: what it said then may come after the news that another one is.</summary>
    private async Task<bool> HeldBefore(Guid requestId, Guid administrationId, CancellationToken ct)
    {
        var routings = await db.RequestEvents.Where(line => line.RequestId == requestId && line.Kind == RequestEventKind.Routed).Select(line => line.Details).ToListAsync(ct);
        return routings.Exists(details => JsonSerializer.Deserialize<RequestRouted>(details)!.AdministrationId == administrationId);
    }
}
