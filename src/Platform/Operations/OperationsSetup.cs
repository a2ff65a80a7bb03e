using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Teleservices.Platform.Operations;

/// <summary>
/// What operators look at: <c>/livez</c>, <c>/readyz</c> and, on a port of its own (<c>Operations:Urls</c>), <c>/metrics</c>. Traces go to the
/// collector that <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names.
/// </summary>
public static class OperationsSetup
{
    private const string UrlsKey = "Operations:Urls";

    /// <summary>A stop waits this long for what is under way: pages, messages.</summary>
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(25);

    /// <summary>Checks, measures and traces.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<HostOptions>(host => host.ShutdownTimeout = Drain);
        services.AddHealthChecks().AddCheck<StoreCheck>("store", timeout: TimeSpan.FromSeconds(3))
            .AddCheck<FilesCheck>("files", failureStatus: HealthStatus.Degraded, timeout: TimeSpan.FromSeconds(3));
        var exports = configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 };
        var measured = configuration[UrlsKey] is { Length: > 0 };
        if (!exports && !measured)
        {
            return services;
        }

        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("teleservices", serviceInstanceId: Environment.MachineName));
        telemetry.WithMetrics(metrics =>
        {
            metrics.AddMeter(Signals.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql");
            if (measured)
            {
                metrics.AddPrometheusExporter();
            }
        });
        if (exports)
        {
            telemetry.WithTracing(traces => traces.AddSource(Signals.Name).AddNpgsql().AddAspNetCoreInstrumentation(web =>
                web.Filter = context => !context.Request.Path.StartsWithSegments("/livez") && !context.Request.Path.StartsWithSegments("/readyz")));
            telemetry.UseOtlpExporter();
        }

        return services;
    }

    /// <summary>Adds the operators' listener to those of the pages.</summary>
    public static IEnumerable<string> OperationsUrls(this IConfiguration configuration) =>
        (configuration[UrlsKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Answers operators: on their own port and nowhere else, or on every port when they have none.</summary>
    public static void UseOperations(this WebApplication app)
    {
        var ports = app.Configuration.OperationsUrls().Select(url => BindingAddress.Parse(url).Port).ToHashSet();
        if (ports.Count == 0)
        {
            app.MapWhen(context => context.Request.Path.Value is "/livez" or "/readyz", Probes);
            return;
        }

        app.MapWhen(context => ports.Contains(context.Connection.LocalPort), branch =>
        {
            branch.UseOpenTelemetryPrometheusScrapingEndpoint("/metrics");
            Probes(branch);
            branch.Run(context =>
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            });
        });
    }

    private static void Probes(IApplicationBuilder app)
    {
        // Alive is who can answer at all: a store that is down is no reason to be started again.
        app.Map("/livez", live => live.Run(context => context.Response.WriteAsync("vivant", context.RequestAborted)));
        app.UseHealthChecks("/readyz", new HealthCheckOptions
        {
            AllowCachingResponses = false,
            ResponseWriter = (context, report) => context.Response.WriteAsJsonAsync(new Readiness(
                report.Status.ToString(), report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Status.ToString()))),
        });
    }

    /// <summary>The answer of <c>/readyz</c>. Names and states only: why something is down stands in the log.</summary>
    private sealed record Readiness(string Status, IReadOnlyDictionary<string, string> Checks);
}
