using Teleservices.Forms.Definitions;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Forms.Residents.FillIn;

/// <summary>Adds an empty item to a repeating group; answers with its number.</summary>
/// <param name="Form">Slug of the form.</param>
/// <param name="Group">Key of the group.</param>
/// <param name="Seen">How many items the page showed: a double click adds one item, not two.</param>
[Unvalidated("the group is looked up in the form")]
internal sealed record AddItem(string Form, string Group, int Seen) : ICommand<int>;

internal sealed class AddItemHandler(Drafts drafts, TimeProvider clock) : ICommandHandler<AddItem, int>
{
    public Task<Result<int>> Handle(AddItem command, CancellationToken ct) =>
        drafts.Change<int>(command.Form, open => Task.FromResult(Add(command, open)), ct);

    private Result<int> Add(AddItem command, OpenDraft open)
    {
        var answers = open.Reading.Answers;
        var group = open.Reading.Form.Fields.Single(field => field.Type == FieldType.Group && field.Key == command.Group);
        var count = answers.Items(group.Key);
        if (count > command.Seen)
        {
            return count - 1;
        }

        if (count >= group.MaxItems)
        {
            return new Refusal("« {0} » : {1} au plus", group.Label, group.MaxItems) { Field = group.Key };
        }

        var added = answers.AddItem(group.Key);
        open.Draft.Keep(answers, open.Draft.Page, clock.GetUtcNow());
        return added;
    }
}

/// <summary>Takes an item out of a repeating group; one that is gone already is fine.</summary>
/// <param name="Form">Slug of the form.</param>
/// <param name="Group">Key of the group.</param>
/// <param name="Item">Which item, from 0.</param>
/// <param name="Seen">How many items there were: a double click takes one item out, not the next one too.</param>
[Unvalidated("the item is looked up in the draft")]
internal sealed record RemoveItem(string Form, string Group, int Item, int Seen) : ICommand;

internal sealed class RemoveItemHandler(Drafts drafts, TimeProvider clock) : ICommandHandler<RemoveItem, Done>
{
    public Task<Result<Done>> Handle(RemoveItem command, CancellationToken ct) =>
        drafts.Change<Done>(command.Form, open => Task.FromResult(Remove(command, open)), ct);

    private Result<Done> Remove(RemoveItem command, OpenDraft open)
    {
        var answers = open.Reading.Answers;
        if (answers.Items(command.Group) == command.Seen)
        {
            answers.RemoveItem(command.Group, command.Item);
            open.Draft.Keep(answers, open.Draft.Page, clock.GetUtcNow());
        }

        return Done.Yes;
    }
}
