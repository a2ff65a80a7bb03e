using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Teleservices.Platform.Data;

namespace Teleservices.Cli.Doctor;

/// <summary>Whether PostgreSQL keeps what it says it has kept, and keeps administrations apart.</summary>
internal static class PostgresChecks
{
    private static readonly string[] Durable = ["fsync", "synchronous_commit", "full_page_writes"];

    public static async Task Run(TeleservicesDb db, IStringLocalizer<Texts> texts, List<Check> checks, CancellationToken ct)
    {
        foreach (var setting in Durable)
        {
            // Every other value of synchronous_commit (local, on, remote_write…) has the commit on this server's disk before the answer.
            var value = await Ask(db, $"SELECT current_setting('{setting}')", ct);
            checks.Add(value != "off"
                ? new Check(setting, CheckState.Ok, texts["PostgreSQL : {0} = {1}.", setting, value])
                : new Check(setting, CheckState.Failed, texts["PostgreSQL : {0} = {1} ; une panne peut perdre des demandes déjà confirmées.", setting, value], texts["Remettez {0} à « on » dans postgresql.conf.", setting]));
        }

        var bypasses = await Ask(db, "SELECT (rolsuper OR rolbypassrls)::text FROM pg_roles WHERE rolname = current_user", ct) == "true";
        var owned = await Ask(db, "SELECT COUNT(*)::text FROM pg_class WHERE relkind = 'r' AND relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)", ct);
        checks.Add(!bypasses && owned == "0"
            ? new Check("application-role", CheckState.Ok, texts["Le rôle de l’application ne possède aucune table et obéit à la sécurité par ligne."])
            : new Check("application-role", CheckState.Failed, texts["Le rôle de l’application contourne la sécurité par ligne."], texts["Utilisez pour Data:Connection un rôle ordinaire, qui ne possède pas les tables."]));
        var open = await Ask(db, """
            SELECT COUNT(*)::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND (n.nspname, c.relname) IN (('cases', 'case'), ('forms', 'request'), ('forms', 'draft'), ('dispatch', 'ledger')) AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
            """, ct);
        checks.Add(open == "0"
            ? new Check("row-security", CheckState.Ok, texts["La sécurité par ligne est en place."])
            : new Check("row-security", CheckState.Failed, texts["La sécurité par ligne n’est pas en place."], texts["Lancez « teleservices migrate apply »."]));
    }

    private static async Task<string> Ask(TeleservicesDb db, string sql, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Fixed statements, see the calls above.
            command.CommandText = sql;
#pragma warning restore CA2100
            return Convert.ToString(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture) ?? "";
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
