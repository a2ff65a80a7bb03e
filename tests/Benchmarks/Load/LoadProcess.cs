using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Teleservices.Benchmarks.Load;

/// <summary>The load generator as seen from the benchmark: a process of its own.</summary>
internal sealed class LoadProcess : IAsyncDisposable
{
    private readonly Process process;

    private LoadProcess(Process process) => this.process = process;

    /// <summary>Starts it and waits until everybody has signed in.</summary>
    public static async Task<LoadProcess> Start(int port, string host, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(LoadProcess).Assembly.Location, "load", "--port", $"{port}", "--host", host, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var load = new LoadProcess(Process.Start(start)!);
        if (await load.process.StandardOutput.ReadLineAsync() != "ready")
        {
            throw new InvalidOperationException("The load generator did not get ready; what it said is above.");
        }

        return load;
    }

    /// <summary>Its process identifier.</summary>
    public int Id => process.Id;

    /// <summary>One round.</summary>
    public async Task<Round> Run(double seconds)
    {
        await process.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"run {seconds}"));
        await process.StandardInput.FlushAsync();
        return await process.StandardOutput.ReadLineAsync() is { } line
            ? JsonSerializer.Deserialize<Round>(line)!
            : throw new InvalidOperationException("The load generator ended in the middle of a round; what it said is above.");
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
