using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Platform.Data;
using Teleservices.Server;

namespace Teleservices.Architecture.Tests;

/// <summary>The server put together but not started: its services, its model, its endpoints. Needs no service.</summary>
public sealed class Composition : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("teleservices-architecture-").FullName;
    private readonly WebApplication app;

    public Composition() => app = ServerApp.Build(["--data", folder]);

    public IServiceProvider Services => app.Services;

    public WebApplication App => app;

    public IModel Model
    {
        get
        {
            using var scope = app.Services.CreateScope();
            return scope.ServiceProvider.GetRequiredService<TeleservicesDb>().GetService<IDesignTimeModel>().Model;
        }
    }

    public void Dispose()
    {
        ((IDisposable)app).Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
