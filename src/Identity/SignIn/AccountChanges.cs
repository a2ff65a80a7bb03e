using Microsoft.AspNetCore.Identity;
using Teleservices.Identity.Model;
using Teleservices.Platform.Results;

namespace Teleservices.Identity.SignIn;

/// <summary>Reading and writing the account of whoever is signed in.</summary>
internal static class AccountChanges
{
    /// <summary>The account behind a session; sessions go with their account, so it is there.</summary>
    public static async Task<Account> Existing(this UserManager<Account> accounts, Guid id) =>
        await accounts.FindByIdAsync(id.ToString()) ?? throw new InvalidOperationException($"Account {id} has a session but is not there.");

    /// <summary>Writes the account and all that was added to this commit; refused if somebody else changed it meanwhile.</summary>
    public static async Task<Result<Done>> Keep(this UserManager<Account> accounts, Account account) =>
        (await accounts.UpdateAsync(account)).Succeeded
            ? Done.Yes
            : new Refusal("Votre compte a changé entre-temps sur un autre appareil. Vérifiez et recommencez.");
}
