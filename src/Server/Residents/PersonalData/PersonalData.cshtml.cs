using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Server.Residents.PersonalData;

/// <summary>Data protection (GDPR art. 13) and terms of use of the e-service (CRPA L112-9, R112-9).</summary>
[AllowAnonymous]
internal sealed class PersonalDataPage(Current current) : PageModel
{
    public AdministrationInfo Portal => current.RequiredAdministration;
}
