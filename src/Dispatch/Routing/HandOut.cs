using System.Text.Json;
using Microsoft.Extensions.Logging;
using Teleservices.Contracts;
using Teleservices.Dispatch.Model;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Security;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Routing;

/// <summary>Finds who is competent for a request and gives it to them; when it was filed, and again from triage.</summary>
internal sealed class HandOut(
    Registers registers, ITenantStore tenants, Outbox outbox, PairwiseIds pairwise, TimeProvider clock, ILogger<HandOut> log)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Decides and writes the orders into the outbox; the caller commits.</summary>
    /// <param name="entry">The request in the ledger.</param>
    /// <param name="filed">What was filed.</param>
    /// <param name="on">The day whose register decides.</param>
    /// <param name="ct">Cancels.</param>
    public async Task Give(LedgerEntry entry, RequestFiled filed, DateOnly on, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var register = registers.Current;
        var resolution = register.Resolve(filed.Form.Competence, filed.CommuneCog, on);
        var decision = RoutingDecision.Of(resolution, now);
        if (resolution is not { HolderId: { } holderId, LegalAct: { } legalAct })
        {
            entry.KeepForTriage(decision, JsonSerializer.Serialize(filed, Json));
            log.LogError("Request {Number} has no holder: {Finding} for {Competence} in {Commune}.", filed.Number, resolution.Finding, filed.Form.Competence, filed.CommuneCog);
            return;
        }

        var holder = await tenants.ById(holderId, ct) ?? throw new InvalidOperationException($"The register names administration {holderId}, which does not exist.");
        entry.RouteTo(decision, legalAct);
        await Order(entry, filed, holder, register, now, legalAct, ct);
    }

    /// <summary>Passes it on to an administration that another one named, with the case file; the caller commits.</summary>
    public async Task PassOn(LedgerEntry entry, RequestFiled filed, Guid to, CancellationToken ct)
    {
        if (await tenants.ById(to, ct) is not { } holder)
        {
            log.LogError("Request {Number} was passed on to administration {Administration}, which does not exist.", entry.Number, to);
            Arbitrate(entry, filed);
            return;
        }

        await Choose(entry, filed, holder, filed.File!.IsTransfer ? $"Transfert de compétence : {filed.File.Reason}" : $"Transmission (CRPA L114-2) : {filed.File.Reason}", ct);
    }

    /// <summary>The arbitration desk has chosen.</summary>
    public Task Settle(LedgerEntry entry, AdministrationInfo holder, string reason, CancellationToken ct) =>
        Choose(entry, Held(entry), holder, $"Arbitrage : {reason}", ct);

    /// <summary>Two administrations disagree: the arbitration desk keeps all of it until it has chosen, and the resident knows.</summary>
    public void Arbitrate(LedgerEntry entry, RequestFiled filed)
    {
        var now = clock.GetUtcNow();
        entry.KeepForArbitration(now, JsonSerializer.Serialize(filed, Json));
        outbox.Publish(new RequestDisputed(filed.RequestId, filed.File!.From, filed.File.Reason, now));
        log.LogWarning("Request {Number} waits for the arbitration desk.", entry.Number);
    }

    private async Task Choose(LedgerEntry entry, RequestFiled filed, AdministrationInfo holder, string act, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        act = act.Length > Custody.ReasonLength ? act[..Custody.ReasonLength] : act;
        entry.RouteTo(RoutingDecision.By(act, holder.Id, clock.LegalToday(), now), act);
        await Order(entry, filed, holder, registers.Current, now, act, ct);
    }

    /// <summary>Gives the same order to the same holder once more, and decides nothing; the caller commits.</summary>
    public async Task Repeat(LedgerEntry entry, RequestFiled filed, Guid holderId, CancellationToken ct)
    {
        var holder = await tenants.ById(holderId, ct) ?? throw new InvalidOperationException($"The ledger names administration {holderId}, which does not exist.");
        await Order(entry, filed, holder, registers.Current, entry.RoutedAt!.Value, entry.Custody[^1].Reason, ct);
    }

    private async Task Order(LedgerEntry entry, RequestFiled filed, AdministrationInfo holder, CompetenceRegister register, DateTimeOffset routedAt, string legalAct, CancellationToken ct)
    {
        outbox.Send(
            new OpenCase(
                filed.RequestId,
                filed.Number,
                await pairwise.Of(filed.ResidentId, holder.Id, ct),
                filed.Applicant,
                filed.Form,
                filed.CommuneCog,
                register.Territory.Commune(filed.CommuneCog)!.Name,
                filed.FiledAt,
                routedAt,
                legalAct,
                filed.Content,
                entry.Turn,
                filed.File,
                entry.IsDisputed),
            holder.Id);
        outbox.Send(new RequestRouted(filed.RequestId, holder.Id, holder.Name, routedAt, legalAct, filed.File?.From, filed.File?.Reason, filed.File?.IsTransfer == true), holder.Id);
    }

    /// <summary>What was kept for a request in triage.</summary>
    public static RequestFiled Held(LedgerEntry entry) =>
        JsonSerializer.Deserialize<RequestFiled>(entry.Held ?? throw new InvalidOperationException($"Nothing is held for {entry.Number}."), Json)!;
}
