using Teleservices.Cases.Model;
using Teleservices.Contracts;

namespace Teleservices.Cases.Tests.Model;

public sealed class CaseTests
{
    private static readonly DateTimeOffset Tuesday = TestData.Monday.AddDays(1);
    private readonly Agent ana = Agent.From(TestData.Role(Guid.NewGuid()));
    private readonly Agent bob = Agent.From(TestData.Role(Guid.NewGuid(), "Bob Roux"));
    private readonly Case opened = Case.Open(TestData.Order(), TestData.Monday);

    [Fact]
    public void A_new_case_stands_in_the_queue_with_its_day_of_silence()
    {
        Assert.Equal(CaseState.New, opened.State);
        Assert.Equal(new DateOnly(2027, 5, 1), opened.SilenceOn);
        Assert.Equal(new DateOnly(2027, 5, 1).DayNumber, opened.Place);
        Assert.Equal(Pile.Desk, opened.Pile);
        Assert.Equal((1, CaseEventKind.Opened), (opened.Steps, opened.LastEvent.Kind));
    }

    [Fact]
    public void Every_step_is_the_next_line_of_the_audit_trail()
    {
        Assert.Null(opened.Take(ana, Tuesday));
        opened.Note(ana, "À vérifier", Tuesday);
        Assert.Null(opened.Ask(ana, "Un justificatif", new DateOnly(2027, 3, 20), 3, Tuesday));
        opened.Receive(new AddToCase(opened.RequestId, Guid.NewGuid(), opened.Wishes[0].Id, "Voici", [], Tuesday), Tuesday);
        Assert.Null(opened.Tell(ana, "Merci", Tuesday));
        Assert.Null(opened.AssignTo(bob, ana, "Congés", opened.Steps, Tuesday));
        Assert.Null(opened.Release(bob, null, opened.Steps, Tuesday));
        Assert.Null(opened.Decide(bob, CaseOutcome.Accepted, null, opened.Steps, Tuesday));
        Assert.Null(opened.Close(ana, opened.Steps, Tuesday));

        Assert.Equal(Enumerable.Range(1, 10), opened.NewEvents.Select(line => line.Sequence));
        Assert.Equal(
            [
                CaseEventKind.Opened, CaseEventKind.Taken, CaseEventKind.NoteWritten, CaseEventKind.PiecesAsked, CaseEventKind.PiecesAnswered,
                CaseEventKind.AgentWrote, CaseEventKind.Assigned, CaseEventKind.Released, CaseEventKind.Decided, CaseEventKind.Closed,
            ],
            opened.NewEvents.Select(line => line.Kind));
        Assert.Equal("Congés", opened.NewEvents[6].Why);
        Assert.Equal("Bob Roux", opened.NewEvents[6].Whom);
        Assert.All(opened.NewEvents.Skip(1).Where(line => line.ActorKind == ActorKind.Agent), line => Assert.Equal("Instructrice", line.ActorTitle));
    }

    [Fact]
    public void Taking_begins_the_work_and_twice_changes_nothing()
    {
        Assert.Null(opened.Take(ana, Tuesday));
        Assert.Null(opened.Take(ana, Tuesday));
        Assert.Equal((CaseState.InProgress, ana.AccountId, 2), (opened.State, opened.AssigneeId, opened.Steps));
    }

    [Fact]
    public void A_case_that_a_colleague_has_is_not_taken_over_by_accident()
    {
        opened.Take(ana, Tuesday);
        Assert.NotNull(opened.Take(bob, Tuesday));
        Assert.Equal(ana.AccountId, opened.AssigneeId);
    }

    [Fact]
    public void Nobody_is_given_a_case_after_they_left()
    {
        bob.Leave(Tuesday);
        Assert.Equal("To", opened.AssignTo(bob, ana, null, 1, Tuesday)!.Field);
    }

    [Fact]
    public void A_wish_gives_the_word_to_the_resident_until_its_date()
    {
        Assert.Null(opened.Ask(ana, "Un justificatif", new DateOnly(2027, 3, 20), 1, Tuesday));
        Assert.Equal(CaseState.AwaitingResident, opened.State);
        Assert.Equal(new DateOnly(2027, 3, 21), opened.AwaitsAgentFrom);
        Assert.Equal(new DateOnly(2027, 5, 1).AddDays(18), opened.SilenceOn);
        Assert.Equal(opened.SilenceOn, opened.LastEvent.SilenceOn);
    }

    [Theory]
    [InlineData("2027-03-02")] // the same day
    [InlineData("2027-03-01")]
    [InlineData("2028-03-03")] // more than a year
    public void A_wish_needs_a_day_to_come(string dueOn) =>
        Assert.Equal("DueOn", opened.Ask(ana, "Un justificatif", DateOnly.Parse(dueOn, System.Globalization.CultureInfo.InvariantCulture), 1, Tuesday)!.Field);

    [Fact]
    public void An_answer_gives_the_word_back_and_the_clock_goes_on()
    {
        opened.Ask(ana, "Un justificatif", new DateOnly(2027, 3, 20), 1, Tuesday);
        opened.Receive(new AddToCase(opened.RequestId, Guid.NewGuid(), opened.Wishes[0].Id, "Voici", [], Tuesday.AddDays(3)), Tuesday.AddDays(3));
        Assert.Equal((CaseState.InProgress, true, DateOnly.MinValue), (opened.State, opened.HasNews, opened.AwaitsAgentFrom));
        Assert.Equal(new DateOnly(2027, 5, 4), opened.SilenceOn);
    }

