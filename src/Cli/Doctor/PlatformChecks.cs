using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Teleservices.Dispatch;
using Teleservices.Forms.Catalogue;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Cli.Doctor;

/// <summary>Whether every resident's request would find an administration, and whether any is stuck on its way.</summary>
internal static class PlatformChecks
{
    /// <summary>Work that is left to do for so long wants a look; the server does it within seconds.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(10);

    public static async Task Run(IServiceProvider services, IStringLocalizer<Texts> texts, List<Check> checks, CancellationToken ct)
    {
        var mediator = services.GetRequiredService<IMediator>();
        var clock = services.GetRequiredService<TimeProvider>();
        var now = clock.GetUtcNow();

        var administrations = (await services.GetRequiredService<ITenantStore>().All(ct)).Count;
        checks.Add(administrations > 0
            ? new Check("administrations", CheckState.Ok, texts["Administrations : {0}.", administrations])
            : new Check("administrations", CheckState.Failed, texts["Aucune administration ne partage cette plateforme."], texts["Lancez « teleservices seed »."]));

        checks.Add(await Coverage(mediator, texts, clock.LegalToday(), ct));
        checks.Add(Outbox(texts, await services.GetRequiredService<TeleservicesDb>().OpenMessages(ct), now));

        var troubles = await mediator.Send(new LedgerTroubles(now - Late), ct);
        checks.Add(troubles.InTriage == 0
            ? new Check("triage", CheckState.Ok, texts["Chaque demande a une administration compétente."])
            : new Check("triage", CheckState.Failed, texts["Demandes sans administration compétente : {0}.", troubles.InTriage], texts["Corrigez le registre, puis acheminez-les de nouveau depuis la console."]));
        checks.Add(troubles.Undelivered == 0
            ? new Check("deliveries", CheckState.Ok, texts["Chaque demande acheminée est arrivée."])
            : new Check("deliveries", CheckState.Failed, texts["Demandes acheminées depuis plus de dix minutes et non remises : {0}.", troubles.Undelivered], texts["Vérifiez que le serveur tourne et lisez son journal."]));
        checks.Add(troubles.Alarms == 0
            ? new Check("alarms", CheckState.Ok, texts["Aucune administration n’a parlé d’une demande qu’elle ne détient pas."])
            : new Check("alarms", CheckState.Failed, texts["Demandes avec une alerte : {0}.", troubles.Alarms], texts["Ouvrez-les depuis la console, page Acheminement."]));
    }

    private static async Task<Check> Coverage(IMediator mediator, IStringLocalizer<Texts> texts, DateOnly today, CancellationToken ct)
    {
        var forms = await mediator.Send(new PublishedForms(), ct);
        if (forms.Count == 0)
        {
            return new Check("coverage", CheckState.Failed, texts["Aucune démarche n’est publiée."], texts["Lancez « teleservices seed »."]);
        }

        // A commune whose town hall does not share the platform has no one for the town hall's forms; that is not a mistake.
        var coverage = await mediator.Send(new CheckCoverage([.. forms.Select(form => form.Competence)], today), ct);
        var gaps = coverage.Gaps.Where(gap => gap.Fault != CoverageFault.NotHere).ToList();
        if (gaps.Count == 0)
        {
            return new Check("coverage", CheckState.Ok, texts["Chaque démarche ({0}) a une administration compétente dans chaque commune.", forms.Count]);
        }

        var some = string.Join(", ", gaps.OrderBy(gap => gap.Fault == CoverageFault.Hole).Take(5).Select(gap => $"{gap.Competence} – {gap.Commune} ({gap.Cog})"));
        return new Check(
            "coverage",
            gaps.All(gap => gap.Fault == CoverageFault.Hole) ? CheckState.Warning : CheckState.Failed,
            texts["Compétences sans titulaire ou à plusieurs titulaires : {0} ({1}…).", gaps.Count, some],
            texts["« teleservices explain --competence C --commune COG » dit pourquoi."]);
    }

    private static Check Outbox(IStringLocalizer<Texts> texts, IReadOnlyList<OpenMessages> open, DateTimeOffset now)
    {
        if (open.Count == 0)
        {
            return new Check("outbox", CheckState.Ok, texts["Aucun message n’attend."]);
        }

        var oldest = now - open.Min(messages => messages.OldestWrittenAt);
        var failing = open.Sum(messages => messages.Failing);
        return new Check(
            "outbox",
            oldest > Late || failing > 0 ? CheckState.Failed : CheckState.Warning,
            texts["Messages en attente : {0}, dont {1} en échec ; le plus ancien depuis {2} s ({3}).", open.Sum(messages => messages.Count), failing, (long)oldest.TotalSeconds, open[0].Consumer],
            texts["Le serveur les porte dès qu’il tourne ; son journal dit pourquoi un message échoue."]);
    }
}
