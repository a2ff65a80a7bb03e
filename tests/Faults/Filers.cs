using System.Collections.Concurrent;
using Teleservices.TestKit;

namespace Teleservices.Faults;

/// <summary>Residents who file all the time, as people do: what does not come is tried again, and only a receipt that was read counts.</summary>
internal sealed class Filers(Site site, Plan plan, CancellationToken enough)
{
    private static readonly string[] Residents =
    [
        "camille.martin@example.org", "sofiane.benali@example.org", "odette.lefevre@example.org", "agent.etat-civil@gien.example",
        "agent.scolaire@gien.example", "agent.voirie@gien.example", "responsable@gien.example", "agent.accueil@nevoy.example",
    ];

    private static readonly string[] Forms = ["signalement-voirie", "bac-dechets"];
    private readonly ConcurrentQueue<string> told = [];

    /// <summary>Numbers of the receipts that residents hold.</summary>
    public IReadOnlyCollection<string> Told => told;

    public Task Run() => Task.WhenAll(Enumerable.Range(0, plan.Filers).Select(File));

    private async Task File(int place)
    {
        // One form each: two people with one account and one form would share a draft.
        var (resident, form) = (Residents[place % Residents.Length], Forms[place / Residents.Length % Forms.Length]);
        var browser = await Insist(async () =>
        {
            var fresh = new PortalClient(site.Port, "gien.localhost");
            await fresh.SignIn(resident);

            // A page that says "not now" instead of letting somebody in is no sign-in.
            var own = await fresh.Get("/vos-demandes");
            return own.Address.Host == "gien.localhost" ? fresh : throw new InvalidOperationException($"{resident} is not signed in: {own.Text}");
        });
        while (!enough.IsCancellationRequested || told.Count < plan.Requests)
        {
            var check = await Insist(() => browser.FillIn(form));

            // The answer may be lost: pressing the button again gives the same receipt.
            told.Enqueue(await Insist(async () => (await browser.Submit(check, "Envoyer")).Number()));
        }
    }

    private static async Task<T> Insist<T>(Func<Task<T>> attempt)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await attempt();
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or InvalidOperationException or IOException && tries < 3_000)
            {
                if (tries % 300 == 299)
                {
                    // No fault lasts half a minute.
                    Console.Error.WriteLine($"A resident has tried {tries + 1} times: {fault.Message[..Math.Min(fault.Message.Length, 300)]}");
                }

                await Task.Delay(100, CancellationToken.None);
            }
        }
    }
}
