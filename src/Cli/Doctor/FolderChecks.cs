using Microsoft.Extensions.Localization;
using Teleservices.Platform.Data;

namespace Teleservices.Cli.Doctor;

/// <summary>The data folder and the file of the store, before anything opens them: looking must not make them.</summary>
internal static class FolderChecks
{
    public static bool Run(IStringLocalizer<Texts> texts, DataOptions data, List<Check> checks)
    {
        var folder = data.PathOf("");
        if (!Directory.Exists(folder))
        {
            checks.Add(new Check("data-directory", CheckState.Failed, texts["Le dossier des données {0} n’existe pas.", folder], Start(texts)));
            return false;
        }

        checks.Add(Writable(folder)
            ? new Check("data-directory", CheckState.Ok, texts["Le dossier des données {0} est accessible en écriture.", folder])
            : new Check("data-directory", CheckState.Failed, texts["Le dossier des données {0} n’est pas accessible en écriture.", folder], texts["Donnez à l’utilisateur du serveur le droit d’y écrire."]));
        if (data.Store == StoreKind.Sqlite && !File.Exists(data.StorePath))
        {
            checks.Add(new Check("store", CheckState.Failed, texts["Il n’y a pas encore de base de données."], Start(texts)));
            return false;
        }

        return true;
    }

    private static bool Writable(string folder)
    {
        try
        {
            var probe = Path.Combine(folder, $".probe-{Guid.NewGuid():N}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string Start(IStringLocalizer<Texts> texts) => texts["Lancez « teleservices seed » ou démarrez le serveur, ou indiquez le dossier avec --data."];
}
