using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Teleservices.Forms.Catalogue;
using Teleservices.Forms.Definitions;
using Teleservices.Forms.Model;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;
using Teleservices.Platform.Web.Components;

namespace Teleservices.Forms.Residents.StartDraft;

/// <summary>Between the presentation and the first page: goes straight on where nothing is to be asked.</summary>
internal sealed class StartDraftPage(
    TeleservicesDb db, FormShelf shelf, Drafts drafts, Current current, ITerritory territory, TimeProvider clock, IMediator mediator) : PageModel
{
    public string Form { get; private set; } = "";

    public string Title { get; private set; } = "";

    public Draft? Found { get; private set; }

    public string Resume => Paths.Page(Form, Found!.Page!);

    [BindProperty]
    public string? Commune { get; set; }

    [BindProperty]
    public bool Afresh { get; set; }

    public IEnumerable<Choice> Communes => territory.ServedBy(current.RequiredAdministration.Id, clock.LegalToday())
        .Select(territory.Commune).OfType<CommuneInfo>().OrderBy(commune => commune.Name, StringComparer.InvariantCulture)
        .Select(commune => new Choice(commune.Cog, commune.Name));

    public async Task<IActionResult> OnGetAsync(string form, CancellationToken ct)
    {
        if (await Load(form, ct) is null)
        {
            return NotFound();
        }

        Found = await drafts.Find(form, ct);
        return Found is null && current.RequiredAdministration.Kind == AdministrationKind.Commune ? await Start(ct) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string form, CancellationToken ct) =>
        await Load(form, ct) is null ? NotFound() : await Start(ct);

    private async Task<FormDefinition?> Load(string form, CancellationToken ct)
    {
        var found = await shelf.Newest(db, form, ct);
        (Form, Title) = (form, found?.Title.ToString() ?? "");
        return found;
    }

    private async Task<IActionResult> Start(CancellationToken ct) => this.Show(
        await mediator.Send(new StartDraft(Form, Commune, Afresh), ct),
        draft => Redirect(Paths.Page(Form, draft.Page!)));
}
