using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Teleservices.Platform.Results;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;

namespace Teleservices.Server.Residents.ChangeCommune;

/// <summary>The way from one commune's portal to another's. Whoever is signed in here is signed in there: the link passes by the sign-in host.</summary>
[AllowAnonymous]
internal sealed class ChangeCommunePage(ITerritory territory, ITenantStore tenants, PublicAddress addresses, Current current, TimeProvider clock) : PageModel
{
    private const int Longest = 100;

    /// <summary>What was searched for.</summary>
    public string? Search { get; private set; }

    public IReadOnlyList<CommunePortal> Portals { get; private set; } = [];

    /// <param name="q">Postcode or name.</param>
    /// <param name="ct">Cancels.</param>
    public async Task OnGetAsync(string? q, CancellationToken ct)
    {
        Search = q?.Trim() is { Length: > 0 } typed ? typed[..Math.Min(typed.Length, Longest)] : null;
        var now = territory.Now;
        if (q is null)
        {
            Portals = now.Communes.Count <= CommuneSearch.Most ? await Of(now, now.Communes, ct) : [];
        }
        else if (Search is not { Length: >= CommuneSearch.LeastLetters })
        {
            this.Refuse(new Refusal("Écrivez un code postal ou le nom d’une commune, par exemple 45500 ou Gien") { Field = nameof(q) });
        }
        else
        {
            Portals = await Of(now, now.Matching(Search).Take(CommuneSearch.Most), ct);
        }
    }

    private async Task<IReadOnlyList<CommunePortal>> Of(ITerritory now, IEnumerable<CommuneInfo> communes, CancellationToken ct)
    {
        var portals = new List<CommunePortal>();
        foreach (var commune in communes)
        {
            // Its own portal, or else that of its intercommunal body or département.
            foreach (var serving in now.Serving(commune.Cog, clock.LegalToday()).OrderBy(one => one.Kind))
            {
                if (await tenants.ById(serving.AdministrationId, ct) is { State: not AdministrationState.Sandbox } administration)
                {
                    portals.Add(new CommunePortal(commune, administration, addresses.Of(tenants, administration, Path), administration.Id == current.RequiredAdministration.Id));
                    break;
                }
            }
        }

        return portals;
    }

    private string Path => current.Resident is null ? "/" : "/connexion?retour=/";
}

/// <summary>A commune with the portal where its residents find their e-services.</summary>
/// <param name="Commune">The commune.</param>
/// <param name="Administration">Whose portal: the commune's own, if it has one.</param>
/// <param name="Address">Full address of that portal.</param>
/// <param name="IsHere">Whether it is the one that is being looked at.</param>
internal sealed record CommunePortal(CommuneInfo Commune, AdministrationInfo Administration, string Address, bool IsHere)
{
    public bool IsOwn => Administration.Kind == AdministrationKind.Commune;
}
