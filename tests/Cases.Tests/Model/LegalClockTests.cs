using System.Globalization;
using Teleservices.Cases.Model;
using Teleservices.Contracts;

namespace Teleservices.Cases.Tests.Model;

/// <summary>The test vectors of the articles (CRPA L114-3, L114-5, L231-1 and following), and the edges of the calendar.</summary>
public sealed class LegalClockTests
{
    private static readonly Silence TwoMonthsRejection = new(SilenceRegime.Rejection, Months: 2);
    private static readonly Silence TwoMonthsAcceptance = new(SilenceRegime.Acceptance, Months: 2);

    [Fact]
    public void V1_A_rejection_clock_runs_from_the_administration_seized_first() =>
        Assert.Equal(Day(2027, 5, 3), new LegalClock(TwoMonthsRejection, Day(2027, 3, 3), Day(2027, 3, 20)).SilenceOn([]));

    [Fact]
    public void V2_An_acceptance_clock_runs_from_the_competent_administration() =>
        Assert.Equal(Day(2027, 5, 20), new LegalClock(TwoMonthsAcceptance, Day(2027, 3, 3), Day(2027, 3, 20)).SilenceOn([]));

    [Fact]
    public void V3_Pieces_produced_in_time_end_the_suspension_of_a_rejection_clock() =>
        Assert.Equal(Day(2027, 5, 18), Rejection().SilenceOn([Wish(due: Day(2027, 3, 31), produced: Day(2027, 3, 25))]));

    [Fact]
    public void V4_Pieces_never_produced_suspend_a_rejection_clock_until_the_due_date_only() =>
        Assert.Equal(Day(2027, 5, 24), Rejection().SilenceOn([Wish(due: Day(2027, 3, 31), produced: null)]));

    [Fact]
    public void V5_An_acceptance_clock_begins_when_the_pieces_are_produced() =>
        Assert.Equal(Day(2027, 5, 25), Acceptance().SilenceOn([Wish(due: Day(2027, 3, 31), produced: Day(2027, 3, 25))]));

    [Fact]
    public void Pieces_produced_late_suspend_no_longer_than_those_never_produced() =>
        Assert.Equal(Day(2027, 5, 24), Rejection().SilenceOn([Wish(due: Day(2027, 3, 31), produced: Day(2027, 4, 15))]));

    [Fact]
    public void Pieces_produced_late_still_start_an_acceptance_clock() =>
        Assert.Equal(Day(2027, 6, 15), Acceptance().SilenceOn([Wish(due: Day(2027, 3, 31), produced: Day(2027, 4, 15))]));

    [Fact]
    public void An_acceptance_clock_does_not_run_while_pieces_are_missing()
    {
        PiecesWish[] open = [Wish(due: Day(2027, 3, 31), produced: null)];
        Assert.Null(Acceptance().SilenceOn(open));
        Assert.Equal(new(ClockState.Waiting, null, null), Acceptance().On(Day(2028, 1, 1), open));
    }

    [Fact]
    public void The_last_of_several_productions_starts_an_acceptance_clock() =>
        Assert.Equal(Day(2027, 6, 2), Acceptance().SilenceOn(
        [
            new(Day(2027, 3, 12), Day(2027, 4, 12), Day(2027, 4, 2)),
            new(Day(2027, 3, 10), Day(2027, 3, 31), Day(2027, 3, 25)),
        ]));

    [Fact]
    public void Days_under_two_wishes_are_suspended_once() =>
        Assert.Equal(Day(2027, 5, 3).AddDays(28), Rejection().SilenceOn(
        [
            new(Day(2027, 3, 10), Day(2027, 3, 31), null),
            new(Day(2027, 3, 20), Day(2027, 4, 7), null),
        ]));

    [Fact]
    public void A_wish_within_another_adds_nothing() =>
        Assert.Equal(Day(2027, 5, 24), Rejection().SilenceOn(
        [
            new(Day(2027, 3, 10), Day(2027, 3, 31), null),
            new(Day(2027, 3, 12), Day(2027, 3, 20), Day(2027, 3, 15)),
        ]));

