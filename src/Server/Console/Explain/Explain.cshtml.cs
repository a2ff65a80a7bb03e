using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Teleservices.Dispatch;
using Teleservices.Forms.Catalogue;
using Teleservices.Platform.Results;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;
using Teleservices.Platform.Web.Components;

namespace Teleservices.Server.Explain;

/// <summary>Who answers for an e-service or a competence, in a commune, on a day, and why.</summary>
internal sealed class ExplainPage(IMediator mediator, ITerritory territory, TimeProvider clock) : PageModel
{
    /// <summary>Above so many communes a list is no help: the code is typed.</summary>
    private const int CommunesInList = 500;

    private const string Form = "demarche:";
    private const string Competence = "competence:";

    /// <summary><c>demarche:slug</c> or <c>competence:code</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "quoi")]
    public string? What { get; set; }

    [BindProperty(SupportsGet = true, Name = "commune")]
    public string? Cog { get; set; }

    [BindProperty(SupportsGet = true, Name = "date")]
    public string? On { get; set; }

    internal IReadOnlyList<Choice> Forms { get; private set; } = [];

    internal IReadOnlyList<Choice> Competences { get; private set; } = [];

    internal IReadOnlyList<Choice>? Communes { get; private set; }

    internal RoutingExplanation? Explanation { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var forms = await mediator.Send(new PublishedForms(), ct);
        var competences = await mediator.Send(new CompetenceList(), ct);
        Forms = [.. forms.Select(form => new Choice(Form + form.Slug, form.Title.ToString()))];
        Competences = [.. competences.Select(competence => new Choice(Competence + competence.Code, competence.Label.ToString()))];
        Communes = territory.Communes.Count <= CommunesInList
            ? [.. territory.Communes.Select(commune => new Choice(commune.Cog, $"{commune.Name} ({commune.Cog})"))]
            : null;
        On ??= clock.LegalToday().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (What is null && Cog is null)
        {
            return;
        }

        var code = What switch
        {
            { } what when what.StartsWith(Form, StringComparison.Ordinal) => forms.FirstOrDefault(form => form.Slug == what[Form.Length..])?.Competence,
            { } what when what.StartsWith(Competence, StringComparison.Ordinal) => what[Competence.Length..],
            _ => null,
        };
        if (code is null)
        {
            this.Refuse(new Refusal("Choisissez une démarche ou une compétence.") { Field = "quoi" });
        }

        if (territory.Commune(Cog?.Trim() ?? "") is null)
        {
            this.Refuse(new Refusal("Choisissez une commune de la plateforme.") { Field = "commune" });
        }

        if (!DateOnly.TryParseExact(On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on))
        {
            this.Refuse(new Refusal("Indiquez une date, par exemple 2027-01-01.") { Field = "date" });
        }

        if (ModelState.IsValid)
        {
            Explanation = await mediator.Send(new ExplainRouting(code!, Cog!.Trim(), on), ct);
        }
    }
}
