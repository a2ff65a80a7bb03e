namespace Teleservices.Platform.Web.Components;

/// <summary>One of several answers.</summary>
/// <param name="Value">As it is posted.</param>
/// <param name="Label">As it is read, in the person's language.</param>
/// <param name="Hint">A line under the label, or nothing.</param>
public sealed record Choice(string Value, string Label, string? Hint = null);
