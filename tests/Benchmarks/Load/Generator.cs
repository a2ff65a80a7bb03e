using System.Globalization;
using System.Net;
using System.Text.Json;
using Teleservices.Benchmarks.Machine;
using Teleservices.TestKit;

namespace Teleservices.Benchmarks.Load;

/// <summary>What one round brought.</summary>
/// <param name="Operations">Whole operations: a request filed, a page loaded.</param>
/// <param name="Seconds">How long the round took.</param>
/// <param name="Requests">HTTP requests.</param>
/// <param name="Bytes">Bytes of all answers.</param>
/// <param name="Whole">Milliseconds of an operation.</param>
/// <param name="Acknowledged">Milliseconds of the request that files, until it is acknowledged.</param>
/// <param name="Each">Milliseconds of one HTTP request.</param>
internal sealed record Round(int Operations, double Seconds, int Requests, long Bytes, Times Whole, Times Acknowledged, Times Each)
{
    public double Rate => Operations / Seconds;
}

/// <summary>
/// The process that makes the load. It signs everybody in, then says "ready" and waits for lines "run SECONDS"; it answers each with one line of JSON.
/// </summary>
internal static class Generator
{
    public static async Task Run(Asked asked)
    {
        using var http = Visitor.Loopback();
        var workers = await Workers(asked, http);
        Console.WriteLine("ready");
        while (await Console.In.ReadLineAsync() is { Length: > 4 } line)
        {
            var seconds = double.Parse(line[4..], CultureInfo.InvariantCulture);
            Console.WriteLine(JsonSerializer.Serialize(await Measure(workers, TimeSpan.FromSeconds(seconds))));
        }
    }

    private static async Task<Round> Measure(IReadOnlyList<Worker> workers, TimeSpan length)
    {
        var began = TimeProvider.System.GetTimestamp();
        var results = await Task.WhenAll(workers.Select(worker => Task.Run(() => worker.Go(began, length))));
        var seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        return new Round(
            results.Sum(result => result.Whole.Count),
            seconds,
            results.Sum(result => result.Each.Count),
            results.Sum(result => result.Bytes),
            Times.Of(results.SelectMany(result => result.Whole)),
            Times.Of(results.SelectMany(result => result.Acknowledged)),
            Times.Of(results.SelectMany(result => result.Each)));
    }

    private static async Task<IReadOnlyList<Worker>> Workers(Asked asked, HttpMessageInvoker http)
    {
        var port = asked.Number("port", 0);
        var host = asked.Text("host", "127.0.0.1");
        var site = new Uri($"http://{host}:{port}");
        string[] emails = asked.Text("people", "") is { Length: > 0 } file ? await File.ReadAllLinesAsync(file) : [];
        string[] paths = asked.Text("paths", "") is { Length: > 0 } list ? await File.ReadAllLinesAsync(list) : [];
        var form = asked.Text("form", "");
        var people = new List<Visitor>();
        Journey? journey = null;
        foreach (var email in emails)
        {
            using var browser = new PortalClient(port, host);
            await browser.SignIn(email);
            if (asked.Text("kind", "") == "file")
            {
                journey ??= await Journey.Record(browser, form);
            }

            var person = new Visitor(http, site);
            person.Take(browser.Cookies.GetCookies(site));
            people.Add(person);
        }

        if (people.Count == 0)
        {
            people.AddRange(Enumerable.Range(0, asked.Concurrency).Select(_ => new Visitor(http, site)));
        }

        if (asked.Text("kind", "") == "draft")
        {
            paths = [await Journey.Open(people[0], form)];
            foreach (var person in people.Skip(1))
            {
                await Journey.Open(person, form);
            }
        }

        Func<Visitor, int, Task<double>> operation = asked.Text("kind", "") switch
        {
            "file" => (visitor, _) => journey!.Go(visitor),
            "yardstick" => (visitor, _) => FileYardstick(visitor),
            _ => async (visitor, turn) =>
            {
                await visitor.Page(paths[turn % paths.Length]);
                return visitor.Requests[^1];
            }
            ,
        };
        return [.. people.Chunk((people.Count + asked.Concurrency - 1) / asked.Concurrency).Select((own, number) => new Worker(own, number, operation))];
    }

    private static async Task<double> FileYardstick(Visitor visitor)
    {
        var page = await visitor.Page("/form");
        var filed = await visitor.Post("/form", new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", page.Input("__RequestVerificationToken")),
            new("name", "Camille Martin"),
            new("place", "12 quai Lenoir, 45500 Gien"),
            new("text", "Un trou de 50 cm devant l’arrêt de bus."),
        ]));
        return filed.Status == HttpStatusCode.Found ? visitor.Requests[^1] : throw new InvalidOperationException($"{(int)filed.Status}: {filed.Body}");
    }

    /// <summary>One connection's worth of people, who come one after the other.</summary>
    private sealed class Worker(IReadOnlyList<Visitor> people, int number, Func<Visitor, int, Task<double>> operation)
    {
        private int turn = number;

        public async Task<(List<double> Whole, List<double> Acknowledged, List<double> Each, long Bytes)> Go(long began, TimeSpan length)
        {
            var (whole, acknowledged, each) = (new List<double>(), new List<double>(), new List<double>());
            var bytes = -people.Sum(person => person.Bytes);
            while (TimeProvider.System.GetElapsedTime(began) < length)
            {
                var person = people[turn % people.Count];
                person.Requests.Clear();
                var from = TimeProvider.System.GetTimestamp();
                acknowledged.Add(await operation(person, turn++));
                whole.Add(TimeProvider.System.GetElapsedTime(from).TotalMilliseconds);
                each.AddRange(person.Requests);
            }

            return (whole, acknowledged, each, bytes + people.Sum(person => person.Bytes));
        }
    }
}
