using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Contracts;
using Teleservices.Platform.Data;

namespace Teleservices.Cases.Model;

/// <summary>
/// A person who works for this administration: our copy of what Identity grants, so that a case can name who signs
/// (CRPA L111-2). Kept after the role has ended, because the audit trail still names them.
/// </summary>
internal sealed class Agent : IOwnedByAdministration
{
    private Agent()
    {
    }

    public Guid AdministrationId { get; private init; }

    public Guid AccountId { get; private init; }

    public string Name { get; private set; } = "";

    public string? Title { get; private set; }

    public bool Manager { get; private set; }

    /// <summary>Codes of their teams.</summary>
    public List<string> Teams { get; private set; } = [];

    /// <summary>Since when they work here no more, or nothing.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    public static Agent From(RoleGranted granted)
    {
        var agent = new Agent { AdministrationId = granted.AdministrationId, AccountId = granted.AccountId };
        agent.Become(granted);
        return agent;
    }

    /// <summary>Another name, title or team; or back again.</summary>
    public void Become(RoleGranted granted)
    {
        (Name, Title, Manager, LeftAt) = (granted.Name, granted.Title, granted.Manager, null);
        Teams = [.. granted.Teams];
    }

    public void Leave(DateTimeOffset at) => LeftAt ??= at;

    public Actor AsActor() => new(ActorKind.Agent, AccountId, Name, Title);
}

internal sealed class AgentMapping : IEntityTypeConfiguration<Agent>
{
    public void Configure(EntityTypeBuilder<Agent> builder)
    {
        builder.ToTable("agent", "cases");
        builder.HasKey(row => new { row.AdministrationId, row.AccountId });
        builder.Property(row => row.Name).HasMaxLength(200);
        builder.Property(row => row.Title).HasMaxLength(200);
    }
}
