using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Teleservices.Infra.Tests;

/// <summary>Alerts and dashboard ask for what the product really measures, and the rules do what their tests say.</summary>
public sealed partial class MonitoringTests
{
    [Fact]
    public void Every_measure_that_is_asked_for_is_one_that_the_product_tells()
    {
        var told = Repository.Files("src", "*.cs").SelectMany(file => Told().Matches(Repository.Read(file))).Select(match => match.Groups[1].Value).ToHashSet();
        var asked = new[] { "infra/monitoring/alerts.yaml", "infra/monitoring/dashboard.json" }
            .SelectMany(file => Asked().Matches(Repository.Read(file))).Select(match => Regex.Replace(match.Value, "_total$", "")).Distinct().ToList();
        Assert.NotEmpty(asked);
        Assert.All(asked, name => Assert.Contains(name, told));
    }

    [PromtoolFact]
    public void The_alert_rules_are_right_and_do_what_their_tests_say()
    {
        Promtool("check", "rules", "alerts.yaml");
        Promtool("test", "rules", "alerts.test.yaml");
    }

    private static void Promtool(params string[] arguments)
    {
        var start = new ProcessStartInfo("promtool", arguments) { WorkingDirectory = Repository.Path("infra/monitoring"), RedirectStandardOutput = true, RedirectStandardError = true };
        using var promtool = Process.Start(start)!;
        var said = promtool.StandardOutput.ReadToEnd() + promtool.StandardError.ReadToEnd();
        promtool.WaitForExit();
        Assert.True(promtool.ExitCode == 0, said);
    }

    [GeneratedRegex("\"(teleservices_[a-z_]+)\"")]
    private static partial Regex Told();

    [GeneratedRegex("teleservices_[a-z_]+")]
    private static partial Regex Asked();
}

/// <summary>A test that asks promtool; skipped with its reason where there is none, unless <c>TELESERVICES_REQUIRE</c> names it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PromtoolFactAttribute : FactAttribute
{
    public PromtoolFactAttribute()
    {
        var required = Environment.GetEnvironmentVariable("TELESERVICES_REQUIRE")?.Contains("promtool", StringComparison.OrdinalIgnoreCase) == true;
        if (!required && !(Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "promtool"))))
        {
            Skip = "Needs promtool: run infra/development/install-tools.sh.";
        }
    }
}
