using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Teleservices.Identity.Letters;
using Teleservices.Identity.Model;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Identity.SignIn.AskNewPassword;

/// <summary>Asks for the link to a new password; a mail goes out in any case, so the answer does not tell who has an account.</summary>
internal sealed record AskNewPassword(string? Email, string? Start) : ICommand;

internal sealed class AskNewPasswordValidator : AbstractValidator<AskNewPassword>
{
    public AskNewPasswordValidator() => RuleFor(command => command.Email).MustBeEmail();
}

internal sealed class AskNewPasswordHandler(TeleservicesDb db, UserManager<Account> accounts, Postman postman) : ICommandHandler<AskNewPassword, Done>
{
    public async Task<Result<Done>> Handle(AskNewPassword request, CancellationToken cancellationToken)
    {
        var email = request.Email!.Trim();
        if (await accounts.FindByEmailAsync(email) is { } account)
        {
            await postman.NewPassword(account, await accounts.GeneratePasswordResetTokenAsync(account), request.Start, cancellationToken);
        }
        else
        {
            await postman.NobodyHere(email, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return Done.Yes;
    }
}
