using System.Text.Json;
using Microsoft.Extensions.Localization;
using Teleservices.Contracts;
using Teleservices.Forms.Model;

namespace Teleservices.Forms.Residents.TrackRequest;

/// <summary>One line of the timeline in words.</summary>
internal sealed record TimelineLine(string Heading, string Meta, string State, string? Body, IReadOnlyList<FiledPiece> Files)
{
    public static TimelineLine Of(RequestEvent line, IStringLocalizer<Texts> texts, bool isLast)
    {
        var (heading, who, body, files) = line.Kind switch
        {
            RequestEventKind.Filed => (texts["Vous avez envoyé votre demande"].Value, null, null, null),
            RequestEventKind.Routed => Routed(Read<RequestRouted>(line), texts),
            RequestEventKind.Disputed => Disputed(Read<RequestDisputed>(line), texts),
            RequestEventKind.Opened => Opened(Read<CaseOpened>(line), texts),
            RequestEventKind.Assigned => Assigned(Read<CaseAssigned>(line), texts),
            RequestEventKind.AgentWrote => Wrote(Read<AgentWrote>(line), texts),
            RequestEventKind.PiecesRequested => Asked(Read<PiecesRequested>(line), texts),
            RequestEventKind.ResidentWrote => Answered(Read<ResidentWrote>(line), texts),
            RequestEventKind.Decided => Decided(Read<CaseDecided>(line), texts),
            RequestEventKind.Closed => (texts["Votre dossier est clos"].Value, (string?)null, (string?)null, (IReadOnlyList<FiledPiece>?)null),
        };
        var meta = texts["{0} à {1}", line.At.DayInWords(), line.At.HourInWords()].Value + (who is null ? "" : $", {who}");
        return new TimelineLine(heading, meta, isLast ? "current" : "done", body, files ?? []);
    }

    private static (string, string?, string?, IReadOnlyList<FiledPiece>?) Routed(RequestRouted told, IStringLocalizer texts) =>
        (texts["Transmise à {0}", told.AdministrationName], told.From, told.From is null
            ? texts["Cette administration est compétente : {0}.", told.LegalAct]
            : told.IsTransfer ? texts["Cette administration est compétente à la place de « {0} » : {1}. Vous n’avez rien à faire.", told.From, told.Reason!]
            : texts["« {0} » n’est pas compétente pour votre demande et l’a transmise, comme la loi le prévoit (CRPA L114-2). Motif : {1}", told.From, told.Reason!], null);

    private static (string, string?, string?, IReadOnlyList<FiledPiece>?) Disputed(RequestDisputed told, IStringLocalizer texts) =>
        (texts["Le bureau d’arbitrage choisit l’administration compétente"], told.From,
            texts["« {0} » n’est pas compétente non plus. Motif : {1} Vous n’avez rien à faire.", told.From, told.Reason], null);

    private static (string, string?, string?, IReadOnlyList<FiledPiece>?) Opened(CaseOpened told, IStringLocalizer texts) =>
        (texts["Reçue par le service « {0} »", told.Service.InWords()], null, told.SilenceOn is not { } day ? null : told.Silence.Regime switch
        {
            SilenceRegime.Acceptance => texts["Sans réponse le {0}, votre demande sera acceptée.", day.InWords()],
            SilenceRegime.Rejection => texts["Sans réponse le {0}, votre demande sera refusée.", day.InWords()],
            SilenceRegime.None => (string?)null,
        }, null);

    private static (string, string?, string?, IReadOnlyList<FiledPiece>?) Assigned(CaseAssigned told, IStringLocalizer texts) =>
        (texts["{0} s’occupe de votre demande", told.Agent.Name], told.Agent.Title, null, null);

    private static (string, string?, string?, IReadOnlyList<FiledPiece>?) Wrote(AgentWrote told, IStringLocalizer texts) =>
        (texts["Message de l’administration"], told.Agent.Name, told.Body, null);

    private static (string, string?, string?, IReadOnlyList<FiledPiece>?) Asked(PiecesRequested told, IStringLocalizer texts) =>
        (texts["Informations ou pièces demandées, avant le {0}", told.DueOn.InWords()], told.Agent.Name, told.Body, null);

    private static (string, string?, string?, IReadOnlyList<FiledPiece>?) Answered(ResidentWrote told, IStringLocalizer texts) =>
        (texts["Vous avez écrit"], null, told.Body.Length > 0 ? told.Body : null, told.Pieces);

    private static (string, string?, string?, IReadOnlyList<FiledPiece>?) Decided(CaseDecided told, IStringLocalizer texts) =>
        (told.Outcome switch
        {
            CaseOutcome.Accepted => texts["Votre demande est acceptée"],
            CaseOutcome.Refused => texts["Votre demande est refusée"],
            CaseOutcome.NoFurtherAction => texts["Votre demande est classée sans suite"],
        }, told.Agent.Name, null, null);

    private static T Read<T>(RequestEvent line) => JsonSerializer.Deserialize<T>(line.Details)!;
}
