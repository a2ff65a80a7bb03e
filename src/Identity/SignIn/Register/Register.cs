using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Teleservices.Identity.Letters;
using Teleservices.Identity.Model;
using Teleservices.Identity.Sessions;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Identity.SignIn.Register;

/// <summary>Asks for an account; the answer is the same whether or not the address has one already.</summary>
/// <param name="FirstName">First name.</param>
/// <param name="LastName">Surname.</param>
/// <param name="Email">Address, to be confirmed.</param>
/// <param name="Password">The password that will also be asked for when the address is confirmed.</param>
/// <param name="Start">Where to go on afterwards, or nothing.</param>
internal sealed record Register(string? FirstName, string? LastName, string? Email, string? Password, string? Start) : ICommand;

internal sealed class RegisterValidator : AbstractValidator<Register>
{
    public RegisterValidator()
    {
        RuleFor(command => command.FirstName).MustBeFirstName();
        RuleFor(command => command.LastName).MustBeLastName();
        RuleFor(command => command.Email).MustBeEmail();
        RuleFor(command => command.Password).MustBeNewPassword();
    }
}

internal sealed class RegisterHandler(
    TeleservicesDb db, UserManager<Account> accounts, IPasswordHasher<Account> hasher, Postman postman, TimeProvider clock) : ICommandHandler<Register, Done>
{
    public async Task<Result<Done>> Handle(Register request, CancellationToken cancellationToken)
    {
        var email = request.Email!.Trim();
        var key = RandomKey.New();
        var wish = new Registration
        {
            KeyHash = RandomKey.Hash(key),
            Email = email,
            NormalizedEmail = accounts.NormalizeEmail(email)!,
            FirstName = request.FirstName!.Trim(),
            LastName = request.LastName!.Trim(),
            PasswordHash = hasher.HashPassword(null!, request.Password!),
            Start = request.Start,
            ExpiresAt = clock.GetUtcNow() + Registration.Lifetime,
        };

        if (await accounts.FindByEmailAsync(email) is { } known)
        {
            await postman.AlreadyHere(known, cancellationToken);
        }
        else
        {
            db.Add(wish);
            await postman.ConfirmAddress(wish, key, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return Done.Yes;
    }
}
