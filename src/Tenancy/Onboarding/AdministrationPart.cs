using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Teleservices.Platform.Data;
using Teleservices.Platform.Mail;
using Teleservices.Platform.Onboarding;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;

namespace Teleservices.Tenancy.Onboarding;

/// <summary>Who an administration is and where it is found; the last to be erased.</summary>
internal sealed class AdministrationPart(TeleservicesDb db, Planner planner, ITenantStore tenants, PublicAddress addresses, IStringLocalizer<Texts> texts) : ITenantPart
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public int Order => 10;

    public async Task<IReadOnlyList<TenantCheck>> Check(AdministrationInfo administration, CancellationToken ct)
    {
        var missing = planner.Missing(administration).Select(one => one.Text).ToList();
        return
        [
            missing.Count == 0
                ? new TenantCheck("contact", true, texts["Les coordonnées et le délégué à la protection des données sont connus."])
                : new TenantCheck("contact", false, texts["Il manque : {0}.", string.Join(" ; ", missing)], texts["Complétez la fiche de l’administration."]),
            await Host(administration, ct),
        ];
    }

    public async Task Export(AdministrationInfo administration, TenantArchive archive, CancellationToken ct)
    {
        await archive.Entities(db, "administration", db.Administrations.AsNoTracking().Where(one => one.Id == administration.Id).AsAsyncEnumerable(), ct);
        await archive.Entities(
            db, "states", db.StateChanges.AsNoTracking().Where(one => one.AdministrationId == administration.Id).OrderBy(one => one.At).ThenBy(one => one.Id).AsAsyncEnumerable(), ct);
        await archive.Entities(
            db, "hosts", db.HostNames.AsNoTracking().Where(one => one.AdministrationId == administration.Id).OrderBy(one => one.Host).AsAsyncEnumerable(), ct);
        await archive.Entities(
            db, "territory", db.TerritoryMembers.AsNoTracking().Where(one => one.AdministrationId == administration.Id).OrderBy(one => one.Cog).ThenBy(one => one.Since).AsAsyncEnumerable(), ct);
    }

    /// <summary>Mails say in whose name they were written; their links lead to its host.</summary>
    public async Task Empty(AdministrationInfo administration, ICollection<Guid> files, CancellationToken ct)
    {
        var host = $"//{tenants.HostOf(administration)}";
        await db.Set<OutgoingMail>().Where(mail => mail.FromName == administration.Name || mail.Body.Contains(host)).ExecuteDeleteAsync(ct);
    }

    public async Task Erase(AdministrationInfo administration, CancellationToken ct)
    {
        db.RemoveRange(await db.StateChanges.Where(one => one.AdministrationId == administration.Id).ToListAsync(ct));
        db.RemoveRange(await db.HostNames.Where(one => one.AdministrationId == administration.Id).ToListAsync(ct));
        db.RemoveRange(await db.TerritoryMembers.Where(one => one.AdministrationId == administration.Id).ToListAsync(ct));
        db.RemoveRange(await db.Administrations.Where(one => one.Id == administration.Id).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Asks for the home page as a resident's browser would.</summary>
    private async Task<TenantCheck> Host(AdministrationInfo administration, CancellationToken ct)
    {
        var address = addresses.Of(tenants, administration, "/");
        try
        {
            using var connections = new SocketsHttpHandler { ConnectCallback = Connect, AllowAutoRedirect = false };
            using var http = new HttpClient(connections) { Timeout = Patience };
            using var answer = await http.GetAsync(new Uri(address), ct);
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(ct));
            return answer.IsSuccessStatusCode && page.Contains(administration.Name, StringComparison.Ordinal)
                ? new TenantCheck("host", true, texts["{0} répond.", address])
                : new TenantCheck("host", false, texts["{0} répond, mais pas avec la page de l’administration ({1}).", address, (int)answer.StatusCode], texts["Vérifiez le nom de domaine et le serveur mandataire."]);
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return new TenantCheck("host", false, texts["{0} ne répond pas.", address], texts["Vérifiez que le serveur tourne, que le nom de domaine y mène, et les réglages Hosting:Domain, Hosting:Scheme et Hosting:Port."]);
        }
    }

    /// <summary>Names below <c>localhost</c> are this machine (RFC 6761), also where no resolver says so.</summary>
    private static async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var to = context.DnsEndPoint.Host.EndsWith(".localhost", StringComparison.Ordinal) ? "localhost" : context.DnsEndPoint.Host;
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(to, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
