namespace Teleservices.Benchmarks.Runs;

/// <summary>A platform with twelve administrations, and with all of the country's.</summary>
internal sealed class TenantsRun(Asked asked)
{
    public Task Run() => throw new ArgumentException($"{asked.What} is not measured yet.");
}
