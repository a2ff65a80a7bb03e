using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Teleservices.Server;

namespace Teleservices.TestKit;

/// <summary>The server as a process of its own, that can be killed like a process.</summary>
/// <param name="settings">More of the command line, such as a <see cref="Stores.TestStore"/>'s.</param>
/// <param name="port">Where it listens.</param>
/// <param name="environment">What else stands in its environment.</param>
public sealed class ServerProcess(IEnumerable<string> settings, int port, IReadOnlyDictionary<string, string>? environment = null) : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> lastWords = [];
    private Process? process;

    /// <summary>Its process identifier.</summary>
    public int Id => process?.Id ?? throw new InvalidOperationException("The server does not run.");

    /// <summary>A port that nobody uses.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts the server and waits until it answers.</summary>
    public async Task Start(CancellationToken ct = default)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            typeof(ServerApp).Assembly.Location, .. settings, "--urls", $"http://127.0.0.1:{port}",
            "--RateLimits:SignIn", "100000", "--RateLimits:Upload", "100000", "--Logging:LogLevel:Default", "Warning",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        lastWords.Clear();
        process.OutputDataReceived += (_, line) => lastWords.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => lastWords.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var probe = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        for (var tries = 0; tries < 2400; tries++)
        {
            try
            {
                // Any answer will do: the probe's host is not one of the platform's.
                await probe.GetAsync("/livez", ct);
                return;
            }
            catch (HttpRequestException)
            {
                if (process.HasExited)
                {
                    throw new InvalidOperationException($"The server ended by itself with code {process.ExitCode}: {string.Join('\n', lastWords)}");
                }

                await Task.Delay(50, ct);
            }
        }

        throw new TimeoutException($"The server did not answer within two minutes: {string.Join('\n', lastWords)}");
    }

    /// <summary>Fails, with its last words, if the server has ended by itself.</summary>
    public void MustRun()
    {
        if (process is { HasExited: true })
        {
            throw new InvalidOperationException($"The server ended by itself with code {process.ExitCode}: {string.Join('\n', lastWords)}");
        }
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task Kill()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            process = null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Kill();
}
