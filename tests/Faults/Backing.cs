using System.Diagnostics;
using System.Globalization;

namespace Teleservices.Faults;

/// <summary>PostgreSQL and RabbitMQ of the rig, by the project's own script, with every durability setting on; they can be killed, held up and wiped.</summary>
internal sealed class Backing(bool needed) : IAsyncDisposable
{
    /// <summary>The first of the ports; two rigs on one machine need two of them.</summary>
    private static readonly int DatabasePort = int.Parse(Environment.GetEnvironmentVariable("TELESERVICES_FAULTS_PORT") ?? "55453", CultureInfo.InvariantCulture);
    private static readonly int CablePort = DatabasePort + 1;
    public static readonly int BrokerPort = DatabasePort + 240;
    private readonly string folder = Directory.CreateTempSubdirectory("teleservices-faults-services-").FullName;

    public int Broker => Pid("rabbitmq/pid");

    /// <summary>The first process of the database.</summary>
    public int Database => Pid("postgres/data/postmaster.pid");

    /// <summary>The way to the database.</summary>
    public DatabaseCable Cable { get; } = new(CablePort, DatabasePort);

    public async Task Start()
    {
        if (!needed)
        {
            return;
        }

        Cable.Start();

        foreach (var line in (await Script("start")).Split('\n').Where(line => line.StartsWith("export ", StringComparison.Ordinal)))
        {
            Environment.SetEnvironmentVariable(line["export ".Length..line.IndexOf('=')], line[(line.IndexOf('=') + 1)..].Trim('\'').Replace($"Port={DatabasePort}", $"Port={CablePort}", StringComparison.Ordinal));
        }
    }

    public Task StartDatabase() => Script("start-postgres");

    public Task StartBroker() => Script("start-rabbit");

    /// <summary>Whether it lives; it may have ended itself, and after a crash it starts its own processes anew.</summary>
    public async Task<bool> DatabaseRuns()
    {
        await Task.Delay(1000);
        return File.Exists(Path.Combine(folder, "postgres/data/postmaster.pid")) && Directory.Exists($"/proc/{Database}");
    }

    /// <summary>The broker's disk is as good as full.</summary>
    public Task FillBroker() => Script("fill-rabbit");

    /// <summary>There is room again.</summary>
    public Task FreeBroker() => Script("free-rabbit");

    /// <summary>All that the broker had confirmed is gone, queues included.</summary>
    public void WipeBroker() => Directory.Delete(Path.Combine(folder, "rabbitmq", "mnesia"), recursive: true);

    /// <summary>A process and all below it.</summary>
    public static IReadOnlyList<int> Tree(int root)
    {
        var children = Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
            .Select(pid => (Pid: pid, Parent: Parent(pid))).ToLookup(one => one.Parent, one => one.Pid);
        var tree = new List<int> { root };
        for (var place = 0; place < tree.Count; place++)
        {
            tree.AddRange(children[tree[place]]);
        }

        return tree;
    }

    public async ValueTask DisposeAsync()
    {
        await Cable.DisposeAsync();
        if (needed)
        {
            await Script("stop");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static int Parent(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return -1;
        }
    }

    private int Pid(string file) => int.Parse(File.ReadLines(Path.Combine(folder, file)).First(), CultureInfo.InvariantCulture);

    private async Task<string> Script(string verb)
    {
        var start = new ProcessStartInfo(Path.Combine(Repository, "infra/development/services"), [verb, folder]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["TELESERVICES_DURABLE"] = "1";
        start.Environment["TELESERVICES_POSTGRES_PORT"] = DatabasePort.ToString(CultureInfo.InvariantCulture);
        start.Environment["TELESERVICES_RABBITMQ_PORT"] = BrokerPort.ToString(CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        _ = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(3)).Token);
        return process.ExitCode == 0 ? await said : throw new InvalidOperationException($"infra/development/services {verb} ended with {process.ExitCode}.");
    }

    private static string Repository
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "Teleservices.sln")))
            {
                folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Run the fault rig from its repository.");
            }

            return folder;
        }
    }
}
