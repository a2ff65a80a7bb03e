using Teleservices.Forms.Definitions;

namespace Teleservices.Forms.Tests.Answers;

public sealed class ReadingTests
{
    private const string Form = """
        - page: type
          title: Le type
          fields:
            - { key: type, type: choice, label: Le type, options: [{ value: neuf, label: Neuf }, { value: panne, label: Panne }] }
            - { key: nombre, type: number, label: Combien, required: false }
            - { key: jours, type: choices, label: Quand, required: false, options: [{ value: lundi, label: Lundi }, { value: mardi, label: Mardi }] }
            - { key: naissance, type: date, label: Naissance, required: false }
        - page: suite
          title: La suite
          show_if: CONDITION
          fields: [{ key: suite, type: text, label: Suite }]
        - page: apres
          title: Après
          fields: [{ key: apres, type: text, label: Après, show_if: { field: suite, filled: "true" } }, { key: fin, type: text, label: Fin }]
        """;

    [Theory]
    [InlineData("{ field: type, is: neuf }", "neuf", true)]
    [InlineData("{ field: type, is: neuf }", "panne", false)]
    [InlineData("{ field: type, is: neuf }", "", false)]
    [InlineData("{ field: type, is_not: neuf }", "", true)]
    [InlineData("{ field: type, in: [neuf, panne] }", "panne", true)]
    [InlineData("{ field: type, in: [neuf, panne] }", "", false)]
    [InlineData("{ field: type, filled: \"false\" }", "", true)]
    [InlineData("{ field: type, filled: \"false\" }", "neuf", false)]
    [InlineData("{ not: { field: type, is: neuf } }", "panne", true)]
    [InlineData("{ any: [{ field: type, is: neuf }, { field: type, is: panne }] }", "panne", true)]
    [InlineData("{ all: [{ field: type, is: neuf }, { field: type, is: panne }] }", "panne", false)]
    public void A_page_is_asked_when_its_condition_holds(string condition, string type, bool asked) =>
        Assert.Equal(asked, IsAsked(condition, ("type", type)));

    [Theory]
    [InlineData("{ field: nombre, at_least: 3 }", "3", true)]
    [InlineData("{ field: nombre, at_least: 3 }", "2,5", false)]
    [InlineData("{ field: nombre, at_least: 3 }", "1 000", true)]
    [InlineData("{ field: nombre, at_least: 3 }", "beaucoup", false)]
    [InlineData("{ field: nombre, at_most: 3 }", "", false)]
    [InlineData("{ field: nombre, after: 3 }", "3", false)]
    [InlineData("{ field: nombre, before: 3 }", "2", true)]
    [InlineData("{ field: nombre, is: 3 }", "3,0", true)]
    public void Numbers_are_compared_as_numbers(string condition, string number, bool asked) =>
        Assert.Equal(asked, IsAsked(condition, ("nombre", number)));

    [Theory]
    [InlineData("lundi\nmardi", true)]
    [InlineData("mardi", true)]
    [InlineData("lundi", false)]
    [InlineData("", false)]
    public void Several_answers_contain_one(string days, bool asked) =>
        Assert.Equal(asked, IsAsked("{ field: jours, contains: mardi }", ("jours", days)));

    [Theory]
    [InlineData("{ field: naissance, after: today-18y }", 24, true)]
    [InlineData("{ field: naissance, after: today-18y }", 23, false)]
    [InlineData("{ field: naissance, at_most: today-18y }", 23, true)]
    [InlineData("{ field: naissance, before: 2008-11-23 }", 22, true)]
    [InlineData("{ field: naissance, before: 2008-11-23 }", 23, false)]
    public void Dates_are_compared_with_the_day_on_which_one_answers(string condition, int day, bool asked) => Assert.Equal(
        asked, IsAsked(condition, ("naissance.day", $"{day}"), ("naissance.month", "11"), ("naissance.year", "2008")));

    [Fact]
    public void An_answer_that_is_no_longer_asked_does_not_count_and_is_not_filed()
    {
        var file = FormFile.With(Form.Replace("CONDITION", "{ field: type, is: neuf }", StringComparison.Ordinal));

        var filled = Filled.In(file, ("type", "panne"), ("suite", "des restes"), ("apres", "aussi"), ("fin", "oui"));

        Assert.Equal(["type", "apres"], filled.Reading.Pages.Select(page => page.Name));
        Assert.Equal(["fin"], filled.Reading.Fields(filled.Reading.Pages[1]).Select(field => field.Key));
        Assert.DoesNotContain(filled.Content(), line => line.Contains("restes", StringComparison.Ordinal) || line.Contains("aussi", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_without_a_question_is_passed_over()
    {
        var file = FormFile.With(Form.Replace("CONDITION", "{ field: type, is: neuf }", StringComparison.Ordinal)
            .Replace(", { key: fin, type: text, label: Fin }", "", StringComparison.Ordinal));
        Assert.Equal(["type"], Filled.In(file, ("type", "panne")).Reading.Pages.Select(page => page.Name));
    }

    [Fact]
    public void A_condition_in_a_group_sees_its_own_item_first()
    {
        var filled = Filled.In(
            FormFile.Asking("""
                - key: enfants
                  type: group
                  item: Enfant
                  label: Enfants
                  fields:
                    - { key: scolaire, type: yes-no, label: Scolaire }
                    - { key: ecole, type: text, label: École, show_if: { field: scolaire, is: "yes" } }
                """),
            ("enfants.count", "2"), ("enfants[0].scolaire", "yes"), ("enfants[0].ecole", "Sully"), ("enfants[1].scolaire", "no"), ("enfants[1].ecole", "Oubliée"));

        Assert.Empty(filled.Wrong());
        Assert.Equal(
            ["enfants[0].scolaire: Oui", "enfants[0].ecole: Sully", "enfants[1].scolaire: Non"],
            filled.Content());
    }

    [Theory]
    [InlineData("today", "2026-11-23")]
    [InlineData("today+30d", "2026-12-23")]
    [InlineData("today-18y", "2008-11-23")]
    [InlineData("today+6m", "2027-05-23")]
    [InlineData("2027-02-28", "2027-02-28")]
    [InlineData("2027-02-30", null)]
    [InlineData("today+", null)]
    [InlineData("tomorrow", null)]
    public void A_date_may_be_counted_from_today(string text, string? day) =>
        Assert.Equal(day, RelativeDate.Of(text, Filled.Today)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private static bool IsAsked(string condition, params (string, string)[] typed) =>
        Filled.In(FormFile.With(Form.Replace("CONDITION", condition, StringComparison.Ordinal)), typed).Reading.Pages.Any(page => page.Name == "suite");
}
