namespace Teleservices.Platform.Data;

/// <summary>The database that keeps everything.</summary>
public enum StoreKind
{
    /// <summary>One file, one process: for trying, and for the smallest installations.</summary>
    Sqlite,

    /// <summary>A server for any number of processes, with row-level security under the filters.</summary>
    Postgres,
}

/// <summary>A database besides the common one.</summary>
public sealed class OwnDatabase
{
    /// <summary>PostgreSQL: how the application comes in. Embedded store: the name of its file in <see cref="DataOptions.Directory"/>.</summary>
    public string? Connection { get; set; }

    /// <summary>PostgreSQL: how the owner of its schema comes in; only <c>teleservices migrate</c> needs it.</summary>
    public string? OwnerConnection { get; set; }

    /// <summary>PostgreSQL: a role that reads every row, for <c>teleservices backup</c>; without it the common one's, at this database.</summary>
    public string? BackupConnection { get; set; }
}

/// <summary>Where the platform keeps what it must not lose; section <c>Data</c>.</summary>
public sealed class DataOptions
{
    private string file = "teleservices.db";

    /// <summary>Folder of the database, the uploads and, in the embedded set-up, the mails. Made when it is missing.</summary>
    public string Directory { get; set; } = "data";

    /// <summary>Which database.</summary>
    public StoreKind Store { get; set; }

    /// <summary>PostgreSQL: how the application comes in. Its role owns nothing, so that row-level security applies to it.</summary>
    public string? Connection { get; set; }

    /// <summary>PostgreSQL: how the owner of the schema comes in; only <c>teleservices migrate</c> needs it.</summary>
    public string? OwnerConnection { get; set; }

    /// <summary>PostgreSQL: a role that reads every row (BYPASSRLS), for <c>teleservices backup</c>.</summary>
    public string? BackupConnection { get; set; }

    /// <summary>Whether this process comes in as the owner: <c>teleservices migrate</c> does.</summary>
    public bool AsOwner { get; set; }

    /// <summary>Whether a start brings the schema up to date. Embedded store: yes, unless told otherwise; PostgreSQL: never by itself.</summary>
    public bool? MigrateAtStart { get; set; }

    /// <summary>Whether to start on a schema that is newer than this build: for going back to the version before.</summary>
    public bool AllowNewerSchema { get; set; }

    /// <summary>The answer to <see cref="MigrateAtStart"/>.</summary>
    public bool Migrates => MigrateAtStart ?? Store == StoreKind.Sqlite;

    /// <summary>Databases for administrations that have one of their own, by name; of the same kind as <see cref="Store"/>.</summary>
    public Dictionary<string, OwnDatabase> Databases { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>File of the embedded store.</summary>
    public string StorePath => PathOf(file);

    /// <summary>The same, for the database of this name.</summary>
    public DataOptions For(OwnDatabase own) => new()
    {
        file = own.Connection ?? throw new InvalidOperationException("Data:Databases:<name>:Connection is missing: each database needs its connection."),
        Directory = Directory,
        Store = Store,
        Connection = own.Connection,
        OwnerConnection = own.OwnerConnection,
        BackupConnection = own.BackupConnection,
        AsOwner = AsOwner,
        MigrateAtStart = MigrateAtStart,
        AllowNewerSchema = AllowNewerSchema,
    };

    /// <summary>A path below the data folder.</summary>
    public string PathOf(string name) => Path.Combine(Path.GetFullPath(Directory), name);
}
