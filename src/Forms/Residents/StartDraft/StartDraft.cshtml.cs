using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Teleservices.Forms.Catalogue;
using Teleservices.Forms.Definitions;
using Teleservices.Forms.Model;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;
using Teleservices.Platform.Web.Components;

namespace Teleservices.Forms.Residents.StartDraft;

/// <summary>Between the presentation and the first page: goes straight on where nothing is to be asked, and else asks for the place and says who answers there.</summary>
internal sealed class StartDraftPage(
    TeleservicesDb db, FormShelf shelf, Drafts drafts, Places places, ITerritory territory, IMediator mediator, IStringLocalizer<Texts> texts) : PageModel
{
    /// <summary>The answer that leads to the search.</summary>
    public const string Elsewhere = "ailleurs";

    private FormDefinition form = null!;
    private IReadOnlyList<Place> usual = [];
    private IReadOnlyList<Place> found = [];

    public string Form => form.Slug;

    public string Title => form.Title.ToString();

    public Draft? Found { get; private set; }

    public string Resume => Paths.Page(Form, Found!.Page!);

    /// <summary>Code of the commune, or <see cref="Elsewhere"/>.</summary>
    [BindProperty]
    public string? Commune { get; set; }

    /// <summary>Postcode or name of another commune.</summary>
    [BindProperty]
    public string? Search { get; set; }

    /// <summary>Whether a draft that is there already is thrown away.</summary>
    [BindProperty(SupportsGet = true, Name = Paths.AfreshKey)]
    public bool Afresh { get; set; }

    public bool AsksPlace => places.AreAsked(form);

    /// <summary>Whether another commune than those in the list can be meant.</summary>
    public bool HasSearch => places.AreMore(form);

    /// <summary>Why a request cannot be for where the resident lives.</summary>
    public string? NotAtHome { get; private set; }

    public string Question => form.Place is null ? texts["Quelle commune votre demande concerne-t-elle ?"]
        : IsAboutAddress ? texts["Pour quelle adresse ?"] : texts["Pour quelle commune ?"];

    public string? Hint => form.Place is null ? texts["Celle de votre domicile, le plus souvent."]
        : IsAboutAddress ? texts["Votre domicile, une résidence secondaire, le logement d’un parent… Le lieu décide de l’administration qui vous répond."]
        : PlaceField.Label.ToString();

    public string CommuneInWords => territory.Commune(Found!.CommuneCog)?.Name ?? Found.CommuneCog;

    /// <summary>Who answers, wherever it is among the places offered; nothing where that depends on the place.</summary>
    public string? Everywhere => Offered.Select(Answer).Distinct().ToList() is [var only] ? only : null;

    public IEnumerable<Choice> Choices
    {
        get
        {
            var differ = Everywhere is null;
            return Offered
                .Select(place => new Choice(
                    place.Commune.Cog,
                    place.IsHome ? texts["Mon domicile : {0}", place.Commune.InWords()] : place.Commune.InWords(),
                    differ ? Answer(place) : null))
                .Concat(HasSearch ? [new Choice(Elsewhere, texts["Un autre lieu"], texts["Une autre administration peut répondre, selon le lieu que vous indiquerez."])] : []);
        }
    }

    private List<Place> Offered => [.. found, .. usual.Where(one => found.All(other => other.Commune.Cog != one.Commune.Cog))];

    private FieldDefinition PlaceField => form.Fields.Single(asked => asked.Key == form.Place);

    private string Answer(Place place) => texts["{0} vous répond. Fondement : {1}", place.Holder.Administration.Name, place.Holder.LegalAct];

    private bool IsAboutAddress => PlaceField.Type == FieldType.Address;

    /// <param name="form">Slug of the form.</param>
    /// <param name="lieu">Postcode or name that was searched for.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnGetAsync(string form, string? lieu, CancellationToken ct)
    {
        if (!await Load(form, ct))
        {
            return NotFound();
        }

        Found = Afresh ? null : await drafts.Find(form, ct);
        if (Found is null && !AsksPlace)
        {
            // The presentation says who does not take this online.
            var begun = await mediator.Send(new StartDraft(Form, null, Afresh), ct);
            return Redirect(begun.Refusal is null ? Paths.Page(Form, begun.Value.Page!) : Paths.Form(Form));
        }

        if (lieu is not null && HasSearch)
        {
            Search = lieu;
            await Look(ct);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string form, CancellationToken ct)
    {
        if (!await Load(form, ct))
        {
            return NotFound();
        }

        // Whoever types a place and forgets to tick it means it.
        if (AsksPlace && HasSearch && (Commune == Elsewhere || (Commune is null && !string.IsNullOrWhiteSpace(Search))))
        {
            Commune = Elsewhere;
            return await Look(ct) ? Redirect(Paths.Start(Form, Search!.Trim(), Afresh)) : Page();
        }

        // «Begin afresh» asks for the place again before it throws anything away.
        return AsksPlace && Afresh && Commune is null && !Request.Form.ContainsKey(nameof(Search)) ? Redirect(Paths.Start(Form, null, afresh: true)) : await Start(ct);
    }

    /// <summary>Looks for what was typed; says why when there is nothing.</summary>
    private async Task<bool> Look(CancellationToken ct)
    {
        var result = await places.Search(form, Search, ct);
        if (result.Refusal is { } refusal)
        {
            this.Refuse(refusal with { Field = nameof(Search) });
            Commune = Elsewhere;
            return false;
        }

        found = result.Value;
        Commune = found is [var only] ? only.Commune.Cog : null;
        return true;
    }

    private async Task<bool> Load(string slug, CancellationToken ct)
    {
        if (await shelf.Newest(db, slug, ct) is not { } newest)
        {
            return false;
        }

        form = newest;
        if (AsksPlace)
        {
            var home = await places.Home(form, ct);
            usual = await places.Usual(form, home, ct);
            NotAtHome = home is not null && await places.RefusalAt(form, home.Cog, ct) is { } refusal ? refusal.InWords(texts) : null;
        }

        return true;
    }

    private async Task<IActionResult> Start(CancellationToken ct) => this.Show(
        await mediator.Send(new StartDraft(Form, Commune, Afresh), ct),
        draft => Redirect(Paths.Page(Form, draft.Page!)));
}
