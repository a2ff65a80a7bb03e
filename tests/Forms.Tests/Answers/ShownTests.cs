using CsCheck;
using Teleservices.Contracts;
using Teleservices.Forms.Answers;
using Teleservices.Forms.Catalogue;
using Teleservices.Forms.Definitions;
using Teleservices.Forms.Model;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Tests.Answers;

/// <summary>What is true of every form and every way of filling it in.</summary>
public sealed class ShownTests
{
    private static readonly FieldType[] Types = [FieldType.YesNo, FieldType.Choice, FieldType.Choices, FieldType.Number, FieldType.Date, FieldType.Text];
    private static readonly string[] Typed = ["", "", "yes", "no", "x", "y", "x\ny", "3", "-1,5", "beaucoup"];
    private static readonly string[] Wanted = ["yes", "no", "x", "y", "3", "-1.5", "2026-11-23", "today", "today-1d", "true", "false", ""];
    private static readonly Gen<(FormDefinition Form, AnswerSet Answers)> Any = Gen.Int[0, 9999].Array[250].Select(throws =>
    {
        var dice = new Dice(throws);
        var form = SomeForm(dice);
        return (form, SomeAnswers(form, dice));
    });

    [Fact]
    public void A_condition_or_its_opposite_holds_and_never_both() => Any.Sample(some =>
    {
        var reading = Read(some.Form, some.Answers);
        foreach (var condition in some.Form.Pages.Select(page => page.ShowIf).Concat(some.Form.Fields.Select(field => field.ShowIf)).OfType<Condition>())
        {
            Assert.NotEqual(reading.Holds(condition, ""), reading.Holds(new NotCondition(condition), ""));
            Assert.Equal(reading.Holds(condition, ""), reading.Holds(new AllCondition([condition, condition]), ""));
            Assert.Equal(reading.Holds(condition, ""), reading.Holds(new AnyCondition([condition]), ""));
        }
    });

    [Fact]
    public void A_later_answer_never_changes_what_was_asked_before() => Any.Sample(some =>
    {
        for (var at = 0; at < some.Form.Pages.Count; at++)
        {
            var fewer = Copy(some.Answers);
            foreach (var name in some.Answers.Names.Where(name => some.Form.Pages.Skip(at).Any(page => IsOn(page, name))))
            {
                fewer.Set(name, "");
            }

            Assert.Equal(Asked(some.Form, some.Answers).Where(name => IsUpTo(some.Form, at, name)), Asked(some.Form, fewer).Where(name => IsUpTo(some.Form, at, name)));
        }
    });

    [Fact]
    public void An_answer_that_is_not_asked_changes_nothing_and_is_not_filed() => Any.Sample(some =>
    {
        var asked = Asked(some.Form, some.Answers);
        var clean = Copy(some.Answers);
        foreach (var name in some.Answers.Names.Where(name => !asked.Contains(name.Split('.')[0])).ToList())
        {
            clean.Set(name, "");
        }

        Assert.Equal(asked, Asked(some.Form, clean));
        var filed = Content(some.Form, some.Answers).Sections.SelectMany(section => section.Answers).ToList();
        Assert.Equal(asked, filed.Select(answer => answer.Key));
        Assert.Equal(filed, Content(some.Form, clean).Sections.SelectMany(section => section.Answers));
    });

    [Fact]
    public void A_form_that_comes_back_from_the_store_asks_the_same() => Any.Sample(some =>
    {
        var kept = FormShelf.Parse(FormShelf.Write(some.Form));
        Assert.Equal(FormShelf.Write(some.Form), FormShelf.Write(kept));
        Assert.Equal(Asked(some.Form, some.Answers), Asked(kept, AnswerSet.FromJson(some.Answers.ToJson())));
    });

    private static Reading Read(FormDefinition form, AnswerSet answers) => new(form, answers, Filled.Today);

    private static List<string> Asked(FormDefinition form, AnswerSet answers)
    {
        var reading = Read(form, answers);
        return [.. reading.Pages.SelectMany(reading.Fields).Select(field => field.Key)];
    }

    private static FiledContent Content(FormDefinition form, AnswerSet answers) =>
        new Filing(Read(form, answers), new Filled.Gien(), new Dictionary<Guid, Upload>()).Content([]);

    private static AnswerSet Copy(AnswerSet answers) => AnswerSet.FromJson(answers.ToJson());

    private static bool IsOn(PageDefinition page, string name) => page.Fields.Any(field => field.Key == name.Split('.')[0]);

    private static bool IsUpTo(FormDefinition form, int page, string name) => form.Pages.Take(page + 1).Any(earlier => IsOn(earlier, name));

    private static FormDefinition SomeForm(Dice dice)
    {
        var pages = new List<PageDefinition>();
        for (var page = 0; page < 1 + dice.Up(5); page++)
        {
            var earlier = pages.SelectMany(one => one.Fields).ToList();
            var fields = Enumerable.Range(0, 1 + dice.Up(3)).Select(number => SomeField($"f{page}_{number}", earlier, dice)).ToList();
            pages.Add(new PageDefinition($"page-{page}", new Wording("Page"), null, SomeCondition(earlier, dice), fields));
        }

        var word = new Wording("Essai");
        return new FormDefinition("essai", 1, word, word, "divers", "essais", "essais", word, [], 5, [], word, word, 12, new Silence(SilenceRegime.None), null, pages);
    }

    private static FieldDefinition SomeField(string key, List<FieldDefinition> earlier, Dice dice) => new(key, dice.Of(Types), new Wording(key))
    {
        MaxLength = 200,
        Options = [new Option("x", new Wording("X")), new Option("y", new Wording("Y"))],
        ShowIf = SomeCondition(earlier, dice),
    };

    private static Condition? SomeCondition(List<FieldDefinition> earlier, Dice dice, int depth = 0)
    {
        if (earlier.Count == 0 || (depth == 0 && dice.Up(3) == 0))
        {
            return null;
        }

        return (depth < 3 ? dice.Up(6) : 0) switch
        {
            3 => new NotCondition(SomeCondition(earlier, dice, depth + 1)!),
            4 => new AllCondition([SomeCondition(earlier, dice, depth + 1)!, SomeCondition(earlier, dice, depth + 1)!]),
            5 => new AnyCondition([SomeCondition(earlier, dice, depth + 1)!, SomeCondition(earlier, dice, depth + 1)!]),
            _ => new CompareCondition(dice.Of(earlier).Key, dice.Of(Enum.GetValues<Comparison>()), [dice.Of(Wanted), dice.Of(Wanted)]),
        };
    }

    private static AnswerSet SomeAnswers(FormDefinition form, Dice dice)
    {
        var answers = new AnswerSet();
        foreach (var field in form.Fields)
        {
            if (field.Type == FieldType.Date)
            {
                answers.Set($"{field.Key}.day", $"{dice.Up(33)}");
                answers.Set($"{field.Key}.month", $"{dice.Up(14)}");
                answers.Set($"{field.Key}.year", $"{2024 + dice.Up(5)}");
            }
            else
            {
                answers.Set(field.Key, dice.Of(Typed));
            }
        }

        return answers;
    }

    /// <summary>Throws that a test can repeat and make smaller.</summary>
    private sealed class Dice(int[] throws)
    {
        private int next;

        public int Up(int sides) => throws[next++ % throws.Length] % sides;

        public T Of<T>(IReadOnlyList<T> choices) => choices[Up(choices.Count)];
    }
}
