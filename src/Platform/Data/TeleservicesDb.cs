using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Platform.Data;

/// <summary>
/// The one database context. Each module maps its own tables in its own schema, and sees through filters: rows of
/// the current administration, of the current resident, or of nobody in particular.
/// </summary>
public sealed class TeleservicesDb : DbContext, IDataProtectionKeyContext
{
    private readonly ModelParts parts;
    private readonly WriterGate gate;
    private readonly OutboxSignal signal;
    private Current current = new();
    private bool writesWhole;
    private readonly IServiceProvider services;

    /// <summary>As many rows are surely one batch of the provider, whose own limit is 1,000.</summary>
    private const int OnePiece = 500;

    /// <summary>For the pool alone (see <see cref="DataSetup"/>): contexts are used again, because to put one together costs more than most queries.</summary>
    public TeleservicesDb(DbContextOptions<TeleservicesDb> options)
        : base(options)
    {
        var provider = options.FindExtension<CoreOptionsExtension>()!.ApplicationServiceProvider!;
        services = provider;
        parts = provider.GetRequiredService<ModelParts>();
        gate = provider.GetRequiredService<WriterGate>();
        signal = provider.GetRequiredService<OutboxSignal>();
    }

    /// <summary>Name of the filter on rows of an administration.</summary>
    public const string AdministrationFilter = "Administration";

    /// <summary>Name of the filter on rows of a resident.</summary>
    public const string ResidentFilter = "Resident";

    /// <summary>
    /// Tag of a query that reads a table as a whole, without the filters: row-level security lets it pass on the tables of modules that
    /// see all administrations, and on no other.
    /// </summary>
    public const string WholeTable = "whole table";

    /// <summary>
    /// Tag of a query that reads nothing but rows for everybody, and is asked so often that it shall not carry rights along on PostgreSQL: row-level
    /// security shows it no row of anybody.
    /// </summary>
    public const string SharedTables = "shared tables";

    /// <summary>Keys of Data Protection (cookies, antiforgery), for the library that keeps them.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Outbox rows of this commit are due; read by the filter, so it must be a property of the context instance.</summary>
    internal Guid AdministrationId => current.Administration?.Id ?? Guid.Empty;

    internal string ModelKey => parts.Key;

    internal Guid ResidentId => current.Resident ?? Guid.Empty;

    internal Guid RequestId => current.Request ?? Guid.Empty;

    /// <summary>From here on, until it goes back to the pool, the context sees what this scope may see.</summary>
    internal TeleservicesDb Serve(Current scope, string? place = null)
    {
        (current, Place, RightsTold, writesWhole, WritesAtHome, AsksHome) = (scope, place, null, false, false, false);
        return this;
    }

    /// <summary>Name of the database that this context is on; nothing for the common one.</summary>
    internal string? Place { get; private set; }

    /// <summary>All that is committed here is work on rows of the administration, whatever rows it changes.</summary>
    internal bool WritesAtHome { get; set; }

    /// <summary>Whether the present changes may be committed only where the administration lives; see <see cref="HomeGuard"/>.</summary>
    internal bool AsksHome { get; private set; }

    /// <summary>This context, then one for each other database; each is given back before the next is taken.</summary>
    internal async IAsyncEnumerable<TeleservicesDb> Everywhere()
    {
        var databases = services.GetRequiredService<Databases>();
        yield return this;
        foreach (var name in databases.Names.Where(name => name != Place))
        {
            await using var other = databases.Open(name, current);
            yield return other;
        }
    }

    /// <summary>PostgreSQL: what the open transaction was last told.</summary>
    internal RowRights? RightsTold { get; set; }

    /// <summary>PostgreSQL: what a statement may see.</summary>
    internal RowRights RightsFor(string sql) => new(AdministrationId, ResidentId, RequestId, sql.StartsWith(RowRights.WholeMark, StringComparison.Ordinal));

    /// <summary>PostgreSQL: what the present changes may touch.</summary>
    internal RowRights RightsToWrite => new(AdministrationId, ResidentId, RequestId, writesWhole);

    /// <summary>A statement that writes past <see cref="SaveChangesAsync(bool, CancellationToken)"/>: on SQLite it stands in the writers' line too.</summary>
    internal async Task<T> Alone<T>(Func<Task<T>> work, CancellationToken ct)
    {
        using (await gate.Enter(this, ct))
        {
            return await work();
        }
    }

    /// <summary>A moment as a parameter of hand-written SQL.</summary>
    internal object Moment(DateTimeOffset moment) => Database.IsSqlite() ? moment.UtcTicks : moment.ToUniversalTime();

    /// <summary>For Data Protection alone, which keeps its keys like this. Everybody else: one asynchronous commit per handler.</summary>
    /// <exception cref="NotSupportedException">Something else than keys is to be written.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        ChangeTracker.Entries().All(entry => entry.Entity is DataProtectionKey)
            ? base.SaveChanges(acceptAllChangesOnSuccess)
            : throw new NotSupportedException("Use SaveChangesAsync.");

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Looked for once, not by each of the questions below.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            StampAndGuard();
            var speaks = ChangeTracker.Entries<OutboxMessage>().Any(entry => entry.State == EntityState.Added);
            var mails = ChangeTracker.Entries<Mail.OutgoingMail>().Any(entry => entry.State == EntityState.Added);

