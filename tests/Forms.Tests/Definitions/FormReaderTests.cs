using Teleservices.Forms.Definitions;

namespace Teleservices.Forms.Tests.Definitions;

public sealed class FormReaderTests
{
    private const string Choice = """
        - page: type
          title: Le type
          fields:
            - { key: type, type: choice, label: Le type, options: [{ value: neuf, label: Neuf }, { value: panne, label: Panne }] }
            - { key: nombre, type: number, label: Combien }
            - { key: jours, type: choices, label: Quand, options: [{ value: lundi, label: Lundi }, { value: mardi, label: Mardi }] }
            - { key: naissance, type: date, label: Naissance }
            - { key: personnes, type: group, item: Personne, label: Personnes, fields: [{ key: prenom, type: text, label: Prénom }] }

        """;

    [Fact]
    public void A_field_is_read_with_all_that_it_says()
    {
        var form = FormFile.Read(FormFile.Asking("""
            - key: surface
              type: amount
              label: { fr: La surface, en: The area }
              hint: { fr: En chiffres, en: In figures }
              required: false
              min: 0
              max: 100.5
            """));

        var field = Assert.Single(form.Fields);
        Assert.Equal((FieldType.Amount, "La surface", "The area", "En chiffres"), (field.Type, field.Label.Fr, field.Label.En, field.Hint?.Fr));
        Assert.Equal((false, "0", "100.5", 2), (field.Required, field.Min, field.Max, field.Decimals));
    }

    [Theory]
    [InlineData("{ key: a, type: colour, label: A }", "'type' is 'colour', but one of text, long-text")]
    [InlineData("{ key: a, type: text, label: A, requird: false }", "'requird' is not known here")]
    [InlineData("{ key: a, type: text }", "'label' is missing")]
    [InlineData("{ key: A1, type: text, label: A }", "the key 'A1' must be lower-case")]
    [InlineData("{ key: page, type: text, label: A }", "the key 'page' is taken")]
    [InlineData("{ key: a, type: text, label: A, pattern: '(a+)\\1', pattern_hint: x }", "no regular expression that runs in linear time")]
    [InlineData("{ key: a, type: text, label: A, pattern: '[', pattern_hint: x }", "no regular expression that runs in linear time")]
    [InlineData("{ key: a, type: text, label: A, pattern: 'a+' }", "a pattern needs a 'pattern_hint'")]
    [InlineData("{ key: a, type: number, label: A, min: 3, max: 2 }", "'min' 3 is greater than 'max' 2")]
    [InlineData("{ key: a, type: number, label: A, min: trois }", "'min' is 'trois', but a number is expected")]
    [InlineData("{ key: a, type: date, label: A, min: today+1d, max: today-1d }", "'min' today+1d is greater than 'max' today-1d")]
    [InlineData("{ key: a, type: date, label: A, max: tomorrow }", "'max' is 'tomorrow', but a date like")]
    [InlineData("{ key: a, type: date, label: A, max: today-9999y }", "'max' is 'today-9999y', but a date like")]
    [InlineData("{ key: a, type: choice, label: A, options: [{ value: x, label: X }] }", "a choice needs at least two 'options'")]
    [InlineData("{ key: a, type: choice, label: A, options: [{ value: x, label: X }, { value: x, label: Y }] }", "the option 'x' is there twice")]
    [InlineData("{ key: a, type: file, label: A, accept: [exe] }", "files of kind 'exe' are not taken; known are pdf, jpeg, png")]
    [InlineData("{ key: a, type: file, label: A, max_mb: 500 }", "'max_mb' must be between 1 and 20")]
    [InlineData("{ key: a, type: group, label: A, item: B, fields: [{ key: b, type: identity, label: B }] }", "a group holds no 'identity'")]
    [InlineData("{ key: a, type: group, label: A, item: B, min: 3, max: 2, fields: [{ key: b, type: text, label: B }] }", "'min' must not be greater than 'max'")]
    [InlineData("{ key: a, type: group, label: A, item: B, required: true, fields: [{ key: b, type: text, label: B }] }", "a group has no 'required'")]
    public void A_mistake_in_a_field_is_told_in_words(string field, string sentence) =>
        Assert.Contains(FormFile.Mistakes(FormFile.Asking($"- {field}")), mistake => mistake.Contains(sentence, StringComparison.Ordinal));

