namespace Teleservices.Benchmarks.Machine;

/// <summary>Several measurements of the same thing.</summary>
internal sealed record Spread(double Median, double Least, double Most)
{
    public static Spread Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? new(0, 0, 0) : new(Figures.Round(sorted[sorted.Count / 2]), Figures.Round(sorted[0]), Figures.Round(sorted[^1]));
    }
}

/// <summary>How long something took, in milliseconds.</summary>
internal sealed record Times(double P50, double P95, double P99, double Longest)
{
    public static Times Of(IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        double At(double share) => sorted.Length == 0 ? 0 : Figures.Round(sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))]);
        return new(At(0.5), At(0.95), At(0.99), At(1));
    }
}

internal static class Figures
{
    /// <summary>Three digits are as many as a shared machine can tell.</summary>
    public static double Round(double value) => value == 0 ? 0 : Math.Round(value, Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 6));
}
