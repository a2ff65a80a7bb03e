using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Teleservices.Identity.Model;
using Teleservices.Identity.SignIn;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;
using Teleservices.Platform.Web;

namespace Teleservices.Identity.Access;

/// <summary>Makes somebody a member of the IT staff, with an account if they have none. For the command line: whoever runs it holds the store.</summary>
/// <param name="Email">Address of the account.</param>
/// <param name="FirstName">First name, for a new account.</param>
/// <param name="LastName">Surname, for a new account.</param>
/// <param name="Desk">Code of the département that they look after, or <c>all</c>; nothing leaves it as it is, and a new member has all.</param>
public sealed record MakeItStaff(string? Email, string? FirstName, string? LastName, string? Desk = null) : ICommand<NewItStaff>;

/// <summary>What became of it.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Created">Whether the account is new.</param>
/// <param name="PasswordLink">Where a new member chooses the password, once, within two hours; nothing if the account has one.</param>
public sealed record NewItStaff(Guid AccountId, bool Created, string? PasswordLink);

internal sealed class MakeItStaffValidator : AbstractValidator<MakeItStaff>
{
    public MakeItStaffValidator()
    {
        RuleFor(command => command.Email).MustBeEmail();
        RuleFor(command => command.FirstName).MustBeFirstName();
        RuleFor(command => command.LastName).MustBeLastName();
        RuleFor(command => command.Desk).MustBeDesk().When(command => command.Desk is not null);
    }
}

internal sealed class MakeItStaffHandler(TeleservicesDb db, UserManager<Account> accounts, RoleBook roles, PublicAddress addresses, TimeProvider clock)
    : ICommandHandler<MakeItStaff, NewItStaff>
{
    public async Task<Result<NewItStaff>> Handle(MakeItStaff request, CancellationToken cancellationToken)
    {
        var email = request.Email!.Trim();
        var known = await accounts.FindByEmailAsync(email);
        var account = known ?? Account.Of(email, request.FirstName!.Trim(), request.LastName!.Trim(), clock.GetUtcNow());
        await roles.Grant(account, null, Role.ItStaff, null, [], cancellationToken);
        if (request.Desk is { } desk)
        {
            await roles.Seat(account.Id, DeskCode.Read(desk), cancellationToken);
        }

        if (known is null)
        {
            var made = await accounts.CreateAsync(account);
            if (!made.Succeeded)
            {
                throw new InvalidOperationException(made.ToString());
            }
        }
        else
        {
            await db.SaveChangesAsync(cancellationToken);
        }

        return new NewItStaff(account.Id, known is null, account.PasswordHash is null ? await Link(account) : null);
    }

    private async Task<string> Link(Account account)
    {
        var token = await accounts.GeneratePasswordResetTokenAsync(account);
        return addresses.Of(addresses.SignInHost, $"/nouveau-mot-de-passe?compte={account.Id}&jeton={Uri.EscapeDataString(token)}");
    }
}
