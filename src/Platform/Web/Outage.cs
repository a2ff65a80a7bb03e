using System.Data.Common;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Npgsql;
using Teleservices.Platform.Data;
using Teleservices.Platform.Files;

namespace Teleservices.Platform.Web;

/// <summary>Tells a store that is away for a moment from a mistake of ours: the first answers 503 and says when to come again (RFC 9110, 15.6.4).</summary>
internal static class Outage
{
    /// <summary>Seconds after which it makes sense to try again: a database that was killed is back in less.</summary>
    public const string RetryAfter = "10";

    /// <summary>SQLITE_BUSY and SQLITE_LOCKED, <see href="https://www.sqlite.org/rescode.html"/>; a full disk is no outage of a moment.</summary>
    private static readonly int[] Busy = [5, 6];

    /// <summary>The status that a page answers with in place of what failed.</summary>
    public static int StatusOf(Exception fault) => fault switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        _ when Causes(fault).Any(IsOfTheStore) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static bool IsOfTheStore(Exception fault) => fault switch
    {
        AdministrationMovesException => true,
        PostgresException refused => refused.IsTransient,
        NpgsqlException away => away.IsTransient || away.InnerException is TimeoutException or SocketException or IOException,
        SqliteException busy => Busy.Contains(busy.SqliteErrorCode),
        DbException other => other.IsTransient,
        FilesAwayException => true,
        _ => false,
    };

    private static IEnumerable<Exception> Causes(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
        {
            yield return fault;
        }
    }
}
