namespace Teleservices.Journeys.Tests;

/// <summary>A test that drives Chromium; skipped with its reason where there is none, unless <c>TELESERVICES_REQUIRE</c> names it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        var required = Environment.GetEnvironmentVariable("TELESERVICES_REQUIRE")?.Contains("chromium", StringComparison.OrdinalIgnoreCase) == true;
        if (Chromium.Path is null && !required)
        {
            Skip = "Needs Chromium: run infra/development/install-browser.sh, or set CHROMIUM_PATH.";
        }
    }
}

internal static class Chromium
{
    private static readonly string[] Usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public static string? Path { get; } =
        new[] { Environment.GetEnvironmentVariable("CHROMIUM_PATH") }.Concat(Usual).FirstOrDefault(File.Exists);
}
