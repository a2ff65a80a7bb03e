using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Server.Residents.Home;

/// <summary>The single window: every e-service of the three levels, by theme, each saying who answers.</summary>
[AllowAnonymous]
internal sealed class HomePage(Catalogue catalogue, Current current) : PageModel
{
    public AdministrationInfo Portal => current.RequiredAdministration;

    public string? Search { get; private set; }

    public IReadOnlyList<OfferedTheme> Themes { get; private set; } = [];

    public int Count => Themes.Sum(theme => theme.Forms.Count);

    public async Task OnGetAsync(string? q, CancellationToken ct)
    {
        Search = q?.Trim() is { Length: > 0 } typed ? typed[..Math.Min(typed.Length, 100)] : null;
        Themes = await catalogue.Of(Portal, Search, ct);
    }
}
