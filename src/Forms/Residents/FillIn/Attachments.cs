using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Teleservices.Forms.Definitions;
using Teleservices.Platform.Data;
using Teleservices.Platform.Files;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Forms.Residents.FillIn;

/// <summary>Puts a file into a draft, in place of the one that was there.</summary>
[Unvalidated("the file is looked at by its content")]
internal sealed record AttachFile(string Form, string Name, FieldDefinition Field, IFormFile File) : ICommand;

internal sealed class AttachFileHandler(TeleservicesDb db, Drafts drafts, FileGate gate, IFileStore store, TimeProvider clock) : ICommandHandler<AttachFile, Done>
{
    public async Task<Result<Done>> Handle(AttachFile command, CancellationToken ct)
    {
        var admitted = await gate.Admit(command.File, command.Field.Accept, command.Field.MaxMegabytes, ct);
        if (admitted.Refusal is { } refusal)
        {
            return refusal with { Field = command.Name };
        }

        var upload = admitted.Value;
        Guid? replaced = null;
        var done = await drafts.Change<Done>(command.Form, async open =>
        {
            var (draft, reading) = open;
            upload.DraftId = draft.Id;
            db.Add(upload);
            replaced = await DetachFileHandler.Detach(db, draft.Id, reading.Answers[command.Name], ct);
            reading.Answers.Set(command.Name, upload.Id.ToString());
            draft.Keep(reading.Answers, draft.Page, clock.GetUtcNow());
            return Done.Yes;
        }, ct);
        await store.DeleteAll(replaced is { } file ? [file] : []);
        return done;
    }
}

/// <summary>Takes a file out of a draft; one that is gone already is fine.</summary>
[Unvalidated("the file is looked up in the draft")]
internal sealed record DetachFile(string Form, string Name) : ICommand;

internal sealed class DetachFileHandler(TeleservicesDb db, Drafts drafts, IFileStore store, TimeProvider clock) : ICommandHandler<DetachFile, Done>
{
    public async Task<Result<Done>> Handle(DetachFile command, CancellationToken ct)
    {
        Guid? removed = null;
        var done = await drafts.Change<Done>(command.Form, async open =>
        {
            var (draft, reading) = open;
            removed = await Detach(db, draft.Id, reading.Answers[command.Name], ct);
            if (removed is not null)
            {
                reading.Answers.Set(command.Name, "");
                draft.Keep(reading.Answers, draft.Page, clock.GetUtcNow());
            }

            return Done.Yes;
        }, ct);
        await store.DeleteAll(removed is { } file ? [file] : []);
        return done;
    }

    /// <summary>Removes the row of a draft's file; the bytes go after the commit.</summary>
    public static async Task<Guid?> Detach(TeleservicesDb db, Guid draft, string answer, CancellationToken ct)
    {
        if (Guid.TryParse(answer, out var id) && await db.Uploads.SingleOrDefaultAsync(upload => upload.Id == id && upload.DraftId == draft, ct) is { } upload)
        {
            db.Remove(upload);
            return upload.FileId;
        }

        return null;
    }
}
