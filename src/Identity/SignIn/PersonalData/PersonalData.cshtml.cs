using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Teleservices.Identity.SignIn.PersonalData;

/// <summary>What is owed to a person before they have an account (GDPR art. 13).</summary>
[AllowAnonymous]
internal sealed class PersonalDataPage : PageModel;
