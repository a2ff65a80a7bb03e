using Teleservices.Forms.Definitions;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Offers;

/// <summary>What an administration puts on top of a shared form: its own words and values. The form itself is never copied.</summary>
/// <param name="Intro">What its residents should know before they begin.</param>
/// <param name="Hours">When and where its desk is open for this.</param>
/// <param name="Prices">What it charges.</param>
/// <param name="Team">Who works it, where that is another team than the form names.</param>
/// <param name="Pieces">What it asks for besides.</param>
internal sealed record FormOptions(Wording? Intro, Wording? Hours, IReadOnlyList<Price> Prices, TeamOption? Team, IReadOnlyList<ExtraPiece> Pieces)
{
    /// <summary>Name of the page on which extra pieces are asked for; no form may have one that is called so.</summary>
    public const string PiecesPage = "pieces-en-plus";

    private const int MaxMegabytes = 10;
    private static readonly string[] Accepted = ["pdf", "jpeg", "png"];

    /// <summary>The form as it is.</summary>
    public static FormOptions None { get; } = new(null, null, [], null, []);

    /// <summary>The form as residents of this administration fill it in. Its team stays: whoever the request is passed on to has others.</summary>
    public FormDefinition On(FormDefinition form)
    {
        var title = new Wording("Pièces demandées par votre administration", "Documents that your administration asks for");
        return Pieces.Count == 0 ? form : form with
        {
            Documents = [.. form.Documents, .. Pieces.Select(piece => piece.Label)],
            Pages = [.. form.Pages, new PageDefinition(PiecesPage, title, null, null, [.. Pieces.Select(Question)])],
        };
    }

    private static FieldDefinition Question(ExtraPiece piece) =>
        new(piece.Key, FieldType.File, piece.Label) { Required = piece.Required, Accept = Accepted, MaxMegabytes = MaxMegabytes };
}

/// <summary>What something costs.</summary>
/// <param name="Label">What.</param>
/// <param name="Amount">Euros.</param>
internal sealed record Price(Wording Label, decimal Amount);

/// <summary>A team of the administration.</summary>
/// <param name="Code">Code, as the roles of its agents name it.</param>
/// <param name="Name">Name, for residents.</param>
internal sealed record TeamOption(string Code, Wording Name);

/// <summary>A file that is asked for besides.</summary>
/// <param name="Key">Key of the question; stays when the words change, so that what was uploaded stays where it is.</param>
/// <param name="Label">What it is.</param>
/// <param name="Required">Whether nothing can be filed without it.</param>
internal sealed record ExtraPiece(string Key, Wording Label, bool Required)
{
    private const string Prefix = "plus_";

    public static string NewKey() => $"{Prefix}{Guid.NewGuid():N}"[..(Prefix.Length + 8)];

    /// <summary>Whether an answer is to such a question; no form may have a field that is called so.</summary>
    public static bool IsKey(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);
}
