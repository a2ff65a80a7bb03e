using Microsoft.Extensions.Localization;
using Teleservices.Contracts;

namespace Teleservices.Forms.Residents;

/// <summary>What silence of the administration means, in words (CRPA L231-1 to L231-5).</summary>
internal static class SilenceWords
{
    public static string InWords(this Silence silence, IStringLocalizer<Texts> texts) => silence.Regime switch
    {
        SilenceRegime.Acceptance => texts["Sans réponse au bout de {0}, votre demande est acceptée.", Delay(silence, texts)],
        SilenceRegime.Rejection => texts["Sans réponse au bout de {0}, votre demande est refusée ; vous pouvez alors faire un recours.", Delay(silence, texts)],
        SilenceRegime.None => texts["Cette démarche n’a pas de délai légal : l’administration vous répond dès que possible."],
    };

    private static string Delay(Silence silence, IStringLocalizer<Texts> texts) =>
        silence.Months > 0 ? texts["{0} mois", silence.Months] : texts["{0} jours", silence.Days];
}
