using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Teleservices.Identity.Access;
using Teleservices.Identity.Letters;
using Teleservices.Identity.Model;
using Teleservices.Identity.Sessions;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Identity.SignIn.CloseAccount;

/// <summary>
/// Erases the account with its sessions and roles (GDPR art. 17). What was filed is no part of it: the administrations keep it as long as the
/// law tells them to.
/// </summary>
internal sealed record CloseAccount(Guid Account, string? Password) : ICommand;

internal sealed class CloseAccountValidator : AbstractValidator<CloseAccount>
{
    public CloseAccountValidator() => RuleFor(command => command.Password).NotEmpty().WithMessage("Saisissez votre mot de passe.");
}

internal sealed class CloseAccountHandler(TeleservicesDb db, UserManager<Account> accounts, PasswordCheck check, RoleBook roles, Postman postman)
    : ICommandHandler<CloseAccount, Done>
{
    public async Task<Result<Done>> Handle(CloseAccount request, CancellationToken cancellationToken)
    {
        var account = await accounts.Existing(request.Account);
        if (!await check.Matches(account, request.Password!, cancellationToken))
        {
            return new Refusal("Ce n’est pas votre mot de passe.") { Field = nameof(request.Password) };
        }

        await roles.RevokeAll(account.Id, cancellationToken);
        await postman.AccountClosed(account, cancellationToken);
        db.RemoveRange(await db.Registrations.Where(one => one.NormalizedEmail == account.NormalizedEmail).ToListAsync(cancellationToken));
        return (await accounts.DeleteAsync(account)).Succeeded
            ? Done.Yes
            : new Refusal("Votre compte a changé entre-temps sur un autre appareil. Vérifiez et recommencez.");
    }
}
