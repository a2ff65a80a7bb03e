using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Definitions;

/// <summary>One difference between two versions of a form.</summary>
/// <param name="Kind">What differs.</param>
/// <param name="At">The page or field, a field of a group as <c>group.field</c>; empty where the whole form is meant.</param>
/// <param name="Before">The words that go, if there are any.</param>
/// <param name="After">The words that come, if there are any.</param>
internal sealed record FormChange(FormChangeKind Kind, string At = "", Wording? Before = null, Wording? After = null)
{
    /// <summary>Whether it changes what the law makes of a request, and is to be read first.</summary>
    public bool IsLegal => Kind is FormChangeKind.Silence or FormChangeKind.LegalBasis;
}
