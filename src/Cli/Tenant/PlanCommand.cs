using System.CommandLine;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Spectre.Console;
using Teleservices.Platform.Data;
using Teleservices.Tenancy.Onboarding;

namespace Teleservices.Cli.Tenant;

/// <summary><c>teleservices tenant plan|apply</c>: what bringing administrations on board changes, then doing it; a second time changes nothing.</summary>
internal static class PlanCommand
{
    private const int ShownInFull = 3;

    public static Command Plan(IStringLocalizer<Texts> texts, SharedOptions shared)
    {
        var selection = new TenantSelection(texts);
        var command = new Command("plan", texts["Montre ce que l’accueil d’administrations changerait ; ne change rien."]);
        selection.AddTo(command);
        command.SetAction((parsed, ct) => Composition.OnStore(parsed.GetValue(shared.Data), texts, async (services, _) =>
        {
            if (await PlanOf(services, texts, selection, parsed, ct) is not { } plan)
            {
                return ExitCode.Usage;
            }

            Show(texts, plan, parsed.GetValue(shared.Json));
            return plan.Problems.Count == 0 ? ExitCode.Ok : ExitCode.Failure;
        }));
        return command;
    }

    public static Command Apply(IStringLocalizer<Texts> texts, SharedOptions shared)
    {
        var selection = new TenantSelection(texts);
        var yes = new Option<bool>("--yes") { Description = texts["Sans demander de confirmation."] };
        var command = new Command("apply", texts["Accueille des administrations, ou les met à jour ; une seconde fois ne change rien."]) { yes };
        selection.AddTo(command);
        command.SetAction((parsed, ct) => Composition.OnStore(parsed.GetValue(shared.Data), texts, async (services, _) =>
        {
            var json = parsed.GetValue(shared.Json);
            if (await PlanOf(services, texts, selection, parsed, ct) is not { } plan)
            {
                return ExitCode.Usage;
            }

            if (plan.Problems.Count > 0)
            {
                Show(texts, plan, json);
                return ExitCode.Failure;
            }

            if (!parsed.GetValue(yes) && plan.Changes > 0)
            {
                Show(texts, plan, json: false);
                if (System.Console.IsInputRedirected || !await AnsiConsole.ConfirmAsync(texts["Appliquer ce plan ?"], defaultValue: false, ct))
                {
                    await System.Console.Error.WriteLineAsync(texts["Rien n’a été changé ; « --yes » applique le plan sans demander."]);
                    return ExitCode.Usage;
                }
            }

            return await Apply(texts, shared, parsed, plan, ct);
        }));
        return command;
    }

    private static async Task<TenantPlan?> PlanOf(IServiceProvider services, IStringLocalizer<Texts> texts, TenantSelection selection, ParseResult parsed, CancellationToken ct)
    {
        await services.RequireSchema(ct);
        var mediator = services.GetRequiredService<IMediator>();
        var wishes = await selection.Wishes(parsed, mediator, ct);
        if (wishes.Count == 0)
        {
            await System.Console.Error.WriteLineAsync(texts["Indiquez des codes, un fichier, un EPCI ou un département."]);
            return null;
        }

        return await mediator.Send(new PlanTenants(wishes), ct);
    }

    /// <summary>One transaction each: what is done stays done when it is broken off, and a second run does the rest.</summary>
    private static async Task<int> Apply(IStringLocalizer<Texts> texts, SharedOptions shared, ParseResult parsed, TenantPlan plan, CancellationToken ct)
    {
        var done = new List<PlannedOut>();
        await using var services = Composition.Services(parsed.GetValue(shared.Data));
        var words = services.GetRequiredService<IStringLocalizerFactory>().Create("Texts", typeof(ApplyTenant).Assembly.GetName().Name!);
        await Progress.Over(plan.Administrations, texts["Accueil"], async one =>
        {
            if (!one.Changes.Any())
            {
                done.Add(PlannedOut.Of(one, "unchanged", null));
                return;
            }

            await using var scope = services.CreateAsyncScope();
            try
            {
                var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ApplyTenant(one.Wish), ct);
                done.Add(result.Refusal is { } refusal
                    ? PlannedOut.Of(one, "failed", words[refusal.Text, refusal.Arguments])
                    : PlannedOut.Of(result.Value, result.Value.Changes.Any() ? (result.Value.IsNew ? "created" : "changed") : "unchanged", null));
            }
            catch (Exception fault) when (fault is not OperationCanceledException && Composition.IsStoreFault(fault))
            {
                done.Add(PlannedOut.Of(one, "failed", fault.GetBaseException().Message));
            }
        });
        Tell(texts, PlanOut.Of(done, plan.Problems), parsed.GetValue(shared.Json));
        return done.Exists(one => one.Result == "failed") ? ExitCode.Failure : ExitCode.Ok;
    }

    private static void Show(IStringLocalizer<Texts> texts, TenantPlan plan, bool json)
    {
        if (json)
        {
            Output.Json(PlanOut.Of(plan));
            return;
        }

        if (plan.Administrations.Count <= ShownInFull)
        {
            foreach (var one in plan.Administrations)
            {
                PlanShow.Whole(texts, one);
            }
        }
        else
        {
            PlanShow.Table(texts, plan);
        }

        foreach (var problem in plan.Problems)
        {
            System.Console.Error.WriteLine(problem);
        }

        System.Console.Error.WriteLine(texts["{0} changements, {1} administrations nouvelles.", plan.Changes, plan.Created]);
    }

    private static void Tell(IStringLocalizer<Texts> texts, PlanOut done, bool json)
    {
        if (json)
        {
            Output.Json(done);
            return;
        }

        foreach (var one in done.Administrations.Where(one => one.Result == "failed"))
        {
            System.Console.Error.WriteLine($"{one.Name} : {one.Error}");
        }

        foreach (var one in done.Administrations.Where(one => one.Result is "created" or "changed"))
        {
            System.Console.Out.WriteLine($"{one.Slug}\t{one.Host}\t{one.Result}");
        }

        System.Console.Error.WriteLine(texts["{0} changements, {1} administrations nouvelles.", done.Changes, done.Created]);
    }
}
