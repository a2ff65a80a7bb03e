using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Cases.Agents;
using Teleservices.Cases.Bus;
using Teleservices.Cases.Model;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;

[assembly: MovesWithAdministration]

namespace Teleservices.Cases;

/// <summary>The module's only public door.</summary>
public static class CasesModule
{
    /// <summary>Adds the module to a process.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton<KnownNames>();
        services.AddSingleton<CaseLook>();
        services.AddScoped<Desk>();
        services.AddScoped<Candidates>();
        services.AddScoped<CaseFileReader>();
        services.AddScoped<CaseQueue>();
        services.AddScoped<CaseReader>();
        services.AddScoped<CaseWords>();
        services.AddScoped<StepParts>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(StepBehavior<,>));
        return services.AddModule(typeof(CasesModule).Assembly);
    }

    extension(HomeDb db)
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
