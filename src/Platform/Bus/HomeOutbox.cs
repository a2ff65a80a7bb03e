using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Platform.Bus;

/// <summary>The outbox beside the rows of the current administration: for modules that work on <see cref="HomeDb"/>, so that row and message are one commit.</summary>
public sealed class HomeOutbox : Outbox
{
    internal HomeOutbox(HomeDb home, Current current, BusConsumers consumers, TimeProvider clock)
        : base(() => home.Context, current, consumers, clock)
    {
    }
}
