using Teleservices.Forms.Answers;
using Teleservices.Forms.Offers;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Agents.ChangeOffer;

/// <summary>An offer as it is typed.</summary>
internal sealed class OfferForm
{
    /// <summary>Prices, and extra pieces, that an administration may have.</summary>
    public const int MostLines = 10;

    private const int EmptyLines = 2;

    /// <summary>After how many changes the agent saw it.</summary>
    public int Seen { get; set; }

    public bool IsOn { get; set; } = true;

    /// <summary>Whether a new version waits until somebody has read it.</summary>
    public bool IsByHand { get; set; }

    public string? IntroFr { get; set; }

    public string? IntroEn { get; set; }

    public string? HoursFr { get; set; }

    public string? HoursEn { get; set; }

    /// <summary>Code of a team; nothing for the one that the form names.</summary>
    public string? Team { get; set; }

    public List<PriceLine> Prices { get; set; } = [];

    public List<PieceLine> Pieces { get; set; } = [];

    public static OfferForm Of(Offer offer, int changes) => new()
    {
        Seen = changes,
        IsOn = offer.IsOn,
        IsByHand = offer.Version is not null,
        IntroFr = offer.Options.Intro?.Fr,
        IntroEn = offer.Options.Intro?.En,
        HoursFr = offer.Options.Hours?.Fr,
        HoursEn = offer.Options.Hours?.En,
        Team = offer.Options.Team?.Code,
        Prices = [.. offer.Options.Prices.Select(PriceLine.Of)],
        Pieces = [.. offer.Options.Pieces.Select(PieceLine.Of)],
    };

    /// <summary>There is always room for more, up to the end.</summary>
    public void MakeRoom()
    {
        Prices.AddRange(Enumerable.Range(0, Room(Prices.Count, Prices.Count(line => line.IsEmpty))).Select(_ => new PriceLine()));
        Pieces.AddRange(Enumerable.Range(0, Room(Pieces.Count, Pieces.Count(line => line.IsEmpty))).Select(_ => new PieceLine()));
    }

    /// <summary>What was typed as options, once it was found right.</summary>
    public FormOptions Read(TeamOption? team) => new(
        Both(IntroFr, IntroEn),
        Both(HoursFr, HoursEn),
        [.. Prices.Where(line => !line.IsEmpty).Select(line => new Price(Both(line.LabelFr, line.LabelEn)!, line.Euros!.Value))],
        team,
        [.. Pieces.Where(line => !line.IsEmpty).Select(line => new ExtraPiece(line.Key is { Length: > 0 } key ? key : ExtraPiece.NewKey(), Both(line.LabelFr, line.LabelEn)!, line.Required))]);

    private static int Room(int lines, int empty) => Math.Clamp(EmptyLines - empty, 0, Math.Max(0, MostLines - lines));

    private static Wording? Both(string? fr, string? en) => string.IsNullOrWhiteSpace(fr) ? null : new Wording(Plain(fr), string.IsNullOrWhiteSpace(en) ? null : Plain(en));

    private static string Plain(string text) => text.Trim().Replace("\r\n", "\n", StringComparison.Ordinal);
}

/// <summary>A price as it is typed.</summary>
internal sealed class PriceLine
{
    public string? LabelFr { get; set; }

    public string? LabelEn { get; set; }

    public string? Amount { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(LabelFr) && string.IsNullOrWhiteSpace(LabelEn) && string.IsNullOrWhiteSpace(Amount);

    public decimal? Euros => Numbers.Written(Amount ?? "");

    public static PriceLine Of(Price price) => new() { LabelFr = price.Label.Fr, LabelEn = price.Label.En, Amount = Filing.Euros(price.Amount).Fr.TrimEnd('€', ' ') };
}

/// <summary>An extra piece as it is typed.</summary>
internal sealed class PieceLine
{
    /// <summary>Key of its question, once it has one.</summary>
    public string? Key { get; set; }

    public string? LabelFr { get; set; }

    public string? LabelEn { get; set; }

    public bool Required { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(LabelFr) && string.IsNullOrWhiteSpace(LabelEn);

    public static PieceLine Of(ExtraPiece piece) => new() { Key = piece.Key, LabelFr = piece.Label.Fr, LabelEn = piece.Label.En, Required = piece.Required };
}
