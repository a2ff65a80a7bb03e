namespace Teleservices.Dispatch.Transfers;

/// <summary>What becomes of one open request when its competence passes on.</summary>
public enum TransferOutcome
{
    /// <summary>Its holder was told to let it go.</summary>
    Sent,

    /// <summary>The next one has it.</summary>
    Moved,

    /// <summary>It was answered already and stays where it was.</summary>
    StayedAnswered,

    /// <summary>It had been passed on by hand meanwhile.</summary>
    StayedElsewhere,
}
