namespace Teleservices.Cases.Model;

/// <summary>Where a case stands in the work on it; the legal clock is another matter.</summary>
internal enum CaseState
{
    /// <summary>Nobody has looked after it yet.</summary>
    New,

    /// <summary>An agent works on it.</summary>
    InProgress,

    /// <summary>The resident was asked for something and has not answered.</summary>
    AwaitingResident,

    /// <summary>Answered; what follows from the answer may still be going on.</summary>
    Decided,

    /// <summary>Nothing more will come.</summary>
    Closed,
}
