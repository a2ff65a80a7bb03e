using System.Text.RegularExpressions;
using FluentValidation;

namespace Teleservices.Identity.Access;

/// <summary>How a desk is written: the COG code of a département, or <c>all</c>.</summary>
internal static partial class DeskCode
{
    public const string All = "all";

    /// <summary>The code of the département, or nothing for the whole platform.</summary>
    public static string? Read(string? written) => written?.Trim().ToUpperInvariant() is { Length: > 0 } code && code != "ALL" ? code : null;

    public static IRuleBuilderOptions<T, string?> MustBeDesk<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(written => string.Equals(written?.Trim(), All, StringComparison.OrdinalIgnoreCase) || Departement().IsMatch(written?.Trim().ToUpperInvariant() ?? ""))
        .WithMessage("Indiquez le code d’un département, comme 45, 2A ou 974, ou « all » pour tous.");

    // 97 alone is no département: those overseas have three digits.
    [GeneratedRegex("^(0[1-9]|[1-8][0-9]|9[0-5]|2[AB]|97[1-8]|98[4-9])$")]
    private static partial Regex Departement();
}
