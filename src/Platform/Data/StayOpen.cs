using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Teleservices.Platform.Data;

/// <summary>
/// SQLite: a context keeps its connection from its first statement until it goes. EF Core would open it for every statement anew, and teach it
/// two dozen functions each time; there is no pool here that could run out.
/// </summary>
internal sealed class StayOpen : DbConnectionInterceptor
{
    public static readonly StayOpen Instance = new();

    private StayOpen()
    {
    }

    public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        InterceptionResult.Suppress();

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        new(InterceptionResult.Suppress());
}
