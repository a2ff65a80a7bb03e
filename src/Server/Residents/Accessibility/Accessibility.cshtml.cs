using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Server.Residents.Accessibility;

/// <summary>The statement of accessibility of each administration (law 2005-102, art. 47; RGAA 4.1).</summary>
[AllowAnonymous]
internal sealed class AccessibilityPage(Current current) : PageModel
{
    public AdministrationInfo Portal => current.RequiredAdministration;
}
