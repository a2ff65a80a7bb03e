using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Teleservices.Platform.Data;

namespace Teleservices.Cli.Doctor;

/// <summary>Whether the store is of the right shape and keeps what it says it has kept.</summary>
internal static class StoreChecks
{
    public static async Task Run(IServiceProvider services, IStringLocalizer<Texts> texts, List<Check> checks, CancellationToken ct)
    {
        var db = services.GetRequiredService<TeleservicesDb>();
        var differ = await db.TablesThatDiffer(ct);
        checks.Add(new Check("store", CheckState.Ok, texts["La base de données s’ouvre."]));
        checks.Add(differ.Count == 0
            ? new Check("schema", CheckState.Ok, texts["Les tables sont celles de cette version."])
            : new Check("schema", CheckState.Failed, texts["Des tables manquent ou diffèrent : {0}.", string.Join(", ", differ)], texts["Ce dossier vient d’une autre version : démarrez le serveur de cette version, qui la met à jour."]));

        if (db.Database.IsSqlite())
        {
            var journal = await Pragma(db, "journal_mode", ct);
            checks.Add(journal == "wal"
                ? new Check("journal", CheckState.Ok, texts["Le journal est en mode WAL."])
                : new Check("journal", CheckState.Failed, texts["Le journal est en mode {0}.", journal], texts["Attendu : wal. Arrêtez le serveur et exécutez « PRAGMA journal_mode = wal » sur la base."]));

            // FULL (2) or EXTRA (3): a commit is on the disk when it is answered, also if the power fails.
            var synchronous = await Pragma(db, "synchronous", ct);
            checks.Add(synchronous is "2" or "3"
                ? new Check("synchronous", CheckState.Ok, texts["Chaque enregistrement est sur le disque avant la réponse."])
                : new Check("synchronous", CheckState.Failed, texts["Une coupure de courant peut perdre les derniers enregistrements (synchronous = {0}).", synchronous]));
        }

        else
        {
            await PostgresChecks.Run(db, texts, checks, ct);
        }

        if (differ.Count == 0)
        {
            checks.Add(await db.Marked(Markers.Seeded, ct)
                ? new Check("seeds", CheckState.Ok, texts["Les données de départ sont chargées."])
                : new Check("seeds", CheckState.Failed, texts["Les données de départ ne sont pas chargées."], texts["Lancez « teleservices seed »."]));
        }
    }

    private static async Task<string> Pragma(TeleservicesDb db, string name, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Two fixed names, see the calls above.
            command.CommandText = $"PRAGMA {name}";
#pragma warning restore CA2100
            return Convert.ToString(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture) ?? "";
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