            Database.AutoTransactionBehavior = Transactions();
            using (await gate.Enter(this, cancellationToken))
            {
                var rows = AsksHome && (Database.IsSqlite() || Database.CurrentTransaction is not null)
                    ? await CommitAtHome(acceptAllChangesOnSuccess, cancellationToken)
                    : await Commit(acceptAllChangesOnSuccess, cancellationToken);
                signal.Committed(speaks, mails);
                return rows;
            }
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <summary>
    /// PostgreSQL: what travels in one piece is one transaction without being called so (<see cref="RowOrNothing"/>), and carries its rights for row-level
    /// security along; what is too much for one piece begins and ends a transaction.
    /// </summary>
    private AutoTransactionBehavior Transactions() =>
        Database.IsSqlite() ? AutoTransactionBehavior.WhenNeeded
        : ChangeTracker.Entries().Take(OnePiece + 1).Count() > OnePiece ? AutoTransactionBehavior.Always
        : AutoTransactionBehavior.Never;

    /// <summary>Two at once is nobody's fault: what PostgreSQL broke off is tried again, and what another has made meanwhile counts as "they were quicker".</summary>
    private async Task<int> Commit(bool acceptAllChangesOnSuccess, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await base.SaveChangesAsync(acceptAllChangesOnSuccess, ct);
            }
            catch (DbUpdateException fault) when (fault.InnerException is PostgresException { IsTransient: true } && Database.CurrentTransaction is null && attempt < 3)
            {
            }
            catch (DbUpdateException fault) when (HomeGuard.Refused(fault.InnerException))
            {
                throw new AdministrationMovesException(AdministrationId);
            }
            catch (DbUpdateException fault) when (RowOrNothing.Missed(fault.InnerException))
            {
                throw new DbUpdateConcurrencyException("A row was changed or deleted in the meantime.", fault);
            }
            catch (DbUpdateException fault) when (
                fault.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } &&
                ChangeTracker.Entries().Any(entry => entry.State == EntityState.Modified && entry.Properties.Any(property => property.Metadata.IsConcurrencyToken)))
            {
                throw new DbUpdateConcurrencyException("Another change of the same row was quicker.", fault);
            }
        }
    }

    /// <summary>PostgreSQL asks on the way or when its transaction begins (<see cref="RowRightsInterceptor"/>), unless that was before.</summary>
    private async Task<int> CommitAtHome(bool acceptAllChangesOnSuccess, CancellationToken ct)
    {
        if (Database.CurrentTransaction is not null)
        {
            await HomeGuard.Pass(this, ct);
            return await Commit(acceptAllChangesOnSuccess, ct);
        }

        await using var transaction = await Database.BeginTransactionAsync(ct);
        await HomeGuard.Pass(this, ct);
        var rows = await Commit(acceptAllChangesOnSuccess, ct);
        await transaction.CommitAsync(ct);
        return rows;
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var part in parts.Assemblies)
        {
            modelBuilder.ApplyConfigurationsFromAssembly(part);
        }

        foreach (var contribution in parts.Contributions)
        {
            contribution.Contribute(modelBuilder);
        }

        modelBuilder.Entity<DataProtectionKey>().ToTable("data_protection_key", "platform").Metadata.MarkShared();
        OwnershipFilters.Apply(modelBuilder, this);
        TableNames.Apply(modelBuilder, Database);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        if (Database.IsSqlite())
        {
            // SQLite neither sorts nor compares DateTimeOffset: keep UTC ticks.
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
        }
        else
        {
            // PostgreSQL takes moments in UTC only.
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        }
    }

    private void StampAndGuard()
    {
        foreach (var entry in ChangeTracker.Entries<IOwnedByAdministration>())
        {
            if (entry.State == EntityState.Added && entry.Entity.AdministrationId == Guid.Empty)
            {
                entry.Property(nameof(IOwnedByAdministration.AdministrationId)).CurrentValue = AdministrationId;
            }

            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            {
                Guard(entry);
            }
        }

        AsksHome = WritesAtHome || ChangeTracker.Entries().Any(entry =>
            entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && ModelParts.Moves(entry.Metadata.ClrType.Assembly));
        writesWhole = ChangeTracker.Entries().Any(entry =>
            entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && ModelParts.SeesAll(entry.Metadata.ClrType.Assembly));
    }

    private void Guard(EntityEntry<IOwnedByAdministration> entry)
    {
        var owner = entry.Entity.AdministrationId;
        if (owner == Guid.Empty || (owner != AdministrationId && !ModelParts.SeesAll(entry.Metadata.ClrType.Assembly)))
        {
            throw new InvalidOperationException(
                $"A row of {entry.Metadata.DisplayName()} belongs to administration {owner}, and the work is for {AdministrationId}.");
        }
    }

    private sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
        moment => moment.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(
        moment => moment.ToUniversalTime(), moment => moment);
}
