using Microsoft.EntityFrameworkCore;
using Teleservices.Cases.Model;
using Teleservices.Platform.Data;

namespace Teleservices.Cases;

/// <summary>Tests look into the common database by name; the module itself has no other door than <see cref="HomeDb"/>.</summary>
internal static class TestTables
{
    extension(TeleservicesDb db)
    {
        internal DbSet<Case> Cases => db.Set<Case>();

        internal DbSet<CaseContent> CaseContents => db.Set<CaseContent>();

        internal DbSet<CaseEvent> CaseEvents => db.Set<CaseEvent>();

        internal DbSet<CaseMessage> CaseMessages => db.Set<CaseMessage>();

        internal DbSet<InternalNote> InternalNotes => db.Set<InternalNote>();

        internal DbSet<CasePiece> CasePieces => db.Set<CasePiece>();

        internal DbSet<PiecesRequest> PiecesRequests => db.Set<PiecesRequest>();

        internal DbSet<Agent> Agents => db.Set<Agent>();

        internal DbSet<Team> Teams => db.Set<Team>();

        internal DbSet<FormTeam> FormTeams => db.Set<FormTeam>();

        internal DbSet<KnownForm> KnownForms => db.Set<KnownForm>();
    }
}