    [Fact]
    public void A_message_that_answers_no_wish_leaves_the_clock_alone_but_calls_the_agent()
    {
        opened.Ask(ana, "Un justificatif", new DateOnly(2027, 3, 20), 1, Tuesday);
        opened.Receive(new AddToCase(opened.RequestId, Guid.NewGuid(), null, "Lequel ?", [], Tuesday), Tuesday);
        Assert.Equal((CaseState.AwaitingResident, DateOnly.MinValue), (opened.State, opened.AwaitsAgentFrom));
        Assert.Null(opened.Wishes[0].AnsweredAt);
    }

    [Fact]
    public void While_one_of_two_wishes_is_open_the_resident_has_the_word()
    {
        opened.Ask(ana, "Un justificatif", new DateOnly(2027, 3, 20), 1, Tuesday);
        opened.Ask(ana, "Une photo", new DateOnly(2027, 3, 25), 2, Tuesday);
        opened.Receive(new AddToCase(opened.RequestId, Guid.NewGuid(), opened.Wishes[1].Id, "Voici", [], Tuesday), Tuesday);
        Assert.Equal(CaseState.AwaitingResident, opened.State);
    }

    [Theory]
    [InlineData(CaseOutcome.Refused)]
    [InlineData(CaseOutcome.NoFurtherAction)]
    public void An_answer_that_is_not_yes_says_why(CaseOutcome outcome)
    {
        Assert.Equal("Reason", opened.Decide(ana, outcome, "  ", 1, Tuesday)!.Field);
        Assert.Null(opened.Decide(ana, outcome, "Hors territoire", 1, Tuesday));
        Assert.Equal("Hors territoire", opened.Reason);
    }

    [Fact]
    public void Whoever_decides_has_a_title()
    {
        var nameless = Agent.From(TestData.Role(Guid.NewGuid(), title: null));
        Assert.NotNull(opened.Decide(nameless, CaseOutcome.Accepted, null, 1, Tuesday));
        Assert.Equal(CaseState.New, opened.State);
    }

    [Fact]
    public void A_decision_on_what_one_has_not_seen_is_refused()
    {
        opened.Note(bob, "Attention", Tuesday);
        Assert.Same(Case.Conflict, opened.Decide(ana, CaseOutcome.Accepted, null, 1, Tuesday));
        Assert.Null(opened.Decide(ana, CaseOutcome.Accepted, null, 2, Tuesday));
    }

    [Fact]
    public void An_answered_case_is_answered_once()
    {
        opened.Decide(ana, CaseOutcome.Accepted, null, 1, Tuesday);
        var again = opened.Decide(bob, CaseOutcome.Refused, "Non", 2, Tuesday);
        Assert.Equal([ana.Name], again!.Arguments);
        Assert.NotNull(opened.Ask(bob, "Encore", new DateOnly(2027, 3, 20), 2, Tuesday));
        Assert.NotNull(opened.AssignTo(bob, ana, null, 2, Tuesday));
        Assert.Equal(Pile.Shelf, opened.Pile);
    }

    [Fact]
    public void A_case_is_closed_after_the_answer_and_once()
    {
        Assert.NotNull(opened.Close(ana, 1, Tuesday));
        opened.Decide(ana, CaseOutcome.Accepted, null, 1, Tuesday);
        Assert.Null(opened.Close(ana, 2, Tuesday));
        Assert.NotNull(opened.Close(ana, 3, Tuesday));
    }

    [Fact]
    public void What_a_resident_writes_after_the_end_comes_back_to_the_queue_until_somebody_dealt_with_it()
    {
        opened.Decide(ana, CaseOutcome.Accepted, null, 1, Tuesday);
        opened.Close(ana, 2, Tuesday);
        Assert.NotNull(opened.Tell(ana, "Bonjour", Tuesday));

        opened.Receive(new AddToCase(opened.RequestId, Guid.NewGuid(), null, "Et le bac ?", [], Tuesday), Tuesday);
        Assert.Equal(Pile.Desk, opened.Pile);
        Assert.Null(opened.Tell(ana, "Demain", Tuesday));
        Assert.Equal(Pile.Shelf, opened.Pile);
    }

    [Fact]
    public void The_latest_answer_stands_first_among_what_is_done()
    {
        var later = Case.Open(TestData.Order(), TestData.Monday);
        opened.Decide(ana, CaseOutcome.Accepted, null, 1, Tuesday);
        later.Decide(ana, CaseOutcome.Accepted, null, 1, Tuesday.AddHours(1));
        Assert.True(later.Place < opened.Place);
    }

    [Fact]
    public void The_search_knows_neither_case_nor_accents()
    {
        var found = Case.Open(TestData.Order(number: "G-2027-00A1", applicant: "Zoé  LEFÈVRE-d’Aubigny"), TestData.Monday);
        Assert.Equal("g 2027 00a1 zoe lefevre d aubigny", found.Search);
    }
}
