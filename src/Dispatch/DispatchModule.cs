using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Dispatch.Bus;
using Teleservices.Dispatch.Console;
using Teleservices.Dispatch.Model;
using Teleservices.Dispatch.Routing;
using Teleservices.Dispatch.Transfers;
using Teleservices.Platform.Data;
using Teleservices.Platform.Operations;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Tenancy;

[assembly: SeesAllAdministrations]

namespace Teleservices.Dispatch;

/// <summary>The module's only public door.</summary>
public static class DispatchModule
{
    /// <summary>Adds the module to a process.</summary>
    public static IServiceCollection AddDispatch(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton<Registers>();
        services.AddSingleton<IHolders, Holders>();
        services.AddSingleton<LedgerLook>();
        services.AddScoped<HandOut>();
        services.AddScoped<DeskLedger>();
        services.AddScoped<TransferPlanner>();
        services.AddScoped<TransferLetters>();
        services.AddSingleton<ApplyTransfers>();
        services.AddUpkeep<TransferUpkeep>(configuration);
        return services.AddModule(typeof(DispatchModule).Assembly);
    }

    extension(TeleservicesDb db)
    {
        internal DbSet<Competence> Competences => db.Set<Competence>();

        internal DbSet<CompetenceAssignment> CompetenceAssignments => db.Set<CompetenceAssignment>();

        internal DbSet<RegisterChange> RegisterChanges => db.Set<RegisterChange>();

        internal DbSet<CompetenceTransfer> CompetenceTransfers => db.Set<CompetenceTransfer>();

        internal DbSet<TransferredRequest> TransferredRequests => db.Set<TransferredRequest>();

        /// <summary>The ledger entries of the present resident, or of the one request that a message speaks of.</summary>
        internal DbSet<LedgerEntry> Ledger => db.Set<LedgerEntry>();

        /// <summary>The whole ledger, over all residents and administrations: for IT staff.</summary>
        internal IQueryable<LedgerEntry> WholeLedger => db.Set<LedgerEntry>().IgnoreQueryFilters([TeleservicesDb.ResidentFilter]).TagWith(TeleservicesDb.WholeTable).AsSingleQuery();
    }
}
