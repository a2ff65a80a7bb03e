using Microsoft.Extensions.DependencyInjection;

namespace Teleservices.Platform.Data;

/// <summary>
/// A register in memory as one immutable value, replaced as a whole. Read when it is first asked for, and again when its
/// revision in the store is another one, which is looked at every second: one row by its key.
/// </summary>
/// <param name="scopes">Where a database context comes from.</param>
/// <param name="clock">Measures the age.</param>
/// <param name="register">Name under which writers call <see cref="Revisions.Touch"/>.</param>
/// <param name="load">Reads the whole register. Synchronous: whoever asks needs the answer now, and it happens once per change.</param>
public sealed class Snapshot<T>(IServiceScopeFactory scopes, TimeProvider clock, string register, Func<TeleservicesDb, T> load)
    where T : class
{
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(1);
    private readonly Lock reading = new();
    private volatile Held? held;

    /// <summary>The register, at most a second behind the store.</summary>
    public T Value
    {
        get
        {
            if (held is { } fresh && clock.GetElapsedTime(fresh.LookedAt) < LookAgainAfter)
            {
                return fresh.Value;
            }

            return Read();
        }
    }

    /// <summary>The same, but the first reading is waited for by nobody: nothing until it is there. For what all work asks at once when a process starts.</summary>
    public T? Seen
    {
        get
        {
            if (held is null && reading.TryEnter())
            {
                reading.Exit();
                _ = Task.Run(Read);
                return null;
            }

            return held is null ? null : Value;
        }
    }

    /// <summary>This process has just written the register and wants to see it at once.</summary>
    public void Forget() => held = null;

    private T Read()
    {
        // Whoever comes while another reads anew goes on with what there is; only the first reading is waited for.
        if (held is { } old && !reading.TryEnter())
        {
            return old.Value;
        }

        if (!reading.IsHeldByCurrentThread)
        {
            reading.Enter();
        }

        try
        {
            if (held is { } fresh && clock.GetElapsedTime(fresh.LookedAt) < LookAgainAfter)
            {
                return fresh.Value;
            }

            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<TeleservicesDb>();

            // Stamp first: a change in between is then seen as one at the next look.
            var lookedAt = clock.GetTimestamp();
            var stamp = db.Set<Revision>().Where(revision => revision.Register == register).Select(revision => (Guid?)revision.Stamp).SingleOrDefault();
            var value = held is { } same && same.Stamp == stamp ? same.Value : load(db);
            held = new Held(value, stamp, lookedAt);
            return value;
        }
        finally
        {
            reading.Exit();
        }
    }

    private sealed record Held(T Value, Guid? Stamp, long LookedAt);
}
