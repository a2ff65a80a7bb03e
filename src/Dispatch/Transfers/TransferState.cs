namespace Teleservices.Dispatch.Transfers;

/// <summary>How far a transfer of competence is.</summary>
public enum TransferState
{
    /// <summary>The register knows it; its day has not come.</summary>
    Scheduled,

    /// <summary>Its day has come, and open requests are on their way.</summary>
    Moving,

    /// <summary>Every open request has gone or stays for a reason.</summary>
    Done,

    /// <summary>It was taken back before its day.</summary>
    Cancelled,
}
