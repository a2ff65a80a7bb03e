using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Teleservices.Platform.Operations;

/// <summary>What a process of the one executable does.</summary>
[Flags]
public enum Roles
{
    /// <summary>Nothing: the command line.</summary>
    None = 0,

    /// <summary>Pages of residents, agents and IT staff.</summary>
    Web = 1,

    /// <summary>The sign-in host: accounts and the OpenID Connect server.</summary>
    Identity = 2,

    /// <summary>The bus with all consumers, mails and upkeep.</summary>
    Worker = 4,

    /// <summary>Everything in one process: the embedded set-up.</summary>
    All = Web | Identity | Worker,
}

/// <summary>Reads <c>--roles web,identity,worker</c> and gives work to the processes whose role it is.</summary>
public static class RolesSetup
{
    /// <summary>The roles of this process; all of them unless <c>Roles</c> says otherwise.</summary>
    /// <exception cref="InvalidOperationException">A role is none.</exception>
    public static Roles Roles(this IConfiguration configuration)
    {
        var roles = Operations.Roles.None;
        foreach (var name in (configuration["Roles"] ?? nameof(Operations.Roles.All)).Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            roles |= Enum.TryParse<Roles>(name, ignoreCase: true, out var role) && !char.IsDigit(name[0])
                ? role
                : throw new InvalidOperationException($"'{name}' is no role: --roles takes web, identity and worker in any combination, as in --roles web,identity.");
        }

        return roles;
    }

    /// <summary>Work in the background that belongs to the role worker, however many workers there are: it must bear being done by two at once.</summary>
    public static IServiceCollection AddUpkeep<T>(this IServiceCollection services, IConfiguration configuration)
        where T : class, IHostedService
    {
        if (configuration.Roles().HasFlag(Operations.Roles.Worker))
        {
            services.AddHostedService<T>();
        }

        return services;
    }
}
