using Teleservices.Dispatch.Transfers;

namespace Teleservices.Cli.Transfer;

/// <summary>A transfer in JSON.</summary>
internal sealed record TransferOut(
    Guid Id,
    string Competence,
    string? To,
    IReadOnlyList<string> Communes,
    DateOnly On,
    string LegalAct,
    string By,
    TransferState State,
    DateTimeOffset? DoneAt,
    int Sent,
    int Moved,
    int StayedAnswered,
    int StayedElsewhere,
    IReadOnlyList<MovedOut> Requests)
{
    public static TransferOut Of(TransferReport report) => new(
        report.Id,
        report.Competence,
        report.To?.Identifier,
        report.Communes,
        report.On,
        report.LegalAct,
        report.By,
        report.State,
        report.DoneAt,
        report.Counts.GetValueOrDefault(TransferOutcome.Sent),
        report.Counts.GetValueOrDefault(TransferOutcome.Moved),
        report.Counts.GetValueOrDefault(TransferOutcome.StayedAnswered),
        report.Counts.GetValueOrDefault(TransferOutcome.StayedElsewhere),
        [.. report.Requests.Select(one => new MovedOut(one.Number, one.From?.Identifier, one.To?.Identifier, one.Outcome, one.SettledAt))]);
}

/// <summary>One request of a transfer in JSON.</summary>
internal sealed record MovedOut(string Number, string? From, string? To, TransferOutcome Outcome, DateTimeOffset? SettledAt);

/// <summary>A preview in JSON.</summary>
internal sealed record PreviewOut(int OpenRequests, IReadOnlyList<PlaceOut> Places)
{
    public static PreviewOut Of(TransferPreview preview) => new(
        preview.OpenRequests, [.. preview.Places.Select(place => new PlaceOut(place.Cog, place.Commune, place.From?.Identifier, place.To.Identifier, place.OpenRequests))]);
}

/// <summary>One commune of a preview in JSON.</summary>
internal sealed record PlaceOut(string Cog, string Commune, string? From, string To, int OpenRequests);
