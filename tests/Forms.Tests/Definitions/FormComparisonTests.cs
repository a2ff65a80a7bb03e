using Teleservices.Contracts;
using Teleservices.Forms.Definitions;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Tests.Definitions;

public sealed class FormComparisonTests
{
    private const string Pages = """
        - page: type
          title: Le type
          fields:
            - { key: type, type: choice, label: Le type, options: [{ value: neuf, label: Neuf }, { value: panne, label: Panne }] }
            - { key: nombre, type: number, label: Combien }
            - { key: personnes, type: group, item: Personne, label: Personnes, fields: [{ key: prenom, type: text, label: Prénom }] }
        - page: suite
          title: La suite
          fields:
            - { key: photo, type: file, label: Une photo, required: false }

        """;

    [Fact]
    public void A_version_read_twice_has_not_changed() =>
        Assert.Empty(FormComparison.Between(Form(), Form() with { Version = 2 }));

    [Theory]
    [InlineData("label: Combien", "label: Quel nombre", nameof(FormChangeKind.FieldLabel), "nombre")]
    [InlineData("label: Combien", "label: Combien, required: false", nameof(FormChangeKind.FieldOptional), "nombre")]
    [InlineData("label: Une photo, required: false", "label: Une photo", nameof(FormChangeKind.FieldRequired), "photo")]
    [InlineData("label: Combien", "label: Combien, max: 3", nameof(FormChangeKind.FieldRules), "nombre")]
    [InlineData("label: Combien", "label: Combien, hint: En chiffres", nameof(FormChangeKind.FieldRules), "nombre")]
    [InlineData("type: number", "type: amount", nameof(FormChangeKind.FieldType), "nombre")]
    [InlineData("label: Prénom", "label: Le prénom", nameof(FormChangeKind.FieldLabel), "personnes.prenom")]
    [InlineData("label: Panne", "label: En panne", nameof(FormChangeKind.ChoiceLabel), "type")]
    [InlineData(", { value: panne, label: Panne }", ", { value: panne, label: Panne }, { value: vol, label: Vol }", nameof(FormChangeKind.ChoiceAdded), "type")]
    [InlineData("{ value: neuf, label: Neuf }, { value: panne, label: Panne }", "{ value: panne, label: Panne }, { value: neuf, label: Neuf }", nameof(FormChangeKind.FieldRules), "type")]
    [InlineData("title: La suite", "title: La fin", nameof(FormChangeKind.PageTitle), "suite")]
    [InlineData("    - { key: nombre, type: number, label: Combien }\n", "", nameof(FormChangeKind.FieldRemoved), "nombre")]
    [InlineData("    - { key: photo", "    - { key: plan, type: file, label: Un plan }\n    - { key: photo", nameof(FormChangeKind.FieldAdded), "plan")]
    public void A_change_is_told_by_what_it_is_and_where(string from, string to, string kind, string at)
    {
        Assert.Contains(from, Pages, StringComparison.Ordinal);
        var changes = FormComparison.Between(Form(), FormFile.Read(FormFile.With(Pages.Replace(from, to, StringComparison.Ordinal))));
        Assert.Contains(changes, change => change.Kind.ToString() == kind && change.At == at);
        Assert.DoesNotContain(changes, change => change.At != at);
    }

    [Fact]
    public void Pages_come_go_and_change_places_and_a_field_may_move()
    {
        var form = Form();
        var (first, last) = (form.Pages[0], form.Pages[1]);
        Assert.Equal([(FormChangeKind.PagesReordered, "")], Told(form, form with { Pages = [last, first] }));
        Assert.Equal([(FormChangeKind.PageRemoved, "suite"), (FormChangeKind.FieldRemoved, "photo")], Told(form, form with { Pages = [first] }));
        Assert.Equal([(FormChangeKind.PageAdded, "suite"), (FormChangeKind.FieldAdded, "photo")], Told(form with { Pages = [first] }, form));
        Assert.Equal(
            [(FormChangeKind.FieldMoved, "nombre")],
            Told(form, form with { Pages = [first with { Fields = [first.Fields[0], first.Fields[2]] }, last with { Fields = [first.Fields[1], .. last.Fields] }] }));
        Assert.Equal([(FormChangeKind.FieldsReordered, "type")], Told(form, form with { Pages = [first with { Fields = [.. first.Fields.Reverse()] }, last] }));
    }

    [Fact]
    public void A_page_that_is_shown_to_others_is_told()
    {
        var form = Form();
        FormDefinition For(string type) => form with { Pages = [form.Pages[0], form.Pages[1] with { ShowIf = new CompareCondition("type", Comparison.Is, [type]) }] };
        Assert.Equal([(FormChangeKind.PageRules, "suite")], Told(form, For("neuf")));
        Assert.Equal([(FormChangeKind.PageRules, "suite")], Told(For("neuf"), For("panne")));
        Assert.Empty(Told(For("neuf"), For("neuf")));
    }

    [Fact]
    public void Another_legal_delay_is_told_first_and_as_legal()
    {
        var form = Form();
        var changes = FormComparison.Between(form, form with { Title = new Wording("Autre"), Silence = new Silence(SilenceRegime.Acceptance, Months: 2) });
        Assert.Equal([FormChangeKind.Silence, FormChangeKind.Title], changes.Select(change => change.Kind));
        Assert.Equal([true, false], changes.Select(change => change.IsLegal));
    }

    [Fact]
    public void Nothing_of_the_form_itself_differs_untold()
    {
        var form = Form();
        var other = new Wording("Autre");
        FormDefinition[] others =
        [
            form with { Slug = "autre" }, form with { Title = other }, form with { Summary = other }, form with { Theme = "autre" },
            form with { Competence = "autre" }, form with { Team = "autre" }, form with { TeamName = other }, form with { Keywords = ["autre"] },
            form with { DurationMinutes = 6 }, form with { Documents = [other] }, form with { LegalBasis = other }, form with { Purpose = other },
            form with { RetentionMonths = 13 }, form with { Silence = new Silence(SilenceRegime.Rejection, Days: 10) }, form with { Place = "adresse" },
        ];
        Assert.All(others, changed => Assert.Single(FormComparison.Between(form, changed)));
    }

    private static FormDefinition Form() => FormFile.Read(FormFile.With(Pages));

    private static IEnumerable<(FormChangeKind Kind, string At)> Told(FormDefinition before, FormDefinition after) =>
        FormComparison.Between(before, after).Select(change => (change.Kind, change.At));
}
