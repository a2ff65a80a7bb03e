using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using Teleservices.Platform.Data;
using Teleservices.TestKit;
using Teleservices.TestKit.Stores;

namespace Teleservices.Server.Tests.Store;

/// <summary>Under the filters of the model, PostgreSQL enforces the same: who forgets a filter, or injects SQL, still sees nothing of others.</summary>
[Trait("Needs", "postgres")]
public sealed class RowSecurityTests(RunningPlatform platform) : IClassFixture<RunningPlatform>
{
    [PostgresFact]
    public async Task Every_table_of_owned_rows_has_a_policy_that_its_owner_obeys_too()
    {
        var owned = await platform.Inside(null, (_, db) => Task.FromResult(db.Model.GetEntityTypes()
            .Where(entity => !entity.IsShared() && (entity.FindOwnership()?.PrincipalEntityType.IsShared() != true))
            .Select(entity => $"{entity.GetSchema()}.{entity.GetTableName()}").Distinct().Order(StringComparer.Ordinal).ToList()));
        await using var connection = await platform.TestStore.OpenAsSuperuser();
        var secured = await connection.Strings("""
            SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid)
            """);
        Assert.NotEmpty(owned);
        Assert.Equal(owned, secured.Order(StringComparer.Ordinal));
    }

    [PostgresFact]
    public async Task The_application_comes_in_as_a_role_that_owns_nothing_and_bypasses_nothing()
    {
        var user = new NpgsqlConnectionStringBuilder(platform.Services.GetRequiredService<IOptions<DataOptions>>().Value.Connection).Username;
        await using var connection = await platform.TestStore.OpenAsSuperuser();
        Assert.Equal(["False"], await connection.Strings($"SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = '{user}'"));
        Assert.Equal(["0"], await connection.Strings($"SELECT COUNT(*) FROM pg_class WHERE relowner = (SELECT oid FROM pg_roles WHERE rolname = '{user}')"));
    }

    [PostgresFact]
    public async Task Sql_without_any_filter_sees_the_rows_of_the_present_administration_alone()
    {
        await AgentsAreKnown();
        var ofGien = await platform.Inside("gien", Agents);
        var ofNevoy = await platform.Inside("nevoy", Agents);
        Assert.NotEmpty(ofGien);
        Assert.NotEmpty(ofNevoy);
        Assert.Empty(ofGien.Intersect(ofNevoy));
        Assert.Empty(await platform.Inside(null, Agents));
    }

    [PostgresFact]
    public async Task A_query_that_says_it_needs_no_rights_sees_no_row_of_anybody()
    {
        await AgentsAreKnown();
        Assert.Empty(await platform.Inside("gien", (_, db) => db.Database
            .SqlQueryRaw<Guid>("SELECT \"AccountId\" AS \"Value\" FROM cases.agent").TagWith(TeleservicesDb.SharedTables).ToListAsync()));
    }

    [PostgresFact]
    public async Task A_pooled_connection_hands_no_rights_on()
    {
        await AgentsAreKnown();
        await platform.Inside("gien", async (_, db) =>
        {
            await db.Database.OpenConnectionAsync();
            Assert.NotEmpty(await Agents(null!, db));
            var left = await ((NpgsqlConnection)db.Database.GetDbConnection()).Strings("SELECT current_setting('teleservices.administration', true)");
            Assert.Equal([""], left);
            return 0;
        });
    }

    [PostgresFact]
    public async Task A_row_of_another_administration_is_refused_by_the_store_itself()
    {
        var nevoy = await platform.Inside("nevoy", (services, _) => Task.FromResult(services.GetRequiredService<Platform.Tenancy.Current>().RequiredAdministration.Id));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => platform.Inside("gien", async (_, db) =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            return await db.Database.ExecuteSqlRawAsync($"INSERT INTO cases.team (\"AdministrationId\", \"Code\", \"NameFr\") VALUES ('{nevoy}', 'x', 'x')");
        }));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    private static Task<List<Guid>> Agents(IServiceProvider services, TeleservicesDb db) =>
        db.Database.SqlQueryRaw<Guid>("SELECT \"AccountId\" AS \"Value\" FROM cases.agent").ToListAsync();

    /// <summary>The bus has told the administrations who works for them.</summary>
    private async Task AgentsAreKnown()
    {
        foreach (var slug in new[] { "gien", "nevoy" })
        {
            await RunningPlatform.Eventually(() => platform.Inside(slug, Agents), agents => agents.Count > 0);
        }
    }
}
