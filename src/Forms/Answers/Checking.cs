using System.Globalization;
using System.Net.Mail;
using System.Text.RegularExpressions;
using PhoneNumbers;
using Teleservices.Forms.Definitions;
using Teleservices.Platform.Results;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Answers;

/// <summary>Looks at typed answers and says, question by question, what is wrong and what would be right.</summary>
internal sealed partial class Checking(Reading reading, ITerritory territory)
{
    private readonly AnswerSet answers = reading.Answers;

    /// <summary>Everything that is wrong on a page, groups included.</summary>
    public IReadOnlyList<Refusal> Page(PageDefinition page) => [.. reading.Fields(page).SelectMany(field => Field(field, ""))];

    /// <summary>Everything that is wrong in one item of a group.</summary>
    public IReadOnlyList<Refusal> Item(FieldDefinition group, int item) =>
        [.. reading.Fields(group, item).SelectMany(field => Field(field, AnswerSet.Prefix(group.Key, item)))];

    private IEnumerable<Refusal> Field(FieldDefinition field, string prefix)
    {
        var name = prefix + field.Key;
        return field.Type switch
        {
            FieldType.Information => [],
            FieldType.Group => Group(field),
            FieldType.Address => Address(field, name),
            FieldType.Identity => Identity(name),
            FieldType.Date => Date(field, name),
            _ => Single(field, name) is { } refusal ? [refusal with { Field = name }] : [],
        };
    }

    private IEnumerable<Refusal> Group(FieldDefinition field)
    {
        var count = answers.Items(field.Key);
        if (count < field.MinItems || (field.Required && count == 0))
        {
            yield return new Refusal("« {0} » : ajoutez au moins {1} élément(s)", field.Label, Math.Max(1, field.MinItems)) { Field = field.Key };
        }

        for (var item = 0; item < count; item++)
        {
            if (Item(field, item) is { Count: > 0 })
            {
                yield return new Refusal("« {0} » n° {1} est incomplet : modifiez-le ou retirez-le", field.Item ?? field.Label, item + 1) { Field = field.Key };
            }
        }
    }

    private Refusal? Single(FieldDefinition field, string name)
    {
        var typed = answers[name];
        if (typed.Length == 0)
        {
            return field.Required ? Missing(field) : null;
        }

        return field.Type switch
        {
            FieldType.Text => Text(field, typed),
            FieldType.LongText => TooLong(field, typed),
            FieldType.Email => IsEmail(typed) ? null : new Refusal("« {0} » : écrivez une adresse électronique comme nom@exemple.fr", field.Label),
            FieldType.Phone => Phone(typed) is not null ? null : new Refusal("« {0} » : écrivez un numéro de téléphone comme 02 38 29 80 00", field.Label),
            FieldType.Number or FieldType.Amount => Number(field, typed),
            FieldType.YesNo => typed is "yes" or "no" ? null : Missing(field),
            FieldType.Choice => field.Options.Any(option => option.Value == typed) ? null : Missing(field),
            FieldType.Choices => answers.Several(name).All(value => field.Options.Any(option => option.Value == value)) ? null : Missing(field),
            FieldType.Commune => territory.Commune(typed) is not null ? null : Unknown(field, typed),
            _ => null,
        };
    }

    private Refusal Unknown(FieldDefinition field, string typed) =>
        Like(typed) is { Length: > 0 } like ? new Refusal("« {0} » : précisez laquelle : {1}", field.Label, like)
        : territory.Communes.Count > CommuneSearch.Most ? new Refusal("« {0} » : aucune commune de cette plateforme ne correspond ; écrivez son code postal et son nom, par exemple 45500 Gien", field.Label)
        : Missing(field);

    /// <summary>What a name that was not recognised can mean, to be written more exactly.</summary>
    private string Like(string typed) => string.Join(", ", territory.Like(typed).Select(commune => commune.InWords()));

    private Refusal Missing(FieldDefinition field) => field.Type switch
    {
        FieldType.Choice or FieldType.Choices or FieldType.YesNo => new Refusal("« {0} » : choisissez une réponse", field.Label),
        FieldType.Commune when territory.Communes.Count > CommuneSearch.Most => new Refusal("« {0} » : écrivez le code postal et le nom de la commune, par exemple 45500 Gien", field.Label),
        FieldType.Commune => new Refusal("« {0} » : choisissez une commune de la liste", field.Label),
        FieldType.File => new Refusal("« {0} » : choisissez un fichier", field.Label),
        _ => new Refusal("« {0} » : écrivez votre réponse", field.Label),
    };

    private static Refusal? Text(FieldDefinition field, string typed) =>
        field.Pattern is { } pattern && !Regex.IsMatch(typed, $"^(?:{pattern})$", RegexOptions.NonBacktracking)
            ? new Refusal("« {0} » : {1}", field.Label, field.PatternHint!)
            : TooLong(field, typed);

    private static Refusal? TooLong(FieldDefinition field, string typed) => typed.Length > field.MaxLength
        ? new Refusal("« {0} » : {1} caractères au plus, il y en a {2}", field.Label, field.MaxLength, typed.Length)
        : null;

