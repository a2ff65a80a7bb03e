using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Teleservices.Identity.Model;
using Teleservices.Platform.Data;

namespace Teleservices.Identity.Sessions;

/// <summary>The person and the session behind a cookie.</summary>
internal sealed record SignedInPerson(Guid SessionId, Guid AccountId, string FirstName, string LastName, string Email);

/// <summary>Who is signed in. Everything is asked of the store at each request, so whatever is ended here is over everywhere at once.</summary>
internal sealed class SessionRegister(TeleservicesDb db, TimeProvider clock)
{
    /// <summary>A working day at most.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>How long a person may be away from every host.</summary>
    public static readonly TimeSpan IdleLimit = TimeSpan.FromHours(4);

    private static readonly TimeSpan TouchEvery = TimeSpan.FromMinutes(5);

    /// <summary>Asked with every request of everybody who is signed in, so it is put together once.</summary>
    private static readonly Func<TeleservicesDb, string, string, DateTimeOffset, DateTimeOffset, CancellationToken, Task<Found?>> Behind =
        EF.CompileAsyncQuery((TeleservicesDb db, string hash, string host, DateTimeOffset now, DateTimeOffset idleSince, CancellationToken ct) => (
            from ticket in db.Set<SessionTicket>().TagWith(TeleservicesDb.SharedTables)
            join session in db.Set<Session>() on ticket.SessionId equals session.Id
            join account in db.Set<Account>() on session.AccountId equals account.Id
            where ticket.KeyHash == hash && ticket.Host == host && session.ExpiresAt > now && session.LastSeenAt > idleSince
            select new Found(new SignedInPerson(session.Id, session.AccountId, account.FirstName, account.LastName, account.Email!), session.LastSeenAt)).FirstOrDefault());

    /// <summary>A person has just proved who they are: a new session, and whatever this browser was signed in to before is over.</summary>
    public async Task SignIn(HttpContext http, Guid account, CancellationToken ct)
    {
        if (http.User.Session() is { } before)
        {
            await End(before, ct);
        }

        var now = clock.GetUtcNow();
        var session = new Session
        {
            Id = Guid.NewGuid(),
            AccountId = account,
            Device = DeviceName.Of(http.Request.Headers.UserAgent.ToString()),
            StartedAt = now,
            LastSeenAt = now,
            ExpiresAt = now + Lifetime,
        };
        db.Add(session);
        await db.SaveChangesAsync(ct);
        await http.SignInAsync(SignInSchemes.SignOn, SessionCookie.For(account, session.Id));
    }

    /// <summary>A new key for one host's cookie, or nothing if the session is over.</summary>
    public async Task<string?> Admit(Guid sessionId, Guid account, string host, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!await db.Sessions.AnyAsync(session => session.Id == sessionId && session.AccountId == account && session.ExpiresAt > now, ct))
        {
            return null;
        }

        var key = RandomKey.New();
        db.Add(new SessionTicket { KeyHash = RandomKey.Hash(key), SessionId = sessionId, Host = host });
        await db.SaveChangesAsync(ct);
        return key;
    }

    /// <summary>Who shows this key on this host, or nothing.</summary>
    public async Task<SignedInPerson?> Recognise(string key, string host, CancellationToken ct)
    {
        var hash = RandomKey.Hash(key);
        var now = clock.GetUtcNow();
        var idleSince = now - IdleLimit;
        var found = await Behind(db, hash, host, now, idleSince, ct);
        if (found is null)
        {
            return null;
        }

        if (found.LastSeenAt < now - TouchEvery)
        {
            await db.Sessions.Where(session => session.Id == found.Person.SessionId)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now), ct);
        }

        return found.Person;
    }

    /// <summary>Signs out of every host.</summary>
    public Task End(Guid sessionId, CancellationToken ct) =>
        db.Sessions.Where(session => session.Id == sessionId).ExecuteDeleteAsync(ct);

    /// <summary>Ends all sessions of an account but one.</summary>
    public Task EndAll(Guid account, Guid? except, CancellationToken ct) =>
        db.Sessions.Where(session => session.AccountId == account && session.Id != except).ExecuteDeleteAsync(ct);

    private sealed record Found(SignedInPerson Person, DateTimeOffset LastSeenAt);
}
