using System.Globalization;
using Microsoft.Extensions.Localization;
using Teleservices.Forms.Model;
using Teleservices.Platform.Mail;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;

namespace Teleservices.Forms.Residents;

/// <summary>Tells residents by mail that there is news of their request; what it is stands on the page, behind their sign-in.</summary>
internal sealed class ResidentMail(Mailer mailer, ITenantStore tenants, PublicAddress addresses, IStringLocalizer<Texts> texts)
{
    /// <summary>Writes the mail in the language in which the request was filed; it leaves with the caller's commit.</summary>
    /// <param name="request">The request.</param>
    /// <param name="sender">Who has news.</param>
    /// <param name="news">One sentence, a key of <see cref="Texts"/>.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="arguments">What stands in for <c>{0}</c>… in the sentence; moments are said in words.</param>
    public async Task Write(Request request, AdministrationInfo sender, string news, CancellationToken ct, params object[] arguments)
    {
        var portal = await tenants.ById(request.PortalId, ct) ?? sender;
        var (culture, interfaceCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(request.Language == "en" ? "en-GB" : "fr-FR");
            mailer.Write(
                request.ApplicantEmail,
                texts["Votre demande {0}", request.Number],
                texts[
                    "Bonjour,{0}{1}{0}Démarche : {2}{0}Numéro : {3}{0}Pour la suivre ou répondre : {4}{0}Ce message est automatique, merci de ne pas y répondre.{0}{5}",
                    "\n\n",
                    texts[news, [.. arguments.Select(argument => argument is DateTimeOffset moment ? moment.Spoken() : argument)]].Value,
                    new Wording(request.TitleFr, request.TitleEn),
                    request.Number,
                    addresses.Of(tenants, portal, Paths.Request(request.Id)),
                    sender.Name]);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, interfaceCulture);
        }
    }
}
