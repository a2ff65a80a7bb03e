using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Teleservices.Identity.Letters;
using Teleservices.Identity.Model;
using Teleservices.Identity.Sessions;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Identity.SignIn.ChooseNewPassword;

/// <summary>Sets a password by the mailed link, once; every session of the account ends.</summary>
internal sealed record ChooseNewPassword(Guid Account, string? Token, string? Password) : ICommand<Guid>;

internal sealed class ChooseNewPasswordValidator : AbstractValidator<ChooseNewPassword>
{
    public ChooseNewPasswordValidator() => RuleFor(command => command.Password).MustBeNewPassword();
}

internal sealed class ChooseNewPasswordHandler(UserManager<Account> accounts, SessionRegister sessions, Postman postman)
    : ICommandHandler<ChooseNewPassword, Guid>
{
    public async Task<Result<Guid>> Handle(ChooseNewPassword request, CancellationToken cancellationToken)
    {
        var used = new Refusal("Ce lien n’est plus valable : il a déjà servi ou il est trop ancien. Demandez-en un nouveau.");
        if (await accounts.FindByIdAsync(request.Account.ToString()) is not { } account)
        {
            return used;
        }

        await postman.PasswordChanged(account, cancellationToken);
        (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
        if (!(await accounts.ResetPasswordAsync(account, request.Token ?? "", request.Password!)).Succeeded)
        {
            return used;
        }

        await sessions.EndAll(account.Id, except: null, cancellationToken);
        return account.Id;
    }
}
