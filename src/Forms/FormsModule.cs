using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Forms.Agents;
using Teleservices.Forms.Bus;
using Teleservices.Forms.Catalogue;
using Teleservices.Forms.Model;
using Teleservices.Forms.Offers;
using Teleservices.Forms.Onboarding;
using Teleservices.Forms.Residents;
using Teleservices.Forms.Residents.DiscardDraft;
using Teleservices.Forms.Residents.StartDraft;
using Teleservices.Platform.Data;
using Teleservices.Platform.Operations;
using Teleservices.Platform.Pipeline;

namespace Teleservices.Forms;

/// <summary>The module's only public door.</summary>
public static class FormsModule
{
    /// <summary>Adds the residents' side to a process.</summary>
    public static IServiceCollection AddForms(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<FormShelf>();
        services.AddSingleton<OfferShelf>();
        services.AddScoped<OwnForms>();
        services.AddScoped<OfferBook>();
        services.AddScoped<Drafts>();
        services.AddScoped<Places>();
        services.AddScoped<FileGate>();
        services.AddSingleton<TimelineLook>();
        services.AddScoped<Timeline>();
        services.AddScoped<ResidentMail>();
        services.AddSingleton<TrialRequests>();
        services.AddScoped<Telling>();
        services.AddUpkeep<ForgetDrafts>(configuration);
        services.AddUpkeep<Reconcile>(configuration);
        return services.AddModule(typeof(FormsModule).Assembly);
    }
}

/// <summary>The module's tables.</summary>
internal static class FormsTables
{
    extension(TeleservicesDb db)
    {
        public DbSet<FormVersion> FormVersions => db.Set<FormVersion>();

        public DbSet<FormSetting> FormSettings => db.Set<FormSetting>();

        public DbSet<SettingChange> SettingChanges => db.Set<SettingChange>();

        public DbSet<Draft> Drafts => db.Set<Draft>();

        public DbSet<DraftDeadline> DraftDeadlines => db.Set<DraftDeadline>();

        public DbSet<Upload> Uploads => db.Set<Upload>();

        public DbSet<Request> Requests => db.Set<Request>();

        public DbSet<Receipt> Receipts => db.Set<Receipt>();

        public DbSet<RequestEvent> RequestEvents => db.Set<RequestEvent>();

        public DbSet<Theme> Themes => db.Set<Theme>();
    }
}
