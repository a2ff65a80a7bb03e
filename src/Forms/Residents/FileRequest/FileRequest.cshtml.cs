using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Teleservices.Contracts;
using Teleservices.Forms.Answers;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;

namespace Teleservices.Forms.Residents.FileRequest;

/// <summary>All answers once more, each with its way back, and the button that files.</summary>
internal sealed class FileRequestPage(Drafts drafts, ITerritory territory, IMediator mediator) : PageModel
{
    public string FormTitle { get; private set; } = "";

    public Guid Key { get; private set; }

    /// <summary>State of the draft that is shown.</summary>
    public int Saves { get; private set; }

    public int Steps { get; private set; }

    public string BackTo { get; private set; } = "/";

    public Holder? Holder { get; private set; }

    /// <summary>Sections with the page on which they can be changed, where they can.</summary>
    public IReadOnlyList<(FiledSection Section, string? Change)> Sections { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string form, CancellationToken ct) => await Load(form, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync([FromRoute] string form, Guid key, int saves, CancellationToken ct)
    {
        var result = await mediator.Send(new FileRequest(form, key, saves), ct);
        if (result.Refusal is not null && await Load(form, ct) is { } elsewhere)
        {
            return elsewhere;
        }

        return this.Show(result, request => Redirect(Paths.Confirmation(request)));
    }

    private async Task<IActionResult?> Load(string form, CancellationToken ct)
    {
        if (await drafts.Open(form, ct) is not { } open)
        {
            return Redirect(Paths.YourRequests);
        }

        var (draft, reading) = open;
        var checking = new Checking(reading, territory);
        if (reading.Pages.FirstOrDefault(page => checking.Page(page).Count > 0) is { } incomplete)
        {
            return Redirect(Paths.Page(form, incomplete.Name, returning: true));
        }

        var filing = new Filing(reading, territory, await drafts.Named(open, ct));
        FormTitle = reading.Form.Title.ToString();
        (Key, Saves) = (draft.RequestId, draft.Saves);
        Steps = reading.Pages.Count + 1;
        BackTo = Paths.Page(form, reading.Pages[^1].Name);
        Holder = open.Holder;
        Sections =
        [
            .. reading.Pages.SelectMany(page => filing.Sections(page).Select(section => (section, (string?)Paths.Page(form, page.Name, returning: true)))),
            .. Filing.Charged(open.Options.Prices).Select(section => (section, (string?)null)),
        ];
        return null;
    }
}
