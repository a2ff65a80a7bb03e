using System.Globalization;
using MediatR;
using Teleservices.Dispatch;
using Teleservices.Forms.Catalogue;
using Teleservices.Forms.Offers;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Server.Residents.Home;

/// <summary>An e-service with who answers.</summary>
internal sealed record OfferedForm(PublishedForm Form, AdministrationInfo Holder);

/// <summary>A heading with its e-services.</summary>
internal sealed record OfferedTheme(CatalogueTheme Theme, IReadOnlyList<OfferedForm> Forms);

/// <summary>
/// Which e-services a portal offers: on a commune's host those of all three levels for its residents, on the host of an EPCI or a
/// département those that it answers itself somewhere in its territory.
/// </summary>
internal sealed class Catalogue(IMediator mediator, ITenantStore tenants, TimeProvider clock)
{
    public async Task<IReadOnlyList<OfferedTheme>> Of(AdministrationInfo portal, string? search, CancellationToken ct)
    {
        var published = await mediator.Send(new PublishedForms(), ct);
        var holders = await Holders(portal, [.. published.Select(form => form.Competence).Distinct()], ct);
        var forms = await mediator.Send(new FormsOffered(holders.ToDictionary(held => held.Key, held => held.Value.Id)), ct);
        var words = (search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var offered = forms
            .Where(form => words.All(word => IsIn(form, word)))
            .Select(form => new OfferedForm(form, holders[form.Competence]))
            .ToLookup(one => one.Form.Theme);
        var themes = await mediator.Send(new Themes(), ct);
        return [.. themes.Where(theme => offered.Contains(theme.Slug)).Select(theme => new OfferedTheme(theme, [.. offered[theme.Slug]]))];
    }

    private async Task<Dictionary<string, AdministrationInfo>> Holders(AdministrationInfo portal, List<string> competences, CancellationToken ct)
    {
        var today = clock.LegalToday();
        if (portal is not { Kind: AdministrationKind.Commune, Cog: { } cog })
        {
            var held = await mediator.Send(new CompetencesHeld([portal.Id], competences, today), ct);
            return held[portal.Id].ToDictionary(competence => competence, _ => portal);
        }

        var holders = new Dictionary<string, AdministrationInfo>();
        foreach (var (competence, holder) in await mediator.Send(new ResolveHolders(competences, cog, today), ct))
        {
            if (await tenants.ById(holder.AdministrationId, ct) is { } administration)
            {
                holders[competence] = administration;
            }
        }

        return holders;
    }

    /// <summary>Accents and capitals do not count: « decheterie » finds « Déchèterie ».</summary>
    private static bool IsIn(PublishedForm form, string word)
    {
        string?[] texts = [form.Title.Fr, form.Title.En, form.Summary.Fr, form.Summary.En, .. form.Keywords];
        return texts.OfType<string>().Any(text => CultureInfo.InvariantCulture.CompareInfo.IndexOf(
            text, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0);
    }
}
