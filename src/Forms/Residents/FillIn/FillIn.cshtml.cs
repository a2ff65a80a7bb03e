using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Teleservices.Forms.Answers;
using Teleservices.Forms.Definitions;
using Teleservices.Forms.Model;
using Teleservices.Forms.Residents.StartDraft;
using Teleservices.Platform.Results;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;
using Teleservices.Platform.Web.Components;

namespace Teleservices.Forms.Residents.FillIn;

/// <summary>One page of a form, or one item of a repeating group on it. Larger posts than any upload may be are read, to be refused politely.</summary>
[RequestSizeLimit(64 * 1024 * 1024)]
[RequestFormLimits(MultipartBodyLengthLimit = 64 * 1024 * 1024)]
[EnableRateLimiting(RateLimits.Upload)]
internal sealed class FillInPage(Drafts drafts, Places places, ITerritory territory, IMediator mediator, IStringLocalizer<Texts> texts) : PageModel
{
    private Reading reading = null!;
    private PageDefinition page = null!;
    private FieldDefinition? group;
    private int item;
    private IReadOnlyDictionary<Guid, Upload> uploads = new Dictionary<Guid, Upload>();
    private IReadOnlyList<CommuneInfo> served = [];

    /// <summary>Name of the form, of its page, of the group on it, and number of the item from 1: from the address, never from an input.</summary>
    [FromRoute]
    public string Form { get; set; } = "";

    [FromRoute]
    public string Step { get; set; } = "";

    [FromRoute]
    public string? Group { get; set; }

    [FromRoute]
    public int? Item { get; set; }

    /// <summary>Whether the person came to change an answer, and goes back to the check page.</summary>
    [FromQuery(Name = Paths.ReturnKey)]
    public string? Return { get; set; }

    public string FormTitle => reading.Form.Title.ToString();

    public bool IsItem => group is not null;

    public bool HasFiles => Asked.Any(asked => asked.Type == FieldType.File);

    public string Title => group is null ? page.Title.ToString() : $"{group.Item} {item + 1}";

    public string? Intro => group is null ? page.Intro?.ToString() : null;

    public int Number => Index + 1;

    /// <summary>The check page is the last step.</summary>
    public int Numbers => reading.Pages.Count + 1;

    /// <summary>How many items the group has now.</summary>
    public int Items => group is null ? 0 : reading.Answers.Items(group.Key);

    public string BackTo =>
        group is not null ? Here
        : IsReturning ? Paths.Check(Form)
        : Index > 0 ? Paths.Page(Form, reading.Pages[Index - 1].Name)
        : Paths.Form(Form);

    public IEnumerable<FieldView> Fields => Asked.Select(View);

    private bool IsReturning => Return == Paths.ReturnToCheck;

    private string Here => Paths.Page(Form, page.Name, IsReturning);

    private string Prefix => group is null ? "" : AnswerSet.Prefix(group.Key, item);

    private int Index => reading.Pages.ToList().IndexOf(page);

