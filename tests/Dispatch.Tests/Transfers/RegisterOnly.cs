using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Platform.Tenancy;
using Teleservices.Tenancy;
using Teleservices.TestKit;

namespace Teleservices.Dispatch.Tests.Transfers;

/// <summary>Territory and register on a real store, without bus and pages.</summary>
public sealed class RegisterOnly : IAsyncLifetime
{
    public static readonly string[] Eleven = ["45036", "45096", "45108", "45155", "45180", "45218", "45227", "45254", "45271", "45280", "45291"];

    public ModuleHost Host { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Host = await ModuleHost.Start((services, configuration) => services.AddLocalization().AddTenancy(configuration).AddDispatch(configuration));
        await Host.Seed(ModuleHost.Seeds);
        Names = await Host.Work(null, async (services, _) => (await services.GetRequiredService<ITenantStore>().All(CancellationToken.None)).ToDictionary(one => one.Id, one => one.Identifier));
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();

    public Task<T> Send<T>(IRequest<T> request) => Host.Work(null, (services, _) => services.GetRequiredService<IMediator>().Send(request));
}
