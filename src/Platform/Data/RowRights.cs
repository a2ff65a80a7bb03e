using System.Data.Common;
using Npgsql;

namespace Teleservices.Platform.Data;

/// <summary>What the present work may see, as PostgreSQL is told it: the same as the filters say, enforced once more under them.</summary>
/// <param name="Administration">Rows of this administration.</param>
/// <param name="Resident">Rows of this resident.</param>
/// <param name="Request">Rows of this one request.</param>
/// <param name="Whole">Rows of all: only for code that <see cref="SeesAllAdministrationsAttribute"/> marks, on its own tables.</param>
internal readonly record struct RowRights(Guid Administration, Guid Resident, Guid Request, bool Whole)
{
    /// <summary>Names of the settings; the policies read them.</summary>
    public const string AdministrationSetting = "teleservices.administration";
    public const string ResidentSetting = "teleservices.resident";
    public const string RequestSetting = "teleservices.request";
    public const string WholeSetting = "teleservices.whole";

    /// <summary>Comes with a query that reads a table as a whole; see <see cref="TeleservicesDb.WholeTable"/>.</summary>
    public const string WholeMark = "-- " + TeleservicesDb.WholeTable;

    /// <summary>Comes with a query that reads rows for everybody alone; see <see cref="TeleservicesDb.SharedTables"/>.</summary>
    private const string SharedMark = "-- " + TeleservicesDb.SharedTables;

    /// <summary>True for the transaction only (SET LOCAL), so that a pooled connection hands nothing on.</summary>
    private const string Statement =
        $"SELECT set_config('{AdministrationSetting}', @ts_a, true), set_config('{ResidentSetting}', @ts_r, true), " +
        $"set_config('{RequestSetting}', @ts_q, true), set_config('{WholeSetting}', @ts_w, true);\n";

    /// <summary>Whether a statement needs no rights: without them it sees no row that belongs to anybody.</summary>
    public static bool AreNeedless(DbCommand command) => command.CommandText.StartsWith(SharedMark, StringComparison.Ordinal);

    /// <summary>How many results come before the statement's own.</summary>
    public static int ResultsBefore(DbCommand command) =>
        !command.CommandText.StartsWith(Statement, StringComparison.Ordinal) ? 0
        : command.CommandText.AsSpan(Statement.Length).StartsWith(HomeGuard.Demand, StringComparison.Ordinal) ? 1 + HomeGuard.Results
        : 1;

    /// <summary>Puts the rights before the statement; both travel together and run in one transaction.</summary>
    public void Prefix(DbCommand command)
    {
        command.CommandText = Statement + command.CommandText;
        Add(command, "ts_a", Text(Administration));
        Add(command, "ts_r", Text(Resident));
        Add(command, "ts_q", Text(Request));
        Add(command, "ts_w", Whole ? "on" : "");
    }

    /// <summary>A statement of its own at the start of a transaction.</summary>
    public DbCommand CommandIn(DbTransaction transaction)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "";
        Prefix(command);
        return command;
    }

    private static string Text(Guid id) => id == Guid.Empty ? "" : id.ToString();

    private static void Add(DbCommand command, string name, string value) => command.Parameters.Add(new NpgsqlParameter<string>(name, value));
}
