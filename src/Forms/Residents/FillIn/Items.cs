using Teleservices.Forms.Definitions;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Forms.Residents.FillIn;

/// <summary>Adds an empty item to a repeating group; answers with its number.</summary>
[Unvalidated("the group is looked up in the form")]
internal sealed record AddItem(string Form, string Group) : ICommand<int>;

internal sealed class AddItemHandler(TeleservicesDb db, Drafts drafts, TimeProvider clock) : ICommandHandler<AddItem, int>
{
    public async Task<Result<int>> Handle(AddItem command, CancellationToken ct)
    {
        var (draft, reading) = await drafts.Open(command.Form, ct) ?? throw new InvalidOperationException($"No draft of {command.Form}.");
        var group = reading.Form.Fields.Single(field => field.Type == FieldType.Group && field.Key == command.Group);
        if (reading.Answers.Items(group.Key) >= group.MaxItems)
        {
            return new Refusal("« {0} » : {1} au plus", group.Label, group.MaxItems) { Field = group.Key };
        }

        var added = reading.Answers.AddItem(group.Key);
        draft.Keep(reading.Answers, draft.Page, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return added;
    }
}

/// <summary>Takes an item out of a repeating group.</summary>
[Unvalidated("the item is looked up in the draft")]
internal sealed record RemoveItem(string Form, string Group, int Item) : ICommand;

internal sealed class RemoveItemHandler(TeleservicesDb db, Drafts drafts, TimeProvider clock) : ICommandHandler<RemoveItem, Done>
{
    public async Task<Result<Done>> Handle(RemoveItem command, CancellationToken ct)
    {
        var (draft, reading) = await drafts.Open(command.Form, ct) ?? throw new InvalidOperationException($"No draft of {command.Form}.");
        reading.Answers.RemoveItem(command.Group, command.Item);
        draft.Keep(reading.Answers, draft.Page, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Done.Yes;
    }
}
