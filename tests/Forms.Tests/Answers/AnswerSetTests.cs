using Teleservices.Forms.Answers;

namespace Teleservices.Forms.Tests.Answers;

public sealed class AnswerSetTests
{
    [Fact]
    public void What_was_typed_comes_back_from_the_store()
    {
        var answers = new AnswerSet();
        answers.Set("a", "  deux\r\nlignes  ");
        answers.Set("b", "x\0y\u0007z");

        var kept = AnswerSet.FromJson(answers.ToJson());

        Assert.Equal(("deux\nlignes", "xyz", ""), (kept["a"], kept["b"], kept["c"]));
    }

    [Fact]
    public void An_item_that_is_taken_out_makes_the_later_ones_move_up()
    {
        var answers = new AnswerSet();
        foreach (var name in new[] { "Ana", "Bob", "Cléo" })
        {
            var item = answers.AddItem("g");
            answers.Set($"{AnswerSet.Prefix("g", item)}prenom", name);
            answers.Set($"{AnswerSet.Prefix("g", item)}naissance.year", $"201{item}");
        }

        answers.Set("g[1].ecole", "Sully");
        answers.RemoveItem("g", 1);

        Assert.Equal(2, answers.Items("g"));
        Assert.Equal(["Ana", "Cléo"], Enumerable.Range(0, 2).Select(item => answers[$"{AnswerSet.Prefix("g", item)}prenom"]));
        Assert.Equal("2012", answers["g[1].naissance.year"]);
        Assert.DoesNotContain(answers.Names, name => name.StartsWith("g[2]", StringComparison.Ordinal) || name.EndsWith("ecole", StringComparison.Ordinal));
    }

    [Fact]
    public void Groups_whose_names_begin_alike_are_not_mixed_up()
    {
        var answers = new AnswerSet();
        answers.Set($"{AnswerSet.Prefix("enfant", answers.AddItem("enfant"))}nom", "Ana");
        answers.Set($"{AnswerSet.Prefix("enfants", answers.AddItem("enfants"))}nom", "Bob");

        answers.RemoveItem("enfant", 0);

        Assert.Equal((0, 1, "Bob"), (answers.Items("enfant"), answers.Items("enfants"), answers["enfants[0].nom"]));
    }
}
