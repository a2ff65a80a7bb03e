using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Teleservices.Forms.Answers;
using Teleservices.Forms.Definitions;
using Teleservices.Forms.Model;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;
using Teleservices.Platform.Web.Components;

namespace Teleservices.Forms.Residents.FillIn;

/// <summary>One page of a form, or one item of a repeating group on it. Larger posts than any upload may be are read, to be refused politely.</summary>
[RequestSizeLimit(64 * 1024 * 1024)]
[RequestFormLimits(MultipartBodyLengthLimit = 64 * 1024 * 1024)]
[EnableRateLimiting(RateLimits.Upload)]
internal sealed class FillInPage(Drafts drafts, ITerritory territory, IMediator mediator, IStringLocalizer<Texts> texts) : PageModel
{
    private Reading reading = null!;
    private PageDefinition page = null!;
    private FieldDefinition? group;
    private int item;
    private IReadOnlyDictionary<Guid, Upload> uploads = new Dictionary<Guid, Upload>();

    public string FormTitle => reading.Form.Title.ToString();

    public bool IsItem => group is not null;

    public string Title => group is null ? page.Title.ToString() : $"{group.Item} {item + 1}";

    public string? Intro => group is null ? page.Intro?.ToString() : null;

    public int Step => Index + 1;

    /// <summary>The check page is the last step.</summary>
    public int Steps => reading.Pages.Count + 1;

    public string BackTo => group is not null ? Here : Index > 0 ? Paths.Page(reading.Form.Slug, reading.Pages[Index - 1].Name) : Paths.Form(reading.Form.Slug);

    public IEnumerable<FieldView> Fields => Asked.Select(View);

    private string Here => Paths.Page(reading.Form.Slug, page.Name);

    private string Prefix => group is null ? "" : AnswerSet.Prefix(group.Key, item);

    private int Index => reading.Pages.ToList().IndexOf(page);

    private IEnumerable<FieldDefinition> Asked => group is null ? reading.Fields(page) : reading.Fields(group, item);

    public async Task<IActionResult> OnGetAsync(string form, string step, string? group, int? item, CancellationToken ct)
    {
        if (await Load(form, step, group, item, ct) is { } elsewhere)
        {
            return elsewhere;
        }

        ShowTyped();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string form, string step, string? group, int? item, string? act, CancellationToken ct)
    {
        if (await Load(form, step, group, item, ct) is { } elsewhere)
        {
            return elsewhere;
        }

        var (verb, target) = act?.Split(':', 2) is [var first, .. var rest] ? (first, rest.FirstOrDefault() ?? "") : ("", "");
        if (verb == "remove-item")
        {
            await mediator.Send(new RemoveItem(form, this.group!.Key, this.item), ct);
            return Redirect(Here);
        }

        foreach (var file in Request.Form.Files.Where(file => file.Length > 0 || file.FileName.Length > 0))
        {
            if (Asked.FirstOrDefault(field => field.Type == FieldType.File && Prefix + field.Key == file.Name) is { } field
                && await mediator.Send(new AttachFile(form, file.Name, field, file), ct) is { Refusal: { } refusal })
            {
                this.Refuse(refusal);
            }
        }

        if (verb == "remove-file")
        {
            await mediator.Send(new DetachFile(form, target), ct);
        }

        var saved = await mediator.Send(new SaveAnswers(form, step, group, this.item, PostedAnswers.Of(Request.Form, Asked, Prefix)), ct);
        if (verb == "add-item" && reading.Fields(page).Any(field => field.Key == target))
        {
            var added = await mediator.Send(new AddItem(form, target), ct);
            return this.Show(added, number => Redirect(Paths.Item(form, step, target, number)));
        }

        if (verb == "remove-file")
        {
            return Redirect(Request.Path);
        }

        return await GoOn(saved, form, step, group, item, ct);
    }

    private async Task<IActionResult> GoOn(Platform.Results.Result<SavedAnswers> saved, string form, string step, string? group, int? item, CancellationToken ct)
    {
        if (saved.Refusal is { } refusal)
        {
            foreach (var one in refusal.All().Where(one => one.Field is null || ModelState.GetFieldValidationState(one.Field) != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid))
            {
                this.Refuse(one with { More = [] });
            }
        }

        if (!ModelState.IsValid)
        {
            await Load(form, step, group, item, ct);
            ShowTyped();
            return Page();
        }

        if (saved.Value.AskedAnew)
        {
            this.Notice(texts["Votre réponse amène une question de plus sur cette page."]);
            return Redirect(Request.Path);
        }

        return Redirect(this.group is not null ? Here : saved.Value.Next is { } next ? Paths.Page(form, next.Name) : Paths.Check(form));
    }

    /// <summary>Finds the place in the draft; answers with another place when this one is not asked (any more).</summary>
    private async Task<IActionResult?> Load(string form, string step, string? group, int? item, CancellationToken ct)
    {
        if (await drafts.Open(form, ct) is not { } open)
        {
            return Redirect(Paths.Form(form));
        }

        (var draft, reading) = open;
        if (reading.Form.Page(step) is not { } found)
        {
            return NotFound();
        }

        page = found;
        if (!reading.Pages.Contains(found))
        {
            return Redirect(Paths.Page(form, reading.Pages[0].Name));
        }

        this.group = reading.Fields(found).FirstOrDefault(field => field.Type == FieldType.Group && field.Key == group);
        this.item = (item ?? 1) - 1;
        if (group is not null && (this.group is null || this.item < 0 || this.item >= reading.Answers.Items(group)))
        {
            return NotFound();
        }

        uploads = await drafts.Uploads(draft, ct);
        return null;
    }

    /// <summary>What was typed, right or wrong, stands in the inputs.</summary>
    private void ShowTyped()
    {
        foreach (var name in reading.Answers.Names)
        {
            var several = reading.Answers.Several(name).ToArray();
            var isChoices = Asked.Any(field => field.Type == FieldType.Choices && Prefix + field.Key == name);
            ModelState.SetModelValue(name, isChoices ? several : reading.Answers[name], reading.Answers[name]);
        }
    }

    private FieldView View(FieldDefinition field)
    {
        var name = Prefix + field.Key;
        return new FieldView(field, name)
        {
            IsPlace = reading.Form.Place == field.Key,
            Communes = field.Type is FieldType.Commune or FieldType.Address ? [.. territory.Communes.Select(commune => new Choice(commune.Cog, commune.Name))] : [],
            Upload = field.Type == FieldType.File && Guid.TryParse(reading.Answers[name], out var id) ? uploads.GetValueOrDefault(id) : null,
            Error = ModelState[name]?.Errors is [var error, ..] ? error.ErrorMessage : null,
            Items = field.Type == FieldType.Group ? [.. Enumerable.Range(0, reading.Answers.Items(field.Key)).Select(number => InWords(field, number))] : [],
            ItemPath = number => Paths.Item(reading.Form.Slug, page.Name, field.Key, number),
        };
    }

    /// <summary>The first answers of an item, to tell it from the others.</summary>
    private string InWords(FieldDefinition field, int number)
    {
        var words = new Filing(reading, territory, uploads).Sections(page)
            .SelectMany(section => section.Answers)
            .Where(answer => answer.Key.StartsWith(AnswerSet.Prefix(field.Key, number), StringComparison.Ordinal) && answer.Value.Fr != "—")
            .Take(3).Select(answer => answer.Value.InWords());
        var text = string.Join(", ", words);
        return text.Length > 0 ? text : texts["À compléter"];
    }
}
