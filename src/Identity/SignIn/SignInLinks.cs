namespace Teleservices.Identity.SignIn;

/// <summary>Addresses of the sign-in host's pages.</summary>
internal static class SignInLinks
{
    public const string MyAccount = "/mon-compte";
    public const string SignedOut = "/deconnecte";
    public const string PersonalData = "/donnees-personnelles";
    public const string ChangeName = "/mon-compte/identite";
    public const string ChangeResidence = "/mon-compte/adresse-postale";
    public const string ChangeEmail = "/mon-compte/adresse-electronique";
    public const string ChangePassword = "/mon-compte/mot-de-passe";
    public const string CloseAccount = "/mon-compte/fermer";

    public static string SignIn(string? retour) => With("/", retour);

    public static string Register(string? retour) => With("/inscription", retour);

    public static string CheckMailbox(string? retour) => With("/courriel-envoye/inscription", retour);

    public static string AskNewPassword(string? retour) => With("/mot-de-passe-oublie", retour);

    public static string NewPasswordSent(string? retour) => With("/courriel-envoye/mot-de-passe", retour);

    private static string With(string path, string? retour) => retour is null ? path : $"{path}?retour={Uri.EscapeDataString(retour)}";
}
