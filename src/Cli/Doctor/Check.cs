namespace Teleservices.Cli.Doctor;

/// <summary>How a check ended.</summary>
internal enum CheckState
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Look at it; it may be right.</summary>
    Warning,

    /// <summary>It must be put right.</summary>
    Failed,
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">Stable name, for programs.</param>
/// <param name="State">How it ended.</param>
/// <param name="Message">What was found.</param>
/// <param name="Advice">What to do, or nothing.</param>
internal sealed record Check(string Name, CheckState State, string Message, string? Advice = null);

/// <summary>The answer of <c>doctor --json</c>.</summary>
/// <param name="Healthy">Nothing failed.</param>
/// <param name="Data">The data folder.</param>
/// <param name="Checks">In the order in which they were made.</param>
internal sealed record Diagnosis(bool Healthy, string Data, IReadOnlyList<Check> Checks);
