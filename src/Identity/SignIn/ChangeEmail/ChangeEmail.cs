using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Teleservices.Identity.Letters;
using Teleservices.Identity.Model;
using Teleservices.Identity.Sessions;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Identity.SignIn.ChangeEmail;

/// <summary>Wants another address; it counts once the link mailed to it was opened.</summary>
internal sealed record ChangeEmail(Guid Account, string? Email, string? Password) : ICommand;

internal sealed class ChangeEmailValidator : AbstractValidator<ChangeEmail>
{
    public ChangeEmailValidator()
    {
        RuleFor(command => command.Email).MustBeEmail();
        RuleFor(command => command.Password).NotEmpty().WithMessage("Saisissez votre mot de passe.");
    }
}

internal sealed class ChangeEmailHandler(TeleservicesDb db, UserManager<Account> accounts, PasswordCheck check, Postman postman) : ICommandHandler<ChangeEmail, Done>
{
    public async Task<Result<Done>> Handle(ChangeEmail request, CancellationToken cancellationToken)
    {
        var account = await accounts.Existing(request.Account);
        if (!await check.Matches(account, request.Password!, cancellationToken))
        {
            return new Refusal("Ce n’est pas votre mot de passe.") { Field = nameof(request.Password) };
        }

        var email = request.Email!.Trim();
        if (accounts.NormalizeEmail(email) == account.NormalizedEmail)
        {
            return new Refusal("C’est déjà l’adresse de votre compte.") { Field = nameof(request.Email) };
        }

        if (await accounts.FindByEmailAsync(email) is { } other)
        {
            await postman.AlreadyHere(other, cancellationToken);
        }
        else
        {
            await postman.ConfirmNewEmail(account, email, await accounts.GenerateChangeEmailTokenAsync(account, email), cancellationToken);
            await postman.EmailChanges(account, email, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return Done.Yes;
    }
}
