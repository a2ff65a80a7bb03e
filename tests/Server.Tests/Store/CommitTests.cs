using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Mail;
using Teleservices.TestKit;

namespace Teleservices.Server.Tests.Store;

/// <summary>A commit is all or nothing, whether it travels in one piece or begins and ends a transaction (PostgreSQL: from 500 rows on).</summary>
public sealed class CommitTests(RunningPlatform platform) : IClassFixture<RunningPlatform>
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(1, false)]
    [InlineData(700, true)]
    public async Task A_row_that_is_gone_breaks_off_all_that_was_to_be_committed_with_it(int others, bool isChange)
    {
        var gone = Mail("gone");
        await Save(gone);
        var refused = await platform.Inside(null, async (_, db) =>
        {
            var read = await db.Set<OutgoingMail>().SingleAsync(mail => mail.Id == gone.Id);
            await Forget(gone);
            read.Attempts = 7;
            if (!isChange)
            {
                db.Remove(read);
            }

            db.AddRange(Enumerable.Range(0, others).Select(_ => Mail("beside")));
            return await Record.ExceptionAsync(() => db.SaveChangesAsync());
        });

        Assert.IsType<DbUpdateConcurrencyException>(refused);
        Assert.Equal(0, await Count("beside"));
    }

    [Fact]
    public async Task What_the_store_makes_up_for_a_new_row_comes_back_from_among_changes_and_deletions()
    {
        var (changed, deleted) = (Mail("changed"), Mail("deleted"));
        await Save(changed, deleted);
        var made = await platform.Inside(null, async (_, db) =>
        {
            (await db.Set<OutgoingMail>().SingleAsync(mail => mail.Id == changed.Id)).Attempts = 3;
            db.Remove(await db.Set<OutgoingMail>().SingleAsync(mail => mail.Id == deleted.Id));
            var keys = new[] { "one", "two" }.Select(name => new DataProtectionKey { FriendlyName = name, Xml = "<x/>" }).ToList();
            db.AddRange(keys);
            await db.SaveChangesAsync();
            return keys.ToDictionary(key => key.Id, key => key.FriendlyName!);
        });

        Assert.Equal(2, made.Count);
        var found = await platform.Inside(null, (_, db) => db.DataProtectionKeys.AsNoTracking().Where(key => made.Keys.Contains(key.Id)).ToDictionaryAsync(key => key.Id, key => key.FriendlyName!));
        Assert.Equal(made.OrderBy(key => key.Key), found.OrderBy(key => key.Key));
        Assert.Equal((1, 0), (await Count("changed", attempts: 3), await Count("deleted")));
    }

    private Task<int> Save(params OutgoingMail[] mails) => platform.Inside(null, (_, db) =>
    {
        db.AddRange(mails);
        return db.SaveChangesAsync();
    });

    private Task<int> Forget(OutgoingMail mail) => platform.Inside(null, (_, db) => db.Set<OutgoingMail>().Where(row => row.Id == mail.Id).ExecuteDeleteAsync());

    private Task<int> Count(string subject, int attempts = 0) =>
        platform.Inside(null, (_, db) => db.Set<OutgoingMail>().CountAsync(mail => mail.Subject == subject && mail.Attempts == attempts));

    /// <summary>Not to be sent before the test is over.</summary>
    private static OutgoingMail Mail(string subject) => new()
    {
        Id = Guid.NewGuid(),
        To = "camille.martin@example.org",
        FromName = "Gien",
        Subject = subject,
        Body = "",
        WrittenAt = TimeProvider.System.GetUtcNow(),
        DueAt = TimeProvider.System.GetUtcNow().AddHours(1),
    };
}
