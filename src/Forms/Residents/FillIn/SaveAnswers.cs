using Teleservices.Forms.Answers;
using Teleservices.Forms.Definitions;
using Teleservices.Forms.Residents.StartDraft;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Residents.FillIn;

/// <summary>Keeps what was typed on one page, right or wrong, and says what is wrong.</summary>
/// <param name="Form">Slug of the form.</param>
/// <param name="Page">Name of the page.</param>
/// <param name="Group">The group, when one item of it was filled in.</param>
/// <param name="Item">Which item, from 0.</param>
/// <param name="Typed">Input names and what was typed; several answers joined by line feeds.</param>
[Unvalidated("checked against the form's own definition, which says what each answer must be")]
internal sealed record SaveAnswers(string Form, string Page, string? Group, int Item, IReadOnlyDictionary<string, string> Typed) : ICommand<SavedAnswers>;

/// <summary>What there is to do after a page was kept.</summary>
/// <param name="Next">The page that follows; nothing after the last one.</param>
/// <param name="AskedAnew">Whether an answer brought up questions on the same page that were not there before.</param>
internal sealed record SavedAnswers(PageDefinition? Next, bool AskedAnew);

internal sealed class SaveAnswersHandler(Drafts drafts, Places places, ITerritory territory, TimeProvider clock) : ICommandHandler<SaveAnswers, SavedAnswers>
{
    public Task<Result<SavedAnswers>> Handle(SaveAnswers command, CancellationToken ct) =>
        drafts.Change<SavedAnswers>(command.Form, open => Save(command, open, ct), ct);

    private async Task<Result<SavedAnswers>> Save(SaveAnswers command, OpenDraft open, CancellationToken ct)
    {
        var (draft, reading) = open;
        var page = reading.Form.Page(command.Page)!;
        var group = page.Fields.FirstOrDefault(field => field.Key == command.Group);
        var before = Asked(reading, page, group, command.Item);
        foreach (var (name, typed) in command.Typed)
        {
            reading.Answers.Set(name, typed);
        }

        var anew = Asked(reading, page, group, command.Item).Except(before).ToHashSet();
        var prefix = group is null ? "" : AnswerSet.Prefix(group.Key, command.Item);
        var checking = new Checking(reading, territory);
        var wrong = (group is null ? checking.Page(page) : checking.Item(group, command.Item))
            .Where(refusal => !anew.Any(field => IsOf(refusal.Field!, prefix + field.Key))).ToList();
        if (wrong.Count == 0 && await AtPlace(open, page, ct) is { } nobody)
        {
            wrong.Add(nobody);
        }

        var next = reading.Pages.SkipWhile(other => other != page).Skip(1).FirstOrDefault();
        draft.Keep(reading.Answers, wrong.Count > 0 || group is not null || anew.Count > 0 ? page.Name : next?.Name ?? page.Name, clock.GetUtcNow());
        return wrong is [var first, .. var more] ? first with { More = more } : new SavedAnswers(next, anew.Count > 0);
    }

    /// <summary>Whether nobody answers at the place that was just given: said here, before the rest is typed.</summary>
    private async ValueTask<Refusal?> AtPlace(OpenDraft open, PageDefinition page, CancellationToken ct) =>
        open.Reading.Fields(page).FirstOrDefault(field => field.Key == open.Reading.Form.Place) is { } place
        && open.Reading.Commune("") is { Length: > 0 } cog
        && await places.RefusalAt(open.Reading.Form, cog, ct, isBegun: cog == open.Draft.CommuneCog) is { } refusal
            ? refusal with { Field = place.Type == FieldType.Address ? $"{place.Key}.commune" : place.Key }
            : null;

    /// <summary>Whether an input belongs to a question: its own, or a part of it.</summary>
    private static bool IsOf(string input, string question) => input == question || input.StartsWith($"{question}.", StringComparison.Ordinal);

    private static HashSet<FieldDefinition> Asked(Reading reading, PageDefinition page, FieldDefinition? group, int item) =>
        [.. group is null ? reading.Fields(page) : reading.Fields(group, item)];
}
