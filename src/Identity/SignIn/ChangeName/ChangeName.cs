using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Teleservices.Identity.Access;
using Teleservices.Identity.Model;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Identity.SignIn.ChangeName;

/// <summary>How the person is called and called up; every administration that they work for learns it.</summary>
internal sealed record ChangeName(Guid Account, Civility? Civility, string? FirstName, string? LastName, string? Phone) : ICommand;

internal sealed class ChangeNameValidator : AbstractValidator<ChangeName>
{
    public ChangeNameValidator()
    {
        RuleFor(command => command.FirstName).MustBeFirstName();
        RuleFor(command => command.LastName).MustBeLastName();
        RuleFor(command => command.Phone).Must(phone => string.IsNullOrWhiteSpace(phone) || PhoneNumber.Read(phone) is not null)
            .WithMessage("Saisissez un numéro de téléphone complet, comme 06 12 34 56 78 ou +32 470 12 34 56.");
    }
}

internal sealed class ChangeNameHandler(UserManager<Account> accounts, RoleBook roles) : ICommandHandler<ChangeName, Done>
{
    public async Task<Result<Done>> Handle(ChangeName request, CancellationToken cancellationToken)
    {
        var account = await accounts.Existing(request.Account);
        var before = account.FullName;
        account.Civility = request.Civility;
        account.FirstName = request.FirstName!.Trim();
        account.LastName = request.LastName!.Trim();
        account.PhoneNumber = PhoneNumber.Read(request.Phone);
        if (account.FullName != before)
        {
            await roles.TellName(account, cancellationToken);
        }

        return await accounts.Keep(account);
    }
}
