using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Platform.Tenancy;
using Teleservices.Tenancy.Territories;

namespace Teleservices.TestKit;

/// <summary>A small national territory: the communes of the seeds, and Briare, which nobody of the platform but the département serves.</summary>
public static class AroundGien
{
    /// <summary>SIREN of Briare.</summary>
    public const string BriareSiren = "214500530";

    /// <summary>COG code of Briare.</summary>
    public const string BriareCog = "45053";

    private const string MadeUp = "Village ";

    /// <summary>Imports it; a second time changes nothing.</summary>
    /// <param name="platform">Where.</param>
    /// <param name="more">How many made-up communes the département serves besides.</param>
    public static Task<bool> ImportSmallTerritory(this RunningPlatform platform, int more = 0)
    {
        ArgumentNullException.ThrowIfNull(platform);
        return platform.Inside(null, async (services, _) =>
        {
            var known = services.GetRequiredService<ITerritory>().Communes
                .Where(commune => commune.Cog != BriareCog && !commune.Name.StartsWith(MadeUp, StringComparison.Ordinal)).ToList();
            var edition = new Edition(
                new DateOnly(2026, 1, 1),
                "made up",
                [
                    .. known.Select((one, at) => new EditionCommune(one.Cog, one.Name, $"2145{at:00000}", "45", 100, one.Postcodes)),
                    new EditionCommune(BriareCog, "Briare", BriareSiren, "45", 100, ["45250"]),
                    .. Enumerable.Range(0, more).Select(at => new EditionCommune($"45{400 + at}", $"{MadeUp}{at}", $"2146{at:00000}", "45", 100, ["45900"])),
                ],
                [],
                [new EditionEpci("244500211", "CC", "CC Giennoises", [.. known.Select(one => one.Cog)]), new EditionEpci("244500419", "CC", "CC Berry Loire Puisaye", [BriareCog])],
                [new EditionDepartement("45", "224500017", "Loiret")]);
            return (await services.GetRequiredService<IMediator>().Send(new ImportTerritory(edition, [], DryRun: false))).Refusal is null;
        });
    }
}
