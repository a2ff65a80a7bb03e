using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Teleservices.Identity.Model;
using Teleservices.Identity.Sessions;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Identity.SignIn.ConfirmAddress;

/// <summary>Opens the account that was asked for, by whoever has both the mailed link and the password.</summary>
internal sealed record ConfirmAddress(string? Key, string? Password) : ICommand<NewAccount>;

/// <summary>The account is there.</summary>
internal sealed record NewAccount(Guid Id, string? Start);

internal sealed class ConfirmAddressValidator : AbstractValidator<ConfirmAddress>
{
    public ConfirmAddressValidator() => RuleFor(command => command.Password).NotEmpty().WithMessage("Saisissez votre mot de passe.");
}

internal sealed class ConfirmAddressHandler(
    TeleservicesDb db, UserManager<Account> accounts, IPasswordHasher<Account> hasher, TimeProvider clock) : ICommandHandler<ConfirmAddress, NewAccount>
{
    public async Task<Result<NewAccount>> Handle(ConfirmAddress request, CancellationToken cancellationToken)
    {
        var hash = RandomKey.Hash(request.Key ?? "");
        var now = clock.GetUtcNow();
        var wish = await db.Registrations.SingleOrDefaultAsync(one => one.KeyHash == hash && one.ExpiresAt > now, cancellationToken);
        if (wish is null)
        {
            return new Refusal("Ce lien n’est plus valable. Si votre compte est déjà ouvert, connectez-vous ; sinon, recommencez l’inscription.");
        }

        if (hasher.VerifyHashedPassword(null!, wish.PasswordHash, request.Password!) == PasswordVerificationResult.Failed)
        {
            return new Refusal("Ce n’est pas le mot de passe choisi lors de cette inscription.") { Field = nameof(request.Password) };
        }

        var account = Account.Of(wish.Email, wish.FirstName, wish.LastName, now);
        account.PasswordHash = wish.PasswordHash;
        db.RemoveRange(await db.Registrations.Where(one => one.NormalizedEmail == wish.NormalizedEmail).ToListAsync(cancellationToken));
        var made = await accounts.CreateAsync(account);
        return made.Succeeded
            ? new NewAccount(account.Id, wish.Start)
            : new Refusal("Ce lien n’est plus valable. Si votre compte est déjà ouvert, connectez-vous ; sinon, recommencez l’inscription.");
    }
}
