using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Teleservices.Identity.Letters;
using Teleservices.Identity.Model;
using Teleservices.Identity.Sessions;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Identity.SignIn.ChangePassword;

/// <summary>Another password, by whoever knows the present one; all other sessions end.</summary>
internal sealed record ChangePassword(Guid Account, Guid Session, string? Current, string? Password) : ICommand;

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePassword>
{
    public ChangePasswordValidator()
    {
        RuleFor(command => command.Current).NotEmpty().WithMessage("Saisissez votre mot de passe actuel.");
        RuleFor(command => command.Password).MustBeNewPassword();
    }
}

internal sealed class ChangePasswordHandler(
    UserManager<Account> accounts, IPasswordHasher<Account> hasher, PasswordCheck check, SessionRegister sessions, Postman postman) : ICommandHandler<ChangePassword, Done>
{
    public async Task<Result<Done>> Handle(ChangePassword request, CancellationToken cancellationToken)
    {
        var account = await accounts.Existing(request.Account);
        if (!await check.Matches(account, request.Current!, cancellationToken))
        {
            return new Refusal("Ce n’est pas votre mot de passe actuel.") { Field = nameof(request.Current) };
        }

        // A new stamp makes the links of earlier mails worthless.
        account.PasswordHash = hasher.HashPassword(account, request.Password!);
        account.SecurityStamp = RandomKey.New();
        await postman.PasswordChanged(account, cancellationToken);
        var kept = await accounts.Keep(account);
        if (kept.Refusal is null)
        {
            await sessions.EndAll(account.Id, except: request.Session, cancellationToken);
        }

        return kept;
    }
}
