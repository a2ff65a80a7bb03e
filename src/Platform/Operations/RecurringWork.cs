using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Teleservices.Platform.Operations;

/// <summary>
/// Work in the background that comes round again and again. A round that fails is logged and costs nothing but itself: what a background
/// service lets out would stop the whole process, and a store that is away for a moment is no reason for that.
/// </summary>
public abstract class RecurringWork(TimeProvider clock, ILogger log) : BackgroundService
{
    /// <summary>From the end of one round to the beginning of the next.</summary>
    protected abstract TimeSpan Every { get; }

    /// <summary>The clock of the rounds.</summary>
    protected TimeProvider Clock { get; } = clock;

    /// <summary>One round.</summary>
    protected abstract Task Work(CancellationToken ct);

    /// <summary>Until the next round.</summary>
    protected virtual Task Pause(CancellationToken ct) => Task.Delay(Every, Clock, ct);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Work(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(fault, "A round of {Work} failed; the next one tries again.", GetType().Name);
            }

            await Pause(stoppingToken);
        }
    }
}