    [Fact]
    public void A_wish_after_silence_became_a_decision_changes_nothing()
    {
        PiecesWish[] late = [new(Day(2027, 5, 3), Day(2027, 6, 3), null)];
        Assert.Equal(Day(2027, 5, 3), Rejection().SilenceOn(late));
        Assert.Equal(Day(2027, 5, 3), new LegalClock(TwoMonthsAcceptance, Day(2027, 3, 3), Day(2027, 3, 3)).SilenceOn(late));
    }

    [Fact]
    public void An_answer_on_the_day_of_the_wish_suspends_nothing() =>
        Assert.Equal(Day(2027, 5, 3), Rejection().SilenceOn([Wish(due: Day(2027, 3, 31), produced: Day(2027, 3, 10))]));

    [Theory]
    [InlineData("2026-12-31", 2, "2027-02-28")]
    [InlineData("2027-12-30", 2, "2028-02-29")]
    [InlineData("2027-02-28", 2, "2027-04-28")]
    [InlineData("2027-08-31", 1, "2027-09-30")]
    [InlineData("2027-11-30", 3, "2028-02-29")]
    public void Months_end_on_the_same_day_or_on_the_last_of_a_shorter_month(string filed, int months, string silence)
    {
        var start = DateOnly.Parse(filed, CultureInfo.InvariantCulture);
        var clock = new LegalClock(new Silence(SilenceRegime.Rejection, months), start, start);
        Assert.Equal(silence, $"{clock.SilenceOn([]):yyyy-MM-dd}");
    }

    [Fact]
    public void Days_are_calendar_days() =>
        Assert.Equal(Day(2027, 4, 2), new LegalClock(new Silence(SilenceRegime.Rejection, Days: 30), Day(2027, 3, 3), Day(2027, 3, 3)).SilenceOn([]));

    [Fact]
    public void Where_silence_means_nothing_there_is_no_day() =>
        Assert.Equal(default, new LegalClock(new Silence(SilenceRegime.None), Day(2027, 3, 3), Day(2027, 3, 3)).On(Day(2030, 1, 1), []));

    [Theory]
    [InlineData("2027-03-10", nameof(ClockState.Suspended), 75)]
    [InlineData("2027-03-31", nameof(ClockState.Suspended), 54)]
    [InlineData("2027-04-01", nameof(ClockState.Running), 53)]
    [InlineData("2027-05-23", nameof(ClockState.Running), 1)]
    [InlineData("2027-05-24", nameof(ClockState.Elapsed), 0)]
    [InlineData("2027-05-30", nameof(ClockState.Elapsed), -6)]
    public void On_a_day_it_runs_stands_still_or_is_over(string today, string state, int left)
    {
        var on = DateOnly.Parse(today, CultureInfo.InvariantCulture);
        var reading = Rejection().On(on, [Wish(due: Day(2027, 3, 31), produced: null)]);
        Assert.Equal((state, Day(2027, 5, 24), left), (reading.State.ToString(), reading.SilenceOn, reading.DaysLeft));
    }

    [Theory]
    [InlineData("2027-03-02T23:30:00Z", "2027-03-03")] // winter: Paris is one hour ahead
    [InlineData("2027-03-27T22:59:59Z", "2027-03-27")] // the night of the change to summer time
    [InlineData("2027-03-27T23:00:00Z", "2027-03-28")]
    [InlineData("2027-03-28T22:00:00Z", "2027-03-29")] // summer: two hours ahead
    [InlineData("2027-10-30T22:00:00Z", "2027-10-31")]
    [InlineData("2027-10-31T22:59:59Z", "2027-10-31")] // winter again
    public void A_day_is_a_day_in_Paris(string moment, string day) =>
        Assert.Equal(day, $"{ParisDay.Of(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)):yyyy-MM-dd}");

    private static LegalClock Rejection() => new(TwoMonthsRejection, Day(2027, 3, 3), Day(2027, 3, 3));

    private static LegalClock Acceptance() => new(TwoMonthsAcceptance, Day(2027, 3, 3), Day(2027, 3, 3));

    private static PiecesWish Wish(DateOnly due, DateOnly? produced) => new(Day(2027, 3, 10), due, produced);

    private static DateOnly Day(int year, int month, int day) => new(year, month, day);
}
