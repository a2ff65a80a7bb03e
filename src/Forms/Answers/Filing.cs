using System.Globalization;
using Teleservices.Contracts;
using Teleservices.Forms.Definitions;
using Teleservices.Forms.Model;
using Teleservices.Forms.Offers;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Answers;

/// <summary>Puts answers in words: for the check page, for the record, and for the agents who know no form definition.</summary>
/// <param name="reading">Form and answers.</param>
/// <param name="territory">Names of communes.</param>
/// <param name="uploads">The files that the answers name.</param>
internal sealed class Filing(Reading reading, ITerritory territory, IReadOnlyDictionary<Guid, Upload> uploads)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly Text None = new("—", "—");
    private readonly AnswerSet answers = reading.Answers;

    /// <summary>All that was asked and answered, and what it costs; what was not asked is not filed.</summary>
    public FiledContent Content(IReadOnlyList<Price> prices)
    {
        List<FiledSection> sections = [.. reading.Pages.SelectMany(Sections), .. Charged(prices)];
        var pieces = sections.SelectMany(section => section.Answers)
            .Where(answer => answer.PieceId is not null)
            .Select(answer => Piece(answer.Label, uploads.Values.Single(upload => upload.FileId == answer.PieceId))).ToList();
        return new FiledContent(sections, pieces);
    }

    /// <summary>What the resident was told that it costs; nothing where nothing was said.</summary>
    public static IEnumerable<FiledSection> Charged(IReadOnlyList<Price> prices) => prices.Count == 0 ? [] :
    [
        new FiledSection(new Text("Tarif", "Price"), [.. prices.Select((price, i) => new FiledAnswer($"price_{i + 1}", Of(price.Label), Euros(price.Amount)))]),
    ];

    /// <summary>An amount, in both languages.</summary>
    public static Text Euros(decimal amount) => new($"{amount.ToString("N2", French)} €", $"€{amount.ToString("N2", English)}");

    /// <summary>The sections of one page: the page itself, then one for each item of its groups.</summary>
    public IEnumerable<FiledSection> Sections(PageDefinition page)
    {
        var own = reading.Fields(page).Where(field => field.Type is not (FieldType.Group or FieldType.Information)).SelectMany(field => Answer(field, "")).ToList();
        if (own.Count > 0)
        {
            yield return new FiledSection(Of(page.Title), own);
        }

        foreach (var group in reading.Fields(page).Where(field => field.Type == FieldType.Group))
        {
            for (var item = 0; item < answers.Items(group.Key); item++)
            {
                var prefix = AnswerSet.Prefix(group.Key, item);
                var title = new Text($"{group.Item!.Fr} {item + 1}", group.Item.En is { } en ? $"{en} {item + 1}" : null);
                yield return new FiledSection(title, [.. reading.Fields(group, item)
                    .Where(field => field.Type != FieldType.Information).SelectMany(field => Answer(field, prefix))]);
            }
        }
    }

    public static FiledPiece Piece(Text label, Upload upload) =>
        new(upload.FileId, label, upload.FileName, upload.ContentType, upload.Size, upload.Sha256);

    private IEnumerable<FiledAnswer> Answer(FieldDefinition field, string prefix)
    {
        var name = prefix + field.Key;
        if (field.Type == FieldType.Identity)
        {
            return IdentityAnswers(name);
        }

        var piece = field.Type == FieldType.File && Guid.TryParse(answers[name], out var id) && uploads.TryGetValue(id, out var upload) ? upload : null;
        return [new FiledAnswer(name, Of(field.Label), piece is null ? Words(field, name, prefix) : new Text(piece.FileName), piece?.FileId)];
    }

    private Text Words(FieldDefinition field, string name, string prefix) => reading.Value(field, prefix) is not { } value ? None : field.Type switch
    {
        FieldType.YesNo => value == "yes" ? new Text("Oui", "Yes") : new Text("Non", "No"),
        FieldType.Choice or FieldType.Choices => Chosen(field, value.Split('\n')),
        FieldType.Date => Dated(reading.Date(name)!.Value),
        FieldType.Number => Counted(field, value),
        FieldType.Amount => Euros(Numbers.Invariant(value)!.Value),
        FieldType.Phone => new Text(Checking.Phone(value) ?? value),
        FieldType.Address => new Text(Postal(name)),
        FieldType.Commune => new Text(territory.Commune(value)?.Name ?? value),
        FieldType.File => None,
        _ => new Text(value),
    };

    private static Text Chosen(FieldDefinition field, string[] values)
    {
        var chosen = field.Options.Where(option => values.Contains(option.Value)).Select(option => option.Label).ToList();
        return new Text(string.Join(", ", chosen.Select(label => label.Fr)), string.Join(", ", chosen.Select(label => label.En ?? label.Fr)));
    }

    private static Text Dated(DateOnly date) => new(date.ToString("d MMMM yyyy", French), date.ToString("d MMMM yyyy", English));

    private static Text Counted(FieldDefinition field, string value)
    {
        var number = Numbers.Invariant(value)!.Value;
        return field.Unit is { } unit
            ? new Text($"{number.ToString("#,0.####", French)} {unit.Fr}", $"{number.ToString("#,0.####", English)} {unit.En ?? unit.Fr}")
            : new Text(number.ToString("#,0.####", French), number.ToString("#,0.####", English));
    }

    private IEnumerable<FiledAnswer> IdentityAnswers(string name)
    {
        yield return new FiledAnswer($"{name}.last_name", new Text("Nom", "Surname"), new Text(answers[$"{name}.last_name"]));
        yield return new FiledAnswer($"{name}.first_names", new Text("Prénoms", "First names"), new Text(answers[$"{name}.first_names"]));
        yield return new FiledAnswer($"{name}.email", new Text("Adresse électronique", "E-mail address"), new Text(answers[$"{name}.email"]));
        yield return new FiledAnswer($"{name}.phone", new Text("Téléphone", "Phone"), answers[$"{name}.phone"] is { Length: > 0 } phone ? new Text(Checking.Phone(phone) ?? phone) : None);
        yield return new FiledAnswer($"{name}.street", new Text("Adresse postale", "Postal address"), new Text(Postal(name)));
    }

    /// <summary>An address on one line.</summary>
    public string Postal(string name)
    {
        var commune = answers[$"{name}.commune"];
        var city = territory.Commune(commune)?.Name ?? commune;
        string[] parts = [answers[$"{name}.street"], answers[$"{name}.complement"], $"{answers[$"{name}.postcode"]} {city}".Trim()];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    private static Text Of(Wording wording) => new(wording.Fr, wording.En);
}
