using Teleservices.Forms.Definitions;
using Teleservices.Forms.Offers;

namespace Teleservices.Forms.Tests.Agents;

public sealed class FormOptionsTests
{
    private static readonly ExtraPiece Proof = new("plus_12345678", new("Attestation", "Certificate"), Required: false);

    [Fact]
    public void A_form_without_extra_pieces_is_the_form_itself()
    {
        var form = FormFile.Read(FormFile.Asking("- { key: nom, type: text, label: Nom }"));
        Assert.Same(form, FormOptions.None.On(form));
        Assert.Same(form, (FormOptions.None with { Intro = new("Bonjour"), Team = new("voirie", new("Voirie")), Prices = [new(new("La journée"), 12)] }).On(form));
    }

    [Fact]
    public void Extra_pieces_are_asked_on_one_more_page_after_all_others()
    {
        var form = FormFile.Read(FormFile.Asking("- { key: nom, type: text, label: Nom }"));
        var own = (FormOptions.None with { Pieces = [Proof] }).On(form);
        Assert.Equal([.. form.Pages, own.Pages[^1]], own.Pages);
        var asked = Assert.Single(own.Pages[^1].Fields);
        Assert.Equal((Proof.Key, FieldType.File, Proof.Label, false), (asked.Key, asked.Type, asked.Label, asked.Required));
        Assert.True(own.AsksForFiles);
        Assert.Equal([.. form.Documents, Proof.Label], own.Documents);
        Assert.Equal((form.Version, form.Team), (own.Version, own.Team));
    }

    [Fact]
    public void No_form_may_have_a_page_that_is_called_as_that_of_the_extra_pieces()
    {
        var file = FormFile.With($"- page: {FormOptions.PiecesPage}\n  title: Une page\n  fields:\n    - {{ key: nom, type: text, label: Nom }}");
        Assert.Contains("is taken by what administrations ask for", Assert.Single(FormFile.Mistakes(file)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_piece_keeps_its_key_and_no_two_have_the_same()
    {
        Assert.True(ExtraPiece.IsKey(ExtraPiece.NewKey()));
        Assert.Equal(100, Enumerable.Range(0, 100).Select(_ => ExtraPiece.NewKey()).Distinct().Count());
    }
}
