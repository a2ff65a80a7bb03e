namespace Teleservices.TestKit;

/// <summary>The real clock, moved: background work goes on, and tests may look at another day.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private long ticks;

    /// <summary>Moves the clock for everybody on this server.</summary>
    public void Shift(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref ticks));
}
