using System.Text.Json;
using System.Text.Json.Serialization;
using Teleservices.Dispatch.Routing;

namespace Teleservices.Dispatch.Model;

/// <summary>Which administration was found competent, and all that was looked at. Never changed; a hand-over adds another one.</summary>
internal sealed class RoutingDecision
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>The day on which the competence was looked up.</summary>
    public required DateOnly On { get; init; }

    public required Guid? HolderId { get; init; }

    public required RoutingFinding Finding { get; init; }

    public string? LegalAct { get; init; }

    /// <summary>The steps of the resolution, as JSON.</summary>
    public required string Trace { get; init; }

    public static RoutingDecision Of(Resolution resolution, DateTimeOffset decidedAt) => new()
    {
        DecidedAt = decidedAt,
        On = resolution.On,
        HolderId = resolution.HolderId,
        Finding = resolution.Finding,
        LegalAct = resolution.LegalAct,
        Trace = JsonSerializer.Serialize(resolution.Trace, Json),
    };

    /// <summary>An administration or the arbitration desk chose; the register was not asked.</summary>
    public static RoutingDecision By(string act, Guid holder, DateOnly on, DateTimeOffset decidedAt) => new()
    {
        DecidedAt = decidedAt,
        On = on,
        HolderId = holder,
        Finding = RoutingFinding.Found,
        LegalAct = act,
        Trace = "[]",
    };

    public IReadOnlyList<TraceStep> Steps() => JsonSerializer.Deserialize<IReadOnlyList<TraceStep>>(Trace, Json) ?? [];
}
