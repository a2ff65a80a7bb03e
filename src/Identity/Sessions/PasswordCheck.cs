using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Teleservices.Identity.Model;
using Teleservices.Platform.Data;

namespace Teleservices.Identity.Sessions;

/// <summary>Is this the person? Allows few tries, and takes as long for an address that nobody has.</summary>
internal sealed class PasswordCheck(TeleservicesDb db, ILookupNormalizer normalizer, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    public const int Tries = 10;
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);
    private static string? nobody;

    /// <summary>The account, or nothing: unknown address, wrong password and closed account are one and the same to whoever asks.</summary>
    public async Task<Account?> Prove(string email, string password, CancellationToken ct)
    {
        var normalized = normalizer.NormalizeEmail(email);
        var account = await db.Accounts.SingleOrDefaultAsync(one => one.NormalizedEmail == normalized, ct);
        return await Matches(account, password, ct) ? account : null;
    }

    /// <summary>Whether the password is the account's; ten wrong ones in a row close the account for a quarter of an hour.</summary>
    public async Task<bool> Matches(Account? account, string password, CancellationToken ct)
    {
        // A try is taken before the password is looked at, in one statement of the store: parallel guesses cannot outrun the count.
        var mayTry = await TakeTry(account?.Id ?? Guid.Empty, ct);

        // The hash is always computed: the time of the answer must not tell who has an account here.
        var verified = hasher.VerifyHashedPassword(account!, account?.PasswordHash ?? HashOfNobody(), password);
        if (account is null || !mayTry || verified == PasswordVerificationResult.Failed)
        {
            return false;
        }

        var hash = verified == PasswordVerificationResult.SuccessRehashNeeded ? hasher.HashPassword(account, password) : account.PasswordHash;
        await db.Accounts.Where(one => one.Id == account.Id).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.AccessFailedCount, 0).SetProperty(one => one.LockoutEnd, default(DateTimeOffset?)).SetProperty(one => one.PasswordHash, hash), ct);
        return true;
    }

    private async Task<bool> TakeTry(Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var account = db.Accounts.Where(one => one.Id == id);
        await account.Where(one => one.LockoutEnd <= now).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.AccessFailedCount, 0).SetProperty(one => one.LockoutEnd, default(DateTimeOffset?)), ct);
        var taken = await account.Where(one => one.LockoutEnd == null && one.AccessFailedCount < Tries).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.AccessFailedCount, one => one.AccessFailedCount + 1), ct);
        await account.Where(one => one.LockoutEnd == null && one.AccessFailedCount >= Tries).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.LockoutEnd, now + Pause), ct);
        return taken == 1;
    }

    private string HashOfNobody() => nobody ??= hasher.HashPassword(null!, RandomKey.New());
}
