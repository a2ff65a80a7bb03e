using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Teleservices.Identity.SignIn.Accessibility;

/// <summary>The statement of accessibility of the sign-in host (law 2005-102, art. 47; RGAA 4.1); portals have their own.</summary>
[AllowAnonymous]
internal sealed class AccessibilityPage : PageModel;
