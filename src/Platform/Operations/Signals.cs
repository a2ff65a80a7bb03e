using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Teleservices.Platform.Operations;

/// <summary>What the platform tells of itself: counters and spans, for whoever listens. Never a name, an address or another personal datum in a label.</summary>
public static class Signals
{
    /// <summary>Name of meter and source.</summary>
    public const string Name = "Teleservices";

    private static readonly Meter Meter = new(Name);

    /// <summary>Spans that follow a request over the bus.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Requests that residents have filed.</summary>
    public static Counter<long> RequestsFiled { get; } = Meter.CreateCounter<long>("teleservices_requests_filed");

    /// <summary>Cases that were opened in an administration's queue.</summary>
    public static Counter<long> CasesOpened { get; } = Meter.CreateCounter<long>("teleservices_cases_opened");

    /// <summary>Messages handed to the bus, by consumer; a message that is sent again counts again.</summary>
    public static Counter<long> MessagesSent { get; } = Meter.CreateCounter<long>("teleservices_messages_sent");

    /// <summary>Messages whose consumer has committed.</summary>
    public static Counter<long> MessagesConsumed { get; } = Meter.CreateCounter<long>("teleservices_messages_consumed");

    /// <summary>Messages whose consumer failed or that were refused.</summary>
    public static Counter<long> MessagesFailed { get; } = Meter.CreateCounter<long>("teleservices_messages_failed");

    /// <summary>A value that is read whenever somebody looks.</summary>
    public static void Observe(string name, Func<IEnumerable<Measurement<double>>> read) => Meter.CreateObservableGauge(name, read);

    /// <summary>The label of a consumer's queue.</summary>
    public static KeyValuePair<string, object?> Consumer(string queue) => new("consumer", queue);

    /// <summary>Goes on with what a message was written for: one trace from the resident's button to the agent's case.</summary>
    /// <param name="name">What is done.</param>
    /// <param name="kind">On which side of the bus.</param>
    /// <param name="traceParent">W3C trace context of the writer, or nothing.</param>
    public static Activity Continue(string name, ActivityKind kind, string? traceParent)
    {
        ActivityContext.TryParse(traceParent, null, isRemote: true, out var parent);
        if (Source.StartActivity(name, kind, parent) is { } recorded)
        {
            return recorded;
        }

        // Nobody records, but the log still bears the trace identifier.
        var plain = new Activity(name);
        if (traceParent is not null)
        {
            plain.SetParentId(traceParent);
        }

        return plain.Start();
    }
}
