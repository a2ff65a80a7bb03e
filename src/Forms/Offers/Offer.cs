namespace Teleservices.Forms.Offers;

/// <summary>How an administration offers a shared form.</summary>
/// <param name="IsOn">Whether it takes requests online.</param>
/// <param name="Version">The version that it has accepted; nothing where each new one reaches it by itself.</param>
/// <param name="Options">Its own words and values.</param>
internal sealed record Offer(bool IsOn, int? Version, FormOptions Options)
{
    /// <summary>Of whoever never set anything: online, newest version, the form as it is.</summary>
    public static Offer Usual { get; } = new(true, null, FormOptions.None);
}