    [Fact]
    public void A_mistake_is_told_with_its_line()
    {
        var file = FormFile.Asking("- key: a\n  label: A\n  type: colour");
        Assert.StartsWith($"{FormFile.LineOf(file, "type: colour")}: ", Assert.Single(FormFile.Mistakes(file)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_names_one_field_also_across_pages_and_groups() =>
        Assert.Contains(
            FormFile.Mistakes(FormFile.With(Choice + "- { page: deux, title: Deux, fields: [{ key: prenom, type: text, label: A }] }")),
            mistake => mistake.Contains("the key 'prenom' is there twice", StringComparison.Ordinal));

    [Theory]
    [InlineData("{ field: couleur, is: rouge }", "looks at 'couleur', which is not asked on an earlier page")]
    [InlineData("{ field: suite, is: rouge }", "looks at 'suite', which is not asked on an earlier page")]
    [InlineData("{ field: prenom, is: Ana }", "looks at 'prenom', which is not asked on an earlier page")]
    [InlineData("{ field: type, is: nouveau }", "'type' is never 'nouveau'; known are neuf, panne")]
    [InlineData("{ field: type, in: [] }", "a value to compare with is missing")]
    [InlineData("{ field: type, at_least: 3 }", "'type' cannot be compared by 'at_least'")]
    [InlineData("{ field: jours, is: lundi }", "'jours' cannot be compared by 'is'")]
    [InlineData("{ field: jours, contains: jeudi }", "'jours' is never 'jeudi'")]
    [InlineData("{ field: nombre, at_least: beaucoup }", "'nombre' is a number, but is compared with 'beaucoup'")]
    [InlineData("{ field: naissance, before: hier }", "'naissance' is a date, but is compared with 'hier'")]
    [InlineData("{ field: type, filled: oui }", "'type' is never 'oui'; known are true, false")]
    [InlineData("{ field: type }", "a condition compares with one of is, is_not")]
    [InlineData("{ field: type, is: neuf, is_not: panne }", "'is_not' is not known here")]
    [InlineData("{ all: [] }", "'all' is a list of conditions")]
    public void A_condition_that_can_never_hold_is_a_mistake(string condition, string sentence)
    {
        var file = FormFile.With(Choice + $"- page: deux\n  title: Deux\n  fields:\n    - {{ key: suite, type: text, label: Suite, show_if: {condition} }}");
        Assert.Contains(FormFile.Mistakes(file), mistake => mistake.Contains(sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ field: type, is: neuf }")]
    [InlineData("{ field: type, in: [neuf, panne] }")]
    [InlineData("{ field: nombre, at_least: 3 }")]
    [InlineData("{ field: jours, contains: lundi }")]
    [InlineData("{ field: naissance, after: today-18y }")]
    [InlineData("{ field: personnes, filled: \"true\" }")]
    [InlineData("{ not: { any: [{ field: type, is: neuf }, { all: [{ field: nombre, at_most: 2 }] }] } }")]
    public void A_condition_on_an_earlier_page_is_right(string condition) =>
        Assert.Empty(FormFile.Mistakes(FormFile.With(Choice + $"- {{ page: deux, title: Deux, show_if: {condition}, fields: [{{ key: suite, type: text, label: Suite }}] }}")));

    [Fact]
    public void A_condition_on_the_same_page_cannot_work_without_script() =>
        Assert.Contains(
            FormFile.Mistakes(FormFile.Asking("- { key: a, type: yes-no, label: A }\n- { key: b, type: text, label: B, show_if: { field: a, is: \"yes\" } }")),
            mistake => mistake.Contains("looks at 'a', which is not asked on an earlier page", StringComparison.Ordinal));

    [Theory]
    [InlineData("theme: divers", "theme: chasse", "the theme 'chasse' is not in themes.yaml")]
    [InlineData("version: 1", "version: 0", "'version' must be a number from 1")]
    [InlineData("form: essai", "form: autre", "its file must be called autre.yaml")]
    [InlineData("retention: { months: 12 }", "retention: { months: 0 }", "'retention' must be at least one month")]
    [InlineData("silence: { regime: none }", "silence: { regime: rejection }", "a delay is either 'months' or 'days'")]
    [InlineData("silence: { regime: none }", "silence: { regime: none, months: 2 }", "under 'none' there is no delay")]
    [InlineData("purpose: { fr: Essayer., en: To try. }\n", "", "'purpose' is missing")]
    [InlineData("legal_basis: { fr: Code des essais, en: Trials code }\n", "", "'legal_basis' is missing")]
    [InlineData("competence: essais\n", "", "'competence' is missing")]
    [InlineData("silence: { regime: none }", "silence: { regime: none }\nplace: lieu", "'lieu' must be a required address or commune field")]
    public void What_the_law_wants_to_be_said_must_be_there(string old, string by, string sentence)
    {
        var file = FormFile.Asking("- { key: a, type: text, label: A }");
        Assert.Contains(old, file, StringComparison.Ordinal);
        Assert.Contains(FormFile.Mistakes(file.Replace(old, by, StringComparison.Ordinal)), mistake => mistake.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void The_place_is_asked_of_everybody()
    {
        var file = FormFile.Asking("- { key: lieu, type: commune, label: Lieu, required: false }").Replace("pages:", "place: lieu\npages:", StringComparison.Ordinal);
        Assert.Contains(FormFile.Mistakes(file), mistake => mistake.Contains("'lieu' must be a required address or commune field", StringComparison.Ordinal));
        Assert.Equal("lieu", FormFile.Read(file.Replace(", required: false", "", StringComparison.Ordinal)).Place);
    }
}
