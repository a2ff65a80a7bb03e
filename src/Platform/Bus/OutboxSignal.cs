using System.Threading.Channels;

namespace Teleservices.Platform.Bus;

/// <summary>Wakes the dispatchers of messages and mails right after a commit, instead of at their next round.</summary>
internal sealed class OutboxSignal
{
    private readonly Channel<bool> messages = OneSlot();
    private readonly Channel<bool> mails = OneSlot();

    public void Committed(bool messagesWritten, bool mailsWritten)
    {
        if (messagesWritten)
        {
            messages.Writer.TryWrite(true);
        }

        if (mailsWritten)
        {
            mails.Writer.TryWrite(true);
        }
    }

    public Task WaitForMessages(TimeSpan atMost, TimeProvider clock, CancellationToken ct) => Wait(messages, atMost, clock, ct);

    public Task WaitForMails(TimeSpan atMost, TimeProvider clock, CancellationToken ct) => Wait(mails, atMost, clock, ct);

    private static async Task Wait(Channel<bool> channel, TimeSpan atMost, TimeProvider clock, CancellationToken ct)
    {
        using var round = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var signal = channel.Reader.WaitToReadAsync(round.Token).AsTask();
        await Task.WhenAny(signal, Task.Delay(atMost, clock, round.Token));
        await round.CancelAsync();
        ct.ThrowIfCancellationRequested();
        channel.Reader.TryRead(out _);
    }

    private static Channel<bool> OneSlot() =>
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
}
