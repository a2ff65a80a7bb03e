using System.Collections.Concurrent;

namespace Teleservices.Tenancy.Stores;

/// <summary>
/// Answers that are remembered for a short while: those that found something longer than those that did not. Bounded, because
/// anyone on the internet may ask for any host name.
/// </summary>
internal sealed class Remembered<TKey, TValue>(TimeProvider clock, TimeSpan found, TimeSpan notFound, int atMost)
    where TKey : notnull
    where TValue : class
{
    private readonly ConcurrentDictionary<TKey, (TValue? Value, long At)> answers = new();

    public async ValueTask<TValue?> Get(TKey key, Func<TKey, CancellationToken, Task<TValue?>> ask, CancellationToken ct)
    {
        if (answers.TryGetValue(key, out var answer) && IsFresh(answer))
        {
            return answer.Value;
        }

        var value = await ask(key, ct);
        MakeRoom();
        answers[key] = (value, clock.GetTimestamp());
        return value;
    }

    public void Clear() => answers.Clear();

    public int Count => answers.Count;

    private bool IsFresh((TValue? Value, long At) answer) =>
        clock.GetElapsedTime(answer.At) < (answer.Value is null ? notFound : found);

    private void MakeRoom()
    {
        if (answers.Count < atMost)
        {
            return;
        }

        foreach (var (key, answer) in answers)
        {
            if (!IsFresh(answer))
            {
                answers.TryRemove(key, out _);
            }
        }

        if (answers.Count >= atMost)
        {
            answers.Clear();
        }
    }
}
