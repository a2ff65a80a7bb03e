using Teleservices.TestKit.Stores;

namespace Teleservices.Faults;

/// <summary>What residents hold against what administrations hold, by plain SQL: nothing of the product is asked.</summary>
internal sealed record Comparison(int Acknowledged, IReadOnlyList<string> Lost, IReadOnlyList<string> Doubled, int Open);

internal static class LedgerReader
{
    public static async Task<Comparison> Compare(Site site, IReadOnlyCollection<string> told)
    {
        await using var connection = await site.Store.OpenAsSuperuser();
        var requests = await connection.Strings($"SELECT \"Number\" FROM {TestStore.Named("forms.request")}");
        var cases = await connection.Strings($"SELECT \"Number\" FROM {TestStore.Named("cases.case")}");
        var open = await connection.Strings($"SELECT COUNT(*) FROM {TestStore.Named("platform.outbox")} WHERE NOT \"Forged\"");
        var (filed, held) = (requests.ToHashSet(), cases.ToHashSet());
        return new Comparison(
            told.Count,
            [.. told.Where(number => !filed.Contains(number) || !held.Contains(number)).Concat(requests.Where(number => !held.Contains(number))).Distinct()],

            // A receipt told twice, a request that nobody was told of, a second case: each is one too many.
            [.. Twice(told).Concat(Twice(cases)).Concat(requests.Except(told)).Concat(cases.Except(requests)).Distinct()],
            int.Parse(open[0], System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>What is still on its way, and why as far as its row tells.</summary>
    public static async Task<IReadOnlyList<string>> OnTheirWay(Site site)
    {
        await using var connection = await site.Store.OpenAsSuperuser();
        return await connection.Strings($"""
            SELECT "Consumer" || ': written ' || "WrittenAt" || ', due ' || "DueAt" || ', sent ' || COALESCE(CAST("SentAt" AS text), 'not') || ', ' || "Attempts" || ' attempts, '
                || "Failures" || ' failures, ' || COALESCE("LastError", 'no error') FROM {TestStore.Named("platform.outbox")} WHERE NOT "Forged" ORDER BY "WrittenAt" LIMIT 20
            """);
    }

    private static IEnumerable<string> Twice(IEnumerable<string> numbers) => numbers.GroupBy(number => number).Where(group => group.Count() > 1).Select(group => group.Key);
}
