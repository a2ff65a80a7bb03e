namespace Teleservices.Dispatch;

/// <summary>How an administration came to a competence; a later one outranks an earlier one on the same territory.</summary>
public enum AssignmentKind
{
    /// <summary>The law gives it.</summary>
    Law,

    /// <summary>Those who had it by law have transferred it, and have it no longer (CGCT L1321-1, L5211-17).</summary>
    Transfer,

    /// <summary>The holder lets another act in its name for a time (CGCT L1111-8): the delegate answers the resident.</summary>
    Delegation,
}
