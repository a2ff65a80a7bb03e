using Teleservices.Contracts;

namespace Teleservices.Cases.Model;

/// <summary>One wish for missing pieces, as far as the clock is concerned (CRPA L114-5).</summary>
/// <param name="AskedOn">The day it was sent.</param>
/// <param name="DueOn">The last day to produce them.</param>
/// <param name="ProducedOn">The day they came, or nothing.</param>
internal readonly record struct PiecesWish(DateOnly AskedOn, DateOnly DueOn, DateOnly? ProducedOn);

/// <summary>What the clock does on a day.</summary>
internal enum ClockState
{
    /// <summary>Silence means nothing here.</summary>
    None,

    /// <summary>The days count.</summary>
    Running,

    /// <summary>A rejection clock stands still while the resident has time to produce pieces.</summary>
    Suspended,

    /// <summary>An acceptance clock has not begun: pieces are missing.</summary>
    Waiting,

    /// <summary>The day has come: silence is a decision now.</summary>
    Elapsed,
}

/// <summary>What the clock says on a day.</summary>
/// <param name="State">What it does.</param>
/// <param name="SilenceOn">The day on which silence becomes a decision; to prevent it, answer before. Nothing when no such day can be named.</param>
/// <param name="DaysLeft">Days until then; zero or less once it has come.</param>
internal readonly record struct ClockReading(ClockState State, DateOnly? SilenceOn, int? DaysLeft);

/// <summary>
/// When silence of the administration becomes a decision (CRPA L231-1 to L231-6). A pure function of days in Paris; apart from the
/// workflow, which never moves it. Months end on the same day number, or on the last day of a shorter month; the day of the start does not count.
/// </summary>
/// <param name="Silence">Regime and length, from the form version that the request was filed with.</param>
/// <param name="FiledOn">Reception by the administration seized first: start of a rejection clock (CRPA L114-3 al. 1).</param>
/// <param name="RoutedOn">Reception by the competent administration: start of an acceptance clock (CRPA L114-3 al. 2).</param>
internal sealed record LegalClock(Silence Silence, DateOnly FiledOn, DateOnly RoutedOn)
{
    /// <summary>The day on which silence becomes a decision, or nothing: no regime, or an acceptance clock that waits for pieces.</summary>
    public DateOnly? SilenceOn(IEnumerable<PiecesWish> wishes) => Silence.Regime switch
    {
        SilenceRegime.None => null,
        SilenceRegime.Acceptance => StartOn(wishes) is { } start ? End(start) : null,
        SilenceRegime.Rejection => RejectionOn(InOrder(wishes)),
    };

    /// <summary>What the clock says on a day.</summary>
    public ClockReading On(DateOnly today, IReadOnlyList<PiecesWish> wishes)
    {
        if (Silence.Regime == SilenceRegime.None)
        {
            return default;
        }

        if (SilenceOn(wishes) is not { } day)
        {
            return new(ClockState.Waiting, null, null);
        }

        var left = day.DayNumber - today.DayNumber;
        var state = left <= 0 ? ClockState.Elapsed
            : Silence.Regime == SilenceRegime.Rejection && wishes.Any(wish => wish.ProducedOn is null && today <= wish.DueOn) ? ClockState.Suspended
            : ClockState.Running;
        return new(state, day, left);
    }

    /// <summary>
    /// The day from which it counts. « Le délai […] ne court qu'à compter de la réception des pièces requises » (CRPA L114-5 al. 3): an
    /// acceptance clock begins anew at the last production, and not at all while a wish is open, whether its due date has passed or not.
    /// </summary>
    public DateOnly? StartOn(IEnumerable<PiecesWish> wishes)
    {
        if (Silence.Regime != SilenceRegime.Acceptance)
        {
            return FiledOn;
        }

        var start = RoutedOn;
        foreach (var wish in InOrder(wishes))
        {
            if (wish.AskedOn >= End(start))
            {
                break;
            }

            if (wish.ProducedOn is not { } produced)
            {
                return null;
            }

            start = produced > start ? produced : start;
        }

        return start;
    }

    /// <summary>
    /// « Le délai […] est suspendu pendant le délai imparti pour produire les pièces requises. Toutefois, la production de ces pièces avant
    /// l'expiration du délai imparti met fin à cette suspension » (CRPA L114-5 al. 4). Days under two wishes are suspended once.
    /// </summary>
    private DateOnly RejectionOn(IEnumerable<PiecesWish> wishes)
    {
        var end = End(FiledOn);
        var suspendedUntil = FiledOn;
        foreach (var wish in wishes)
        {
            if (wish.AskedOn >= end)
            {
                break;
            }

            var from = wish.AskedOn > suspendedUntil ? wish.AskedOn : suspendedUntil;
            var until = wish.ProducedOn is { } produced && produced < wish.DueOn ? produced : wish.DueOn;
            if (until > from)
            {
                end = end.AddDays(until.DayNumber - from.DayNumber);
                suspendedUntil = until;
            }
        }

        return end;
    }

    private DateOnly End(DateOnly start) => start.AddMonths(Silence.Months).AddDays(Silence.Days);

    private static IOrderedEnumerable<PiecesWish> InOrder(IEnumerable<PiecesWish> wishes) => wishes.OrderBy(wish => wish.AskedOn);
}
