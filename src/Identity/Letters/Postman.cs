using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Teleservices.Identity.Model;
using Teleservices.Platform.Data;
using Teleservices.Platform.Mail;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;

namespace Teleservices.Identity.Letters;

/// <summary>The mails about accounts, in the language of the page that causes them; part of the caller's one commit.</summary>
internal sealed class Postman(TeleservicesDb db, Mailer mailer, IStringLocalizer<Texts> texts, PublicAddress addresses, ITenantStore tenants, TimeProvider clock)
{
    private const int SameLettersPerHour = 3;

    /// <summary>To a new address: the link that makes the account.</summary>
    public Task ConfirmAddress(Registration registration, string key, CancellationToken ct) => Write(
        registration.Email,
        texts["Confirmez votre adresse pour ouvrir votre compte"],
        [
            texts["Bonjour {0},", registration.FirstName],
            texts["Vous avez demandé à ouvrir un compte sur le guichet en ligne de vos collectivités. Pour confirmer votre adresse, ouvrez ce lien et saisissez le mot de passe que vous avez choisi :"],
            Link($"/confirmer?jeton={key}"),
            texts["Le lien est valable 24 heures. Si vous n’avez rien demandé, ne faites rien : aucun compte ne sera ouvert."],
        ],
        ct);

    /// <summary>To an address that has an account: somebody tried to register it again.</summary>
    public Task AlreadyHere(Account account, CancellationToken ct) => Write(
        account.Email!,
        texts["Vous avez déjà un compte"],
        [
            texts["Bonjour {0},", account.FirstName],
            texts["Quelqu’un, sans doute vous, a voulu ouvrir un compte avec cette adresse. Vous en avez déjà un : connectez-vous."],
            Link("/"),
            texts["Mot de passe oublié ? Choisissez-en un nouveau ici :"],
            Link("/mot-de-passe-oublie"),
            texts["Si ce n’était pas vous, ne faites rien : votre compte n’a pas changé."],
        ],
        ct);

    /// <summary>The link by which a new password is chosen.</summary>
    public Task NewPassword(Account account, string token, string? start, CancellationToken ct) => Write(
        account.Email!,
        texts["Choisissez un nouveau mot de passe"],
        [
            texts["Bonjour {0},", account.FirstName],
            texts["Pour choisir un nouveau mot de passe, ouvrez ce lien :"],
            Link($"/nouveau-mot-de-passe?compte={account.Id}&jeton={Uri.EscapeDataString(token)}{(start is null ? "" : $"&depart={Uri.EscapeDataString(start)}")}"),
            texts["Le lien est valable 2 heures et ne sert qu’une fois. Si vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même."],
        ],
        ct);

    /// <summary>To an address without an account: so that whoever forgot which one they used is not left waiting.</summary>
    public Task NobodyHere(string email, CancellationToken ct) => Write(
        email,
        texts["Aucun compte avec cette adresse"],
        [
            texts["Bonjour,"],
            texts["Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour cette adresse. Aucun compte n’y correspond : vous avez peut-être utilisé une autre adresse, ou pas encore de compte."],
            texts["Pour ouvrir un compte :"],
            Link("/inscription"),
            texts["Si ce n’était pas vous, ne faites rien."],
        ],
        ct);

    /// <summary>So that an owner learns of a password that somebody else changed.</summary>
    public Task PasswordChanged(Account account, CancellationToken ct) => Write(
        account.Email!,
        texts["Votre mot de passe a changé"],
        [
            texts["Bonjour {0},", account.FirstName],
            texts["Le mot de passe de votre compte vient d’être changé, et vos autres appareils ont été déconnectés."],
            texts["Si ce n’était pas vous, choisissez tout de suite un nouveau mot de passe :"],
            Link("/mot-de-passe-oublie"),
        ],
        ct);

    /// <summary>To the new address: the link that makes it the account's.</summary>
    public Task ConfirmNewEmail(Account account, string email, string token, CancellationToken ct) => Write(
        email,
        texts["Confirmez votre nouvelle adresse"],
        [
            texts["Bonjour {0},", account.FirstName],
            texts["Pour que cette adresse devienne celle de votre compte, ouvrez ce lien :"],
            Link($"/mon-compte/nouvelle-adresse?compte={account.Id}&adresse={Uri.EscapeDataString(email)}&jeton={Uri.EscapeDataString(token)}"),
            texts["Le lien est valable 2 heures. Si vous n’avez rien demandé, ne faites rien."],
        ],
        ct);

    /// <summary>To the old address: so that an owner learns of a change that they did not want.</summary>
    public Task EmailChanges(Account account, string email, CancellationToken ct) => Write(
        account.Email!,
        texts["L’adresse de votre compte va changer"],
        [
            texts["Bonjour {0},", account.FirstName],
            texts["Une nouvelle adresse a été indiquée pour votre compte : {0}. Elle remplacera celle-ci dès qu’elle sera confirmée.", email],
            texts["Si ce n’était pas vous, choisissez tout de suite un nouveau mot de passe :"],
            Link("/mot-de-passe-oublie"),
        ],
        ct);

    /// <summary>To somebody who may now run an administration's space; whoever has no password yet makes one by the usual way.</summary>
    public Task Invitation(Account account, AdministrationInfo administration, CancellationToken ct) => Write(
        account.Email!,
        texts["Vous gérez l’espace de {0}", administration.ShortName],
        account.PasswordHash is null
            ? [
                texts["Bonjour {0},", account.FirstName],
                texts["L’espace en ligne de {0} est ouvert, et vous en êtes responsable. Choisissez d’abord votre mot de passe : demandez un lien avec cette adresse électronique.", administration.Name],
                Link("/mot-de-passe-oublie"),
                texts["Votre espace se trouve ensuite ici :"],
                addresses.Of(tenants, administration, "/agents"),
            ]
            : [
                texts["Bonjour {0},", account.FirstName],
                texts["L’espace en ligne de {0} est ouvert, et vous en êtes responsable. Il se trouve ici :", administration.Name],
                addresses.Of(tenants, administration, "/agents"),
            ],
        ct);

    /// <summary>The last one.</summary>
    public Task AccountClosed(Account account, CancellationToken ct) => Write(
        account.Email!,
        texts["Votre compte est fermé"],
        [
            texts["Bonjour {0},", account.FirstName],
            texts["Votre compte est fermé et ses données sont effacées. Les demandes que vous avez déposées restent chez les collectivités qui les traitent ; leurs coordonnées sont sur vos accusés de réception."],
        ],
        ct);

    private string Link(string path) => addresses.Of(addresses.SignInHost, path);

    /// <summary>Nobody can be flooded: the same letter goes to the same address three times an hour at most.</summary>
    private async Task Write(string to, string subject, IReadOnlyList<string> paragraphs, CancellationToken ct)
    {
        var hourAgo = clock.GetUtcNow() - TimeSpan.FromHours(1);
        var written = await db.Set<OutgoingMail>().CountAsync(mail => mail.WrittenAt > hourAgo && mail.To == to && mail.Subject == subject, ct);
        if (written < SameLettersPerHour)
        {
            mailer.Write(to, subject, string.Join("\n\n", paragraphs) + "\n");
        }
    }
}
