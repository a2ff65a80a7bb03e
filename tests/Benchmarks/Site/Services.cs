using System.Diagnostics;
using System.Globalization;
using Teleservices.Benchmarks.Machine;
using Teleservices.TestKit;

namespace Teleservices.Benchmarks.Site;

/// <summary>PostgreSQL and RabbitMQ for one benchmark, by the project's own script, with every durability setting on.</summary>
internal sealed class Services : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("teleservices-bench-services-").FullName;
    private bool started;

    /// <summary>The database server and the broker, as far as they run.</summary>
    public IReadOnlyList<ProcessGroup> Groups { get; private set; } = [];

    /// <summary>Starts what is asked for and tells TestKit where it is.</summary>
    public async Task Start(Asked asked)
    {
        Environment.SetEnvironmentVariable("TELESERVICES_TEST_STORE", asked.Store);
        Environment.SetEnvironmentVariable("TELESERVICES_TEST_BUS", asked.Bus);
        if (!asked.OnPostgres && asked.Bus == "memory")
        {
            return;
        }

        started = true;
        foreach (var line in (await Script("start")).Split('\n').Where(line => line.StartsWith("export ", StringComparison.Ordinal)))
        {
            var (name, value) = (line["export ".Length..line.IndexOf('=')], line[(line.IndexOf('=') + 1)..].Trim('\''));
            Environment.SetEnvironmentVariable(name, value);
        }

        Groups =
        [
            new ProcessGroup("postgres", [Pid("postgres/data/postmaster.pid")]),
            .. asked.Bus == "memory" ? Array.Empty<ProcessGroup>() : [new ProcessGroup("rabbitmq", [Pid("rabbitmq/pid")])],
        ];
    }

    public async ValueTask DisposeAsync()
    {
        if (started)
        {
            await Script("stop");
        }

        Directory.Delete(folder, recursive: true);
    }

    private int Pid(string file) => int.Parse(File.ReadLines(Path.Combine(folder, file)).First(), CultureInfo.InvariantCulture);

    private async Task<string> Script(string verb)
    {
        var start = new ProcessStartInfo(Path.Combine(Folders.Repository, "infra/development/services"), [verb, folder]) { RedirectStandardOutput = true };
        start.Environment["TELESERVICES_DURABLE"] = "1";
        start.Environment["TELESERVICES_POSTGRES_PORT"] = $"{ServerProcess.FreePort()}";
        start.Environment["TELESERVICES_RABBITMQ_PORT"] = $"{ServerProcess.FreePort()}";
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"infra/development/services {verb} ended with {process.ExitCode}.");
    }
}

internal static class Folders
{
    /// <summary>The root of the repository: the folder above this build that holds the solution.</summary>
    public static string Repository
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "Teleservices.sln")))
            {
                folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Run the benchmark from its repository.");
            }

            return folder;
        }
    }
}