    private IEnumerable<FieldDefinition> Asked => group is null ? reading.Fields(page) : reading.Fields(group, item);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await Load(ct) is { } elsewhere)
        {
            return elsewhere;
        }

        if (IsReturning)
        {
            var checking = new Checking(reading, territory);
            Tell(group is null ? checking.Page(page) : checking.Item(group, item));
        }

        ShowTyped();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? act, CancellationToken ct)
    {
        if (await Load(ct) is { } elsewhere)
        {
            return elsewhere;
        }

        var (verb, target, seen) = act?.Split(':') is { } parts ? (parts[0], parts.ElementAtOrDefault(1) ?? "", Count(parts.ElementAtOrDefault(2))) : ("", "", 0);
        if (verb == "remove-item" && group is not null)
        {
            await mediator.Send(new RemoveItem(Form, group.Key, item, seen), ct);
            return Redirect(Here);
        }

        await Attach(ct);
        if (verb == "remove-file")
        {
            await mediator.Send(new DetachFile(Form, target), ct);
        }

        var typed = PostedAnswers.Of(Request.Form, Asked, Prefix);
        Recognise(typed);
        var saved = await mediator.Send(new SaveAnswers(Form, Step, Group, item, typed), ct);
        if (verb == "remove-file")
        {
            return Redirect(Request.Path + Request.QueryString);
        }

        if (verb == "add-item" && group is null && Asked.Any(field => field.Type == FieldType.Group && field.Key == target))
        {
            var added = await mediator.Send(new AddItem(Form, target, seen), ct);
            if (added.Refusal is null)
            {
                return Redirect(Paths.Item(Form, page.Name, target, added.Value, IsReturning));
            }

            this.Refuse(added.Refusal);
        }

        return await GoOn(saved, ct);
    }

    /// <summary>Takes the files that came along; what is wrong with one is said at its field, and the other answers are kept.</summary>
    private async Task Attach(CancellationToken ct)
    {
        foreach (var file in Request.Form.Files.Where(file => file.Length > 0 || file.FileName.Length > 0))
        {
            if (Asked.FirstOrDefault(field => field.Type == FieldType.File && Prefix + field.Key == file.Name) is { } field
                && await mediator.Send(new AttachFile(Form, file.Name, field, file), ct) is { Refusal: { } refusal })
            {
                this.Refuse(refusal);
            }
        }
    }

    private async Task<IActionResult> GoOn(Result<SavedAnswers> saved, CancellationToken ct)
    {
        Tell(saved.Refusal?.All() ?? []);
        if (!ModelState.IsValid)
        {
            await Load(ct);
            ShowTyped();
            return Page();
        }

        if (saved.Value.AskedAnew)
        {
            this.Notice(texts["Votre réponse amène une question de plus sur cette page."]);
            return Redirect(Request.Path + Request.QueryString);
        }

        return Redirect(group is not null ? Here : !IsReturning && saved.Value.Next is { } next ? Paths.Page(Form, next.Name) : Paths.Check(Form));
    }

    /// <summary>Finds the place in the draft; answers with another place when this one is not asked (any more).</summary>
    private async Task<IActionResult?> Load(CancellationToken ct)
    {
        if (await drafts.Open(Form, ct) is not { } open)
        {
            return Redirect(Paths.Form(Form));
        }

        reading = open.Reading;
        if (reading.Form.Page(Step) is not { } found)
        {
            return NotFound();
        }

        page = found;
        if (!reading.Pages.Contains(found))
        {
            return Redirect(Paths.Page(Form, reading.Pages[0].Name));
        }

        group = reading.Fields(found).FirstOrDefault(field => field.Type == FieldType.Group && field.Key == Group);
        item = (Item ?? 1) - 1;
        if (Group is not null && (group is null || item < 0 || item >= reading.Answers.Items(Group)))
        {
            return Redirect(Here);
        }

        served = HasList && Asked.Any(field => field.Key == reading.Form.Place) ? await places.Served(reading.Form, ct) : [];
        uploads = found.Fields.Any(FormDefinition.TakesFiles) ? await drafts.Named(open, ct) : uploads;
        return null;
    }

    /// <summary>One sentence for each input.</summary>
    private void Tell(IEnumerable<Refusal> refusals)
    {
        foreach (var one in refusals.Where(one => one.Field is null || ModelState.GetFieldValidationState(one.Field) != ModelValidationState.Invalid))
        {
            this.Refuse(one with { More = [] });
        }
    }

    /// <summary>Of more communes nobody finds theirs in a list, and a page of the whole country would weigh megabytes.</summary>
    private bool HasList => territory.Communes.Count <= CommuneSearch.Most;

    /// <summary>Where a commune is typed and not chosen, its code is what is kept; what is not recognised stays as it was typed.</summary>
    private void Recognise(Dictionary<string, string> typed)
    {
        foreach (var (name, postcode) in HasList ? [] : Communes())
        {
            var text = typed.GetValueOrDefault(name, "");
            var found = postcode is null ? territory.Typed(text) : territory.Find(typed.GetValueOrDefault(postcode, "").Trim(), text) ?? territory.Typed(text);
            typed[name] = found?.Cog ?? text;
        }
    }

    /// <summary>Names of the inputs that mean a commune of the register, with that of the postcode beside them.</summary>
    private IEnumerable<(string Name, string? Postcode)> Communes() =>
        Asked.Where(field => field.Type == FieldType.Commune).Select(field => (Prefix + field.Key, (string?)null))
            .Concat(Asked.Where(field => field.Type == FieldType.Address && reading.Form.Place == field.Key)
                .Select(field => ($"{Prefix}{field.Key}.commune", (string?)$"{Prefix}{field.Key}.postcode")));

    /// <summary>What was typed, right or wrong, stands in the inputs; a commune that was recognised by its name.</summary>
    private void ShowTyped()
    {
        ShowAnswers();
        foreach (var (name, postcode) in HasList ? [] : Communes())
        {
            if (territory.Commune(reading.Answers[name]) is { } commune)
            {
                var words = postcode is null ? commune.InWords() : commune.Name;
                ModelState.SetModelValue(name, words, words);
            }
        }
    }

    private void ShowAnswers()
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
        var isPlace = reading.Form.Place == field.Key;
        return new FieldView(field, name)
        {
            IsPlace = isPlace,
            Communes = field.Type is not (FieldType.Commune or FieldType.Address) ? [] : HasList ? [.. (isPlace ? served : territory.Communes).Select(commune => new Choice(commune.Cog, commune.Name))] : Meant(name, field.Type),
            Upload = field.Type == FieldType.File && Guid.TryParse(reading.Answers[name], out var id) ? uploads.GetValueOrDefault(id) : null,
            Error = ModelState[name]?.Errors is [var error, ..] ? error.ErrorMessage : null,
            Items = field.Type == FieldType.Group ? [.. Enumerable.Range(0, reading.Answers.Items(field.Key)).Select(number => InWords(field, number))] : [],
            ItemPath = number => Paths.Item(Form, page.Name, field.Key, number, IsReturning),
        };
    }

    /// <summary>The communes that what was typed can mean, when it is not clear which: chosen, not typed again.</summary>
    private IReadOnlyList<Choice> Meant(string name, FieldType type)
    {
        var input = type == FieldType.Address ? $"{name}.commune" : name;
        var typed = reading.Answers[input];
        var meant = typed.Length == 0 || territory.Commune(typed) is not null || ModelState[input]?.Errors is not { Count: > 0 } || Communes().All(one => one.Name != input) ? []
            : territory.At(reading.Answers[$"{name}.postcode"]) is { Count: > 0 } here ? here : territory.Like(typed);
        return meant.Count == 0 ? []
            : [new Choice(typed, texts["{0} : à préciser", typed]), .. meant.Select(commune => new Choice(commune.Cog, commune.InWords())), new Choice("", texts["Une autre commune"])];
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

    private static int Count(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
}
