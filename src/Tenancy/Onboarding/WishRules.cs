using System.Net.Mail;
using Teleservices.Platform.Results;
using Teleservices.Tenancy.Seeds;

namespace Teleservices.Tenancy.Onboarding;

/// <summary>What may be said of an administration; the console and the files of the command line ask the same rules.</summary>
internal static class WishRules
{
    private const double LeastContrast = 4.5;

    public static IEnumerable<Refusal> Faults(TenantWish wish)
    {
        if (wish.Email is { Length: > 0 } email && !IsEmail(email))
        {
            yield return new Refusal("L’adresse électronique du service doit ressembler à nom@exemple.fr") { Field = "Email" };
        }

        if (wish.DataProtectionOfficer is { Length: > 0 } officer && !IsEmail(officer))
        {
            yield return new Refusal("L’adresse du délégué à la protection des données doit ressembler à nom@exemple.fr") { Field = "DataProtectionOfficer" };
        }

        if (wish.Phone is { Length: > 0 } phone && !Codes.IsPhone(phone))
        {
            yield return new Refusal("Le numéro de téléphone doit ressembler à +33238295353") { Field = "Phone" };
        }

        if (wish.Primary is { } primary && (!Codes.IsColour(primary) || Codes.ContrastWithWhite(primary) < LeastContrast))
        {
            yield return new Refusal("La couleur principale doit ressembler à #0b5d3b et être assez foncée pour porter un texte blanc (contraste de 4,5 au moins)") { Field = "Primary" };
        }

        if (wish.Accent is { } accent && !Codes.IsColour(accent))
        {
            yield return new Refusal("La seconde couleur doit ressembler à #c8102e") { Field = "Accent" };
        }

        foreach (var manager in wish.Managers.Where(manager => !IsEmail(manager.Email) || manager.FirstName.Trim().Length == 0 || manager.LastName.Trim().Length == 0))
        {
            yield return new Refusal("Indiquez le prénom, le nom et une adresse électronique valable pour chaque responsable ({0})", manager.Email) { Field = "Managers" };
        }
    }

    private static bool IsEmail(string text) => MailAddress.TryCreate(text, out var address) && address.Address == text && text.Contains('.', StringComparison.Ordinal);
}
