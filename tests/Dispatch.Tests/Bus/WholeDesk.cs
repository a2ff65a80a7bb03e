using Teleservices.Platform.Security;

namespace Teleservices.Dispatch.Tests.Bus;

/// <summary>Where Identity is not: whoever decides looks after all territories.</summary>
internal sealed class WholeDesk : IDeskOfStaff
{
    public Task<Desk> Read(CancellationToken ct) => Task.FromResult(new Desk(null));
}
