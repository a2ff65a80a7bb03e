using System.Diagnostics;
using System.Text.Json;

namespace Teleservices.Cli.Tests;

/// <summary>The real command line, as a process.</summary>
public sealed class CommandLineTool : IDisposable
{
    /// <summary>A data folder of its own, removed at the end.</summary>
    public string Data { get; } = Path.Combine(Directory.CreateTempSubdirectory("teleservices-cli-").FullName, "data");

    /// <summary>Settings from the environment, as in a real set-up.</summary>
    public Dictionary<string, string?> Settings { get; } = [];

    /// <summary>Runs and waits for the end.</summary>
    public Task<Answer> Run(params string[] arguments) => RunIn("fr_FR.UTF-8", arguments);

    /// <summary>Runs in the language of a terminal.</summary>
    public async Task<Answer> RunIn(string language, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[typeof(ExitCode).Assembly.Location, .. arguments, "--data", Data])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in Settings)
        {
            start.Environment["TELESERVICES__" + name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        start.Environment["LC_ALL"] = language;
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return new Answer(process.ExitCode, await output, await error);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(Data)!, recursive: true);
}

/// <summary>What the process answered.</summary>
public sealed record Answer(int Code, string Output, string Error)
{
    /// <summary>Standard output as JSON; fails if anything else is there.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;
}

/// <summary>A data folder that was seeded by the command line, shared by the tests that only look, or leave it as they found it.</summary>
[CollectionDefinition(nameof(SeededData))]
public sealed class SeededData : IAsyncLifetime, ICollectionFixture<SeededData>
{
    public CommandLineTool Tool { get; } = new();

    public Answer First { get; private set; } = null!;

    public async Task InitializeAsync() => First = await Tool.Run("seed", "--json");

    public Task DisposeAsync()
    {
        Tool.Dispose();
        return Task.CompletedTask;
    }
}