    private static Refusal? Number(FieldDefinition field, string typed)
    {
        if (Numbers.Written(typed) is not { } number)
        {
            return new Refusal("« {0} » : écrivez un nombre en chiffres, par exemple {1}", field.Label, field.Decimals > 0 ? "12,50" : "12");
        }

        if (decimal.Round(number, field.Decimals) != number)
        {
            return field.Decimals == 0
                ? new Refusal("« {0} » : écrivez un nombre entier", field.Label)
                : new Refusal("« {0} » : {1} chiffres au plus après la virgule", field.Label, field.Decimals);
        }

        var (min, max) = (Numbers.Invariant(field.Min ?? ""), Numbers.Invariant(field.Max ?? ""));
        return number < min ? new Refusal("« {0} » : {1} au moins", field.Label, min!)
            : number > max ? new Refusal("« {0} » : {1} au plus", field.Label, max!)
            : null;
    }

    private IEnumerable<Refusal> Date(FieldDefinition field, string name)
    {
        if (new[] { "day", "month", "year" }.All(part => answers[$"{name}.{part}"].Length == 0))
        {
            if (field.Required)
            {
                yield return new Refusal("« {0} » : écrivez une date", field.Label) { Field = name };
            }

            yield break;
        }

        foreach (var (part, refusal) in new[]
        {
            ("day", new Refusal("« {0} » : il manque le jour", field.Label)),
            ("month", new Refusal("« {0} » : il manque le mois", field.Label)),
            ("year", new Refusal("« {0} » : il manque l’année", field.Label)),
        })
        {
            if (answers[$"{name}.{part}"].Length == 0)
            {
                yield return refusal with { Field = name };
                yield break;
            }
        }

        if (reading.Date(name) is not { } date)
        {
            yield return new Refusal("« {0} » : cette date n’existe pas ; écrivez par exemple 31 3 1980", field.Label) { Field = name };
        }
        else if (field.Min is { } min && RelativeDate.Of(min, reading.Today) is { } earliest && date < earliest)
        {
            yield return new Refusal("« {0} » : la date doit être le {1} ou après", field.Label, Written(earliest)) { Field = name };
        }
        else if (field.Max is { } max && RelativeDate.Of(max, reading.Today) is { } latest && date > latest)
        {
            yield return new Refusal("« {0} » : la date doit être le {1} ou avant", field.Label, Written(latest)) { Field = name };
        }
    }

    private IEnumerable<Refusal> Address(FieldDefinition field, string name)
    {
        var typed = new[] { "street", "complement", "postcode", "commune" }.Any(part => answers[$"{name}.{part}"].Length > 0);
        if (!typed && !field.Required)
        {
            yield break;
        }

        foreach (var refusal in PostalAddress(name))
        {
            yield return refusal;
        }

        // The commune of the place decides who is competent, so it must be one that we know.
        if (reading.Form.Place == field.Key && answers[$"{name}.commune"] is { Length: > 0 } cog && territory.Commune(cog) is null)
        {
            yield return territory.At(answers[$"{name}.postcode"]) is { Count: > 0 } here
                ? new Refusal("Aucune commune ne s’appelle ainsi à ce code postal. Au {0} : {1}", answers[$"{name}.postcode"], string.Join(", ", here.Select(commune => commune.Name))) { Field = $"{name}.commune" }
                : Like(cog) is { Length: > 0 } like ? new Refusal("Précisez la commune : {0}", like) { Field = $"{name}.commune" }
                : new Refusal("Choisissez la commune dans la liste") { Field = $"{name}.commune" };
        }
    }

    private IEnumerable<Refusal> PostalAddress(string name)
    {
        if (answers[$"{name}.street"].Length is 0 or > 200)
        {
            yield return new Refusal("Écrivez le numéro et la rue") { Field = $"{name}.street" };
        }

        if (!Postcode().IsMatch(answers[$"{name}.postcode"]))
        {
            yield return new Refusal("Écrivez un code postal de cinq chiffres, par exemple 45500") { Field = $"{name}.postcode" };
        }

        if (answers[$"{name}.commune"].Length is 0 or > 100)
        {
            yield return new Refusal("Choisissez la commune") { Field = $"{name}.commune" };
        }
    }

    private IEnumerable<Refusal> Identity(string name)
    {
        if (answers[$"{name}.last_name"].Length is 0 or > 100)
        {
            yield return new Refusal("Écrivez votre nom") { Field = $"{name}.last_name" };
        }

        if (answers[$"{name}.first_names"].Length is 0 or > 150)
        {
            yield return new Refusal("Écrivez votre prénom") { Field = $"{name}.first_names" };
        }

        if (!IsEmail(answers[$"{name}.email"]))
        {
            yield return new Refusal("Écrivez une adresse électronique comme nom@exemple.fr") { Field = $"{name}.email" };
        }

        if (answers[$"{name}.phone"] is { Length: > 0 } phone && Phone(phone) is null)
        {
            yield return new Refusal("Écrivez un numéro de téléphone comme 02 38 29 80 00") { Field = $"{name}.phone" };
        }

        foreach (var refusal in PostalAddress(name))
        {
            yield return refusal;
        }
    }

    /// <summary>The number in E.164, or nothing; a number without country is French.</summary>
    public static string? Phone(string typed)
    {
        var numbers = PhoneNumberUtil.GetInstance();
        try
        {
            var number = numbers.Parse(typed, "FR");
            return numbers.IsPossibleNumber(number) ? numbers.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static bool IsEmail(string typed) =>
        typed.Length <= 254 && MailAddress.TryCreate(typed, out var address) && address.Address == typed && address.Host.Contains('.', StringComparison.Ordinal);

    private static string Written(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    [GeneratedRegex("^[0-9]{5}$")]
    private static partial Regex Postcode();
}
