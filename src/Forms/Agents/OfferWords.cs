using System.Text.Json;
using Microsoft.Extensions.Localization;
using Teleservices.Forms.Definitions;
using Teleservices.Forms.Offers;
using Teleservices.Forms.Residents;

namespace Teleservices.Forms.Agents;

/// <summary>Offers, their history and the differences of two versions, in words.</summary>
internal static class OfferWords
{
    /// <summary>What an administration has of its own, in short.</summary>
    public static string Own(FormOptions options, IStringLocalizer<Texts> texts)
    {
        var parts = Parts(new Offer(true, null, FormOptions.None), new Offer(true, null, options), texts).ToList();
        return parts.Count == 0 ? texts["Aucun"] : Sentence(parts);
    }

    /// <summary>What one change changed.</summary>
    public static string Change(Offer before, Offer after, IStringLocalizer<Texts> texts) => Sentence([.. Parts(before, after, texts)]);

    /// <summary>A difference between two versions.</summary>
    public static string Of(FormChange change, FormDefinition before, FormDefinition after, IStringLocalizer<Texts> texts) => change.Kind switch
    {
        FormChangeKind.Silence => texts["Le délai légal change. Avant : {0} Après : {1}", before.Silence.InWords(texts), after.Silence.InWords(texts)],
        FormChangeKind.LegalBasis => texts["Fondement juridique : « {0} » devient « {1} »", change.Before!, change.After!],
        FormChangeKind.Purpose => texts["Finalité du traitement : « {0} » devient « {1} »", change.Before!, change.After!],
        FormChangeKind.Retention => texts["Conservation : {0} mois deviennent {1} mois", before.RetentionMonths, after.RetentionMonths],
        FormChangeKind.Competence => texts["La compétence, ou le lieu qui décide de l’administration, change"],
        FormChangeKind.Team => texts["Service : « {0} » devient « {1} »", change.Before!, change.After!],
        FormChangeKind.Documents => texts["La liste des pièces à préparer change"],
        FormChangeKind.Title => texts["Titre : « {0} » devient « {1} »", change.Before!, change.After!],
        FormChangeKind.Summary => texts["Résumé : « {0} » devient « {1} »", change.Before!, change.After!],
        FormChangeKind.Presentation => texts["La présentation (rubrique, mots-clés ou durée) change"],
        FormChangeKind.PageAdded => texts["Page ajoutée : « {0} »", change.After!],
        FormChangeKind.PageRemoved => texts["Page retirée : « {0} »", change.Before!],
        FormChangeKind.PageTitle => texts["Page « {0} » : le titre devient « {1} »", change.Before!, change.After!],
        FormChangeKind.PageRules => texts["Page « {0} » : l’introduction ou la condition change", Page(after, change.At)],
        FormChangeKind.PagesReordered => texts["L’ordre des pages change"],
        FormChangeKind.FieldAdded => texts["Question ajoutée : « {0} »", change.After!],
        FormChangeKind.FieldRemoved => texts["Question retirée : « {0} »", change.Before!],
        FormChangeKind.FieldMoved => texts["Question déplacée : « {0} »", change.After!],
        FormChangeKind.FieldType => texts["« {0} » : la forme de la réponse change", change.After!],
        FormChangeKind.FieldLabel => texts["Question « {0} » : le libellé devient « {1} »", change.Before!, change.After!],
        FormChangeKind.FieldRequired => texts["« {0} » : la réponse devient obligatoire", change.After!],
        FormChangeKind.FieldOptional => texts["« {0} » : la réponse devient facultative", change.After!],
        FormChangeKind.ChoiceAdded => texts["« {0} » : réponse possible ajoutée, « {1} »", Field(after, change.At), change.After!],
        FormChangeKind.ChoiceRemoved => texts["« {0} » : réponse possible retirée, « {1} »", Field(before, change.At), change.Before!],
        FormChangeKind.ChoiceLabel => texts["« {0} » : la réponse « {1} » devient « {2} »", Field(after, change.At), change.Before!, change.After!],
        FormChangeKind.FieldRules => texts["« {0} » : l’aide, la condition ou les limites changent", change.After!],
        FormChangeKind.FieldsReordered => texts["L’ordre des questions change : « {0} »", after.Page(change.At) is null ? Field(after, change.At) : Page(after, change.At)],
    };

    private static IEnumerable<string> Parts(Offer before, Offer after, IStringLocalizer<Texts> texts)
    {
        if (before.IsOn != after.IsOn)
        {
            yield return after.IsOn ? texts["Mise en ligne"] : texts["Fermeture"];
        }

        if (before.Version != after.Version)
        {
            yield return after.Version is { } version ? texts["Version {0} acceptée", version] : texts["Nouvelles versions automatiques"];
        }

        var (old, own) = (before.Options, after.Options);
        if (old.Intro != own.Intro)
        {
            yield return texts["Texte d’accueil"];
        }

        if (old.Hours != own.Hours)
        {
            yield return texts["Horaires"];
        }

        if (Differ(old.Prices, own.Prices))
        {
            yield return own.Prices.Count == 0 ? texts["Tarifs retirés"] : texts["Tarifs ({0})", own.Prices.Count];
        }

        if (old.Team != own.Team)
        {
            yield return texts["Service"];
        }

        if (Differ(old.Pieces, own.Pieces))
        {
            yield return own.Pieces.Count == 0 ? texts["Pièces en plus retirées"] : texts["Pièces en plus ({0})", own.Pieces.Count];
        }
    }

    private static bool Differ<T>(IReadOnlyList<T> before, IReadOnlyList<T> after) => JsonSerializer.Serialize(before) != JsonSerializer.Serialize(after);

    private static string Sentence(IReadOnlyList<string> parts) => string.Join(", ", parts.Select((part, i) => i == 0 ? part : char.ToLowerInvariant(part[0]) + part[1..]));

    private static string Page(FormDefinition form, string name) => form.Page(name)?.Title.ToString() ?? name;

    /// <summary>The words of a field by its path, <c>field</c> or <c>group.field</c>.</summary>
    private static string Field(FormDefinition form, string path)
    {
        var (fields, label) = (form.Fields, path);
        foreach (var key in path.Split('.'))
        {
            if (fields.FirstOrDefault(field => field.Key == key) is not { } found)
            {
                return label;
            }

            (fields, label) = (found.Fields, found.Label.ToString());
        }

        return label;
    }
}
