using Microsoft.AspNetCore.Identity;
using Teleservices.Identity.Model;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Identity.SignIn.ConfirmNewEmail;

/// <summary>Makes the new address the account's, by the mailed link, once.</summary>
[Unvalidated("Comes from a link as a whole: it is right or it is not.")]
internal sealed record ConfirmNewEmail(Guid Account, string? Email, string? Token) : ICommand;

internal sealed class ConfirmNewEmailHandler(UserManager<Account> accounts) : ICommandHandler<ConfirmNewEmail, Done>
{
    public async Task<Result<Done>> Handle(ConfirmNewEmail request, CancellationToken cancellationToken)
    {
        if (await accounts.FindByIdAsync(request.Account.ToString()) is { } account)
        {
            account.UserName = request.Email;
            if ((await accounts.ChangeEmailAsync(account, request.Email ?? "", request.Token ?? "")).Succeeded)
            {
                return Done.Yes;
            }
        }

        return new Refusal("Ce lien n’est plus valable : il a déjà servi ou il est trop ancien. Demandez-en un nouveau.");
    }
}
