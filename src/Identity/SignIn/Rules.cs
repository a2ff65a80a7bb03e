using System.Net.Mail;
using FluentValidation;
using Teleservices.Identity.Model;

namespace Teleservices.Identity.SignIn;

/// <summary>What several pages ask for is checked in one place and refused in the same words.</summary>
internal static class Rules
{
    public const int PasswordLength = 12;

    public static IRuleBuilderOptions<T, string?> MustBeFirstName<T>(this IRuleBuilderInitial<T, string?> rule) => rule
        .Cascade(CascadeMode.Stop)
        .Must(Said).WithMessage("Saisissez votre prénom.")
        .Must(name => Fits(name!)).WithMessage("Le prénom ne doit pas dépasser 100 caractères ni contenir de lien.");

    public static IRuleBuilderOptions<T, string?> MustBeLastName<T>(this IRuleBuilderInitial<T, string?> rule) => rule
        .Cascade(CascadeMode.Stop)
        .Must(Said).WithMessage("Saisissez votre nom.")
        .Must(name => Fits(name!)).WithMessage("Le nom ne doit pas dépasser 100 caractères ni contenir de lien.");

    public static IRuleBuilderOptions<T, string?> MustBeEmail<T>(this IRuleBuilderInitial<T, string?> rule) => rule
        .Cascade(CascadeMode.Stop)
        .Must(Said).WithMessage("Saisissez votre adresse électronique.")
        .Must(IsEmail).WithMessage("Saisissez une adresse électronique complète, comme nom@exemple.fr.");

    public static IRuleBuilderOptions<T, string?> MustBeNewPassword<T>(this IRuleBuilderInitial<T, string?> rule) => rule
        .Cascade(CascadeMode.Stop)
        .Must(password => password is { Length: > 0 }).WithMessage("Choisissez un mot de passe.")
        .Must(password => password!.Length >= PasswordLength).WithMessage("Le mot de passe doit compter au moins 12 caractères.")
        .Must(password => password!.Length <= 128).WithMessage("Le mot de passe ne doit pas dépasser 128 caractères.")
        .Must(password => password!.Distinct().Count() >= 5).WithMessage("Ce mot de passe est trop facile à deviner : variez les caractères.");

    public static bool Said(string? text) => !string.IsNullOrWhiteSpace(text);

    /// <summary>A name stands in mails: it must not carry a link to a stranger's mailbox.</summary>
    private static bool Fits(string name) =>
        name.Trim().Length <= AccountMapping.NameLength && !name.Any(char.IsControl) && !name.Contains("://", StringComparison.Ordinal) && !name.Contains("www.", StringComparison.OrdinalIgnoreCase);

    private static bool IsEmail(string? text) =>
        text!.Trim() is { Length: <= AccountMapping.EmailLength } email
        && !email.Any(char.IsWhiteSpace)
        && MailAddress.TryCreate(email, out var parsed)
        && parsed.Address == email
        && parsed.Host.Contains('.', StringComparison.Ordinal) && !parsed.Host.EndsWith('.');
}
