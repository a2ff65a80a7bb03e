using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Teleservices.Platform.Files;

namespace Teleservices.Cli.Doctor;

/// <summary>Whether uploads can be kept and given back. Changes nothing.</summary>
internal static class FilesChecks
{
    public static async Task Run(IServiceProvider services, IStringLocalizer<Texts> texts, List<Check> checks, CancellationToken ct)
    {
        var files = services.GetRequiredService<IFileStore>();
        try
        {
            await files.Look(ct);
            checks.Add(new Check("files", CheckState.Ok, texts["Les fichiers déposés sont gardés dans {0}, qui répond.", files.Place]));
        }
        catch (FilesAwayException away)
        {
            checks.Add(new Check("files", CheckState.Failed, texts["Les fichiers ne peuvent être ni reçus ni rendus : {0}", away.Message],
                texts["Vérifiez les réglages « Files » (adresse, compartiment, clés) et le réseau."]));
        }
    }
}
