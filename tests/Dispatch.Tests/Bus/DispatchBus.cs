using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Contracts;
using Teleservices.Dispatch.Model;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Security;
using Teleservices.Tenancy;
using Teleservices.TestKit;
using Teleservices.TestKit.Stores;

namespace Teleservices.Dispatch.Tests.Bus;

/// <summary>Dispatch on a real store and a real bus; the neighbours are stand-ins.</summary>
public sealed class DispatchBus : IAsyncLifetime
{
    public BusWitness Witness { get; } = new();

    public ModuleHost Platform { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Platform = await ModuleHost.Start(
            (services, configuration) => services.AddSingleton(Witness).AddSingleton<IDeskOfStaff, WholeDesk>()
                .AddTenancy(configuration).AddDispatch(configuration).AddModule(Assembly.GetExecutingAssembly()),
            withBackground: true);
        await Platform.Seed(ModuleHost.Seeds);
    }

    public async Task DisposeAsync() => await Platform.DisposeAsync();

    public static RequestFiled Filed(string competence = "dechets-menagers", string cog = "45155", Guid? resident = null, DateTimeOffset? at = null)
    {
        var id = Guid.NewGuid();
        return new RequestFiled(
            id,
            $"2026-{id:N}"[..18],
            resident ?? Guid.NewGuid(),
            new Applicant("Camille Martin", "camille.martin@example.org"),
            new FiledForm("bac-dechets", 1, new Text("Demander un bac", "Request a bin"), competence, "dechets", new Text("Service déchets"), new Silence(SilenceRegime.None), 24),
            cog,
            at ?? new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero),
            new FiledContent([], []));
    }

    /// <summary>Says something on the bus in the name of an administration.</summary>
    public Task<int> Say<T>(string administration, T message)
        where T : class => Platform.Work(administration, (services, db) =>
        {
            services.GetRequiredService<Outbox>().Publish(message);
            return db.SaveChangesAsync();
        });

    /// <summary>What the ledger says of a request once it says what is expected.</summary>
    internal Task<LedgerEntry?> Ledger(Guid request, Func<LedgerEntry, bool> isSo) => RunningPlatform.Eventually(
        () => Platform.Work(null, (_, db) => db.WholeLedger.AsNoTracking().SingleOrDefaultAsync(entry => entry.RequestId == request)),
        entry => entry is not null && isSo(entry));

    public Task<IReadOnlyList<(string Administration, T Message)>> Heard<T>(Func<T, bool> which, int atLeast = 1) => RunningPlatform.Eventually(
        () => Task.FromResult<IReadOnlyList<(string Administration, T Message)>>([.. Witness.Of<T>().Where(heard => which(heard.Message))]),
        heard => heard.Count >= atLeast);

    /// <summary>Everything that was said has been consumed.</summary>
    public Task Quiet() => RunningPlatform.Eventually(
        () => Platform.Work(null, (_, db) => db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM " + TestStore.Named("platform.outbox")).SingleAsync()), open => open == 0);
}
