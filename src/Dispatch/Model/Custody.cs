namespace Teleservices.Dispatch.Model;

/// <summary>An administration held the request from a moment on, for a reason (CRPA L114-2).</summary>
internal sealed class Custody
{
    public const int ReasonLength = 500;

    public required Guid AdministrationId { get; init; }

    public required DateTimeOffset From { get; init; }

    public DateTimeOffset? Until { get; private set; }

    /// <summary>The legal act, or why it was handed over.</summary>
    public required string Reason { get; init; }

    public void EndAt(DateTimeOffset until) => Until = until;
}
