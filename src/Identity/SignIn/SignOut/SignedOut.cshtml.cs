using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Teleservices.Identity.SignIn.SignOut;

[AllowAnonymous]
internal sealed class SignedOutPage : PageModel;
