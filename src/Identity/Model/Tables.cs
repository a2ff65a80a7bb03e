using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;

namespace Teleservices.Identity.Model;

internal static class Tables
{
    extension(TeleservicesDb db)
    {
        public DbSet<Account> Accounts => db.Set<Account>();

        public DbSet<AccountRole> AccountRoles => db.Set<AccountRole>();

        public DbSet<Session> Sessions => db.Set<Session>();

        public DbSet<SessionTicket> SessionTickets => db.Set<SessionTicket>();

        public DbSet<Registration> Registrations => db.Set<Registration>();

        public DbSet<ProviderKey> ProviderKeys => db.Set<ProviderKey>();
    }
}
