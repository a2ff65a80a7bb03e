using MediatR;
using Microsoft.EntityFrameworkCore;
using Teleservices.Dispatch.Routing;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Transfers;

/// <summary>Transfers of competence, newest first, or one of them with its requests.</summary>
/// <param name="Id">One of them; nothing for all, without requests.</param>
/// <param name="Limit">How many requests, or transfers, at most.</param>
public sealed record TransferReports(Guid? Id = null, int Limit = 500) : IQuery<IReadOnlyList<TransferReport>>;

/// <summary>A transfer and what has become of it.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Competence">Code.</param>
/// <param name="Label">In words.</param>
/// <param name="To">Who takes it on; nothing for each commune itself.</param>
/// <param name="Communes">COG codes.</param>
/// <param name="On">First day.</param>
/// <param name="LegalAct">By which act.</param>
/// <param name="Note">For those who read the register.</param>
/// <param name="By">Who scheduled it.</param>
/// <param name="ScheduledAt">When.</param>
/// <param name="State">How far it is.</param>
/// <param name="DoneAt">When everything had gone.</param>
/// <param name="Counts">Requests by what became of them.</param>
/// <param name="Requests">The requests, when one transfer was asked for.</param>
public sealed record TransferReport(
    Guid Id,
    string Competence,
    Wording Label,
    AdministrationInfo? To,
    IReadOnlyList<string> Communes,
    DateOnly On,
    string LegalAct,
    string? Note,
    string By,
    DateTimeOffset ScheduledAt,
    TransferState State,
    DateTimeOffset? DoneAt,
    IReadOnlyDictionary<TransferOutcome, int> Counts,
    IReadOnlyList<MovedRequest> Requests);

/// <summary>One request of a transfer; nothing of what the resident wrote.</summary>
/// <param name="Number">As on the receipt.</param>
/// <param name="From">Who had it.</param>
/// <param name="To">Who has it, or was to have it.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="SettledAt">When.</param>
public sealed record MovedRequest(string Number, AdministrationInfo? From, AdministrationInfo? To, TransferOutcome Outcome, DateTimeOffset? SettledAt);

internal sealed class TransferReportsHandler(TeleservicesDb db, Registers registers, ITenantStore tenants) : IRequestHandler<TransferReports, IReadOnlyList<TransferReport>>
{
    public async Task<IReadOnlyList<TransferReport>> Handle(TransferReports request, CancellationToken cancellationToken)
    {
        var found = await db.CompetenceTransfers.AsNoTracking().Where(one => request.Id == null || one.Id == request.Id)
            .OrderByDescending(one => one.On).ThenByDescending(one => one.ScheduledAt).Take(request.Limit).ToListAsync(cancellationToken);
        var ids = found.Select(one => one.Id).ToList();
        var counts = await db.TransferredRequests.AsNoTracking().Where(row => ids.Contains(row.TransferId))
            .GroupBy(row => new { row.TransferId, row.Outcome }).Select(group => new { group.Key.TransferId, group.Key.Outcome, Count = group.Count() }).ToListAsync(cancellationToken);
        var reports = new List<TransferReport>();
        foreach (var one in found)
        {
            reports.Add(new TransferReport(
                one.Id,
                one.Competence,
                registers.Current.Competences.GetValueOrDefault(one.Competence) ?? new Wording(one.Competence),
                one.ToId is { } to ? await tenants.ById(to, cancellationToken) : null,
                one.Communes,
                one.On,
                one.LegalAct,
                one.Note,
                one.By,
                one.ScheduledAt,
                one.State,
                one.DoneAt,
                counts.Where(count => count.TransferId == one.Id).ToDictionary(count => count.Outcome, count => count.Count),
                request.Id is null ? [] : await Requests(one.Id, request.Limit, cancellationToken)));
        }

        return reports;
    }

    private async Task<IReadOnlyList<MovedRequest>> Requests(Guid transfer, int limit, CancellationToken ct)
    {
        var rows = await db.TransferredRequests.AsNoTracking().Where(row => row.TransferId == transfer).OrderBy(row => row.SentAt).ThenBy(row => row.Number).Take(limit).ToListAsync(ct);
        var requests = new List<MovedRequest>();
        foreach (var row in rows)
        {
            requests.Add(new MovedRequest(row.Number, await tenants.ById(row.FromId, ct), await tenants.ById(row.ToId, ct), row.Outcome, row.SettledAt));
        }

        return requests;
    }
}
