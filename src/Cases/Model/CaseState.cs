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

    /// <summary>Another administration has it now (CRPA L114-2).</summary>
    HandedOver,
}

/// <summary>Where a case lies. An enumeration and not a flag, because a store finds <c>= 'Desk'</c> in an index and a bare truth it does not.</summary>
internal enum Pile
{
    /// <summary>Somebody has to do something, now or later: it stands in the queue.</summary>
    Desk,

    /// <summary>Answered, and nothing new from the resident.</summary>
    Shelf,
}
