using MediatR;
using Microsoft.Extensions.Options;
using Teleservices.Identity.Demo;
using Teleservices.Platform.Data;
using Teleservices.Platform.Seeds;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;

namespace Teleservices.Server;

/// <summary>Tells whoever started the server by hand where to go, and with which account.</summary>
internal sealed class Welcome(
    IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, PublicAddress addresses, IOptions<SeedOptions> seeds, IOptions<DataOptions> data,
    ILogger<Welcome> log) : BackgroundService
{
    /// <summary>On a platform of many administrations a list of all would help nobody.</summary>
    private const int Shown = 20;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        try
        {
            Console.WriteLine(await Words(stoppingToken));
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            // A courtesy: a store that is away at this moment must not end the process.
            log.LogWarning(fault, "Teleservices is ready; its addresses could not be listed.");
        }
    }

    private async Task<string> Words(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var lines = new List<string> { "", $"Teleservices is ready. Data: {Path.GetFullPath(data.Value.Directory)}", "" };
        lines.AddRange(await Addresses(scope.ServiceProvider.GetRequiredService<ITenantStore>(), ct));
        lines.AddRange(await Accounts(scope.ServiceProvider.GetRequiredService<IMediator>(), ct));
        return string.Join(Environment.NewLine, lines);
    }

    private async Task<IEnumerable<string>> Addresses(ITenantStore tenants, CancellationToken ct)
    {
        var all = await tenants.All(ct);
        return
        [
            .. all.Take(Shown).Select(one => $"  {addresses.Of(tenants, one, ""),-52} {one.Name}"),
            .. all.Count > Shown ? [$"  … and {all.Count - Shown} more"] : Array.Empty<string>(),
            $"  {addresses.Origin(addresses.SignInHost),-52} sign-in",
            $"  {addresses.Origin(addresses.ConsoleHost),-52} console of IT staff",
            "",
        ];
    }

    private async Task<IEnumerable<string>> Accounts(IMediator mediator, CancellationToken ct)
    {
        if (!seeds.Value.DemoOn(data.Value.Store))
        {
            return [];
        }

        var accounts = await mediator.Send(new DemoAccounts(new SeedFolder(seeds.Value.Directory, demo: true)), ct);
        return accounts.Count == 0 ? [] :
        [
            $"Demo accounts, all with the password {accounts[0].Password}",
            .. accounts.Select(one => $"  {one.Email,-42} {one.Kind,-10} {one.Administration,-14} {one.Title}".TrimEnd()),
            "",
        ];
    }
}
