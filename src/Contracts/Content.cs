namespace Teleservices.Contracts;

/// <summary>A text in French and, where there is one, in English.</summary>
public sealed record Text(string Fr, string? En = null);

/// <summary>What a resident filed, self-describing: whoever reads it needs no form definition.</summary>
/// <param name="Sections">One per page that was shown, in order.</param>
/// <param name="Pieces">All uploaded files.</param>
public sealed record FiledContent(IReadOnlyList<FiledSection> Sections, IReadOnlyList<FiledPiece> Pieces);

/// <summary>The answers of one page, or of one item of a repeating group.</summary>
/// <param name="Title">Title of the page.</param>
/// <param name="Answers">In the order in which they were asked.</param>
public sealed record FiledSection(Text Title, IReadOnlyList<FiledAnswer> Answers);

/// <summary>One question and its answer, as the resident saw them.</summary>
/// <param name="Key">Key of the field; items of a group are <c>group[0].field</c>.</param>
/// <param name="Label">The question.</param>
/// <param name="Value">The answer in words; for a file its name.</param>
/// <param name="PieceId">The piece, when the answer is a file.</param>
public sealed record FiledAnswer(string Key, Text Label, Text Value, Guid? PieceId = null);

/// <summary>An uploaded file.</summary>
/// <param name="Id">Identifier in the platform's file store.</param>
/// <param name="Label">What it was asked as.</param>
/// <param name="FileName">A safe name.</param>
/// <param name="ContentType">By content, not by name.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record FiledPiece(Guid Id, Text Label, string FileName, string ContentType, long Size, string Sha256);

/// <summary>Who files, as far as the owner needs it to answer (CRPA R112-9-1).</summary>
public sealed record Applicant(string Name, string Email, string? Phone = null, string? PostalAddress = null);

/// <summary>What silence of the administration means (CRPA L231-1 to L231-5).</summary>
public enum SilenceRegime
{
    /// <summary>Not a request in the sense of the law, or no implicit decision.</summary>
    None,

    /// <summary>Silence is acceptance (SVA).</summary>
    Acceptance,

    /// <summary>Silence is rejection (SVR).</summary>
    Rejection,
}

/// <summary>The legal delay of a form version. Months or days, one of them; neither under <see cref="SilenceRegime.None"/>.</summary>
public sealed record Silence(SilenceRegime Regime, int Months = 0, int Days = 0, string? Basis = null);

/// <summary>Who signs: what CRPA L111-2 and L212-2 want to be shown.</summary>
public sealed record Signatory(string Name, string? Title, string Service, string Administration);

/// <summary>The form that a request was filed with.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="Version">The published version.</param>
/// <param name="Title">Title as published.</param>
/// <param name="Competence">Code of the competence it falls under.</param>
/// <param name="Team">Code of the team that works it.</param>
/// <param name="TeamName">Name of the team.</param>
/// <param name="Silence">Legal delay.</param>
/// <param name="RetentionMonths">How long the owner keeps the case after it is closed.</param>
public sealed record FiledForm(
    string Slug, int Version, Text Title, string Competence, string Team, Text TeamName, Silence Silence, int RetentionMonths);
