using Microsoft.Extensions.Localization;
using Teleservices.Cases.Model;
using Teleservices.Contracts;

namespace Teleservices.Cases.Agents;

/// <summary>A legal deadline as it is shown: kind of sign, and words with the date.</summary>
internal sealed record Deadline(string Kind, string Text);

/// <summary>States, outcomes, deadlines and events in words, the same on every page.</summary>
internal sealed class CaseWords(IStringLocalizer<Texts> texts, TimeProvider clock)
{
    private const int Soon = 15;

    public string State(CaseState state) => state switch
    {
        CaseState.New => texts["Nouveau"],
        CaseState.InProgress => texts["En cours"],
        CaseState.AwaitingResident => texts["En attente du demandeur"],
        CaseState.Decided => texts["Répondu"],
        CaseState.Closed => texts["Clos"],
        CaseState.HandedOver => texts["Transmis"],
    };

    public static string Colour(CaseState state) => state switch
    {
        CaseState.New => "orange",
        CaseState.InProgress => "blue",
        CaseState.AwaitingResident => "purple",
        CaseState.Decided => "green",
        CaseState.HandedOver => "grey",
        CaseState.Closed => "grey",
    };

    public string Outcome(CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.Accepted => texts["Acceptée"],
        CaseOutcome.Refused => texts["Refusée"],
        CaseOutcome.NoFurtherAction => texts["Classée sans suite"],
    };

    /// <summary>What the queue says about the legal day of a case that is not answered.</summary>
    public Deadline Deadline(ClockReading reading)
    {
        var day = reading.SilenceOn?.Said();
        return reading.State switch
        {
            ClockState.None => new("far", texts["Sans délai légal"]),
            ClockState.Waiting => new("paused", texts["Ne court pas, pièces attendues"]),
            ClockState.Suspended => new("paused", texts["Suspendu, au plus tard le {0}", day!]),
            ClockState.Elapsed => new("late", texts["Dépassé depuis le {0}", day!]),
            ClockState.Running when reading.DaysLeft == 1 => new("soon", texts["Dernier jour, avant le {0}", day!]),
            ClockState.Running when reading.DaysLeft <= Soon => new("soon", texts["Plus que {0} jours, avant le {1}", reading.DaysLeft!, day!]),
            ClockState.Running => new("far", texts["Avant le {0}", day!]),
        };
    }

    /// <summary>The clock of a row of the queue, which carries its day but not its wishes.</summary>
    public Deadline Deadline(CaseRow row)
    {
        var today = clock.Today();
        var left = row.SilenceOn?.DayNumber - today.DayNumber;
        var state = row.Regime == SilenceRegime.None ? ClockState.None
            : left is null ? ClockState.Waiting
            : left <= 0 ? ClockState.Elapsed
            : row is { Regime: SilenceRegime.Rejection, State: CaseState.AwaitingResident } && row.AwaitsAgentFrom > today ? ClockState.Suspended
            : ClockState.Running;
        return Deadline(new ClockReading(state, row.SilenceOn, left));
    }

    /// <summary>A line of the audit trail.</summary>
    public string Event(CaseEvent line) => line.Kind switch
    {
        CaseEventKind.Opened when line.Whom is { } from => texts["Dossier reçu de {0}", from],
        CaseEventKind.Opened => texts["Dossier ouvert"],
        CaseEventKind.HandedOver => texts["Transmis à {0}", line.Whom!],
        CaseEventKind.GivenBack => texts["Rendu à {0}", line.Whom!],
        CaseEventKind.CameBack => texts["Dossier revenu de {0}", line.Whom!],
        CaseEventKind.Taken => texts["Pris en charge"],
        CaseEventKind.Assigned => texts["Confié à {0}", line.Whom!],
        CaseEventKind.Released when line.Whom is { } gone => texts["Remis dans la file, {0} ne travaille plus ici", gone],
        CaseEventKind.Released => texts["Remis dans la file"],
        CaseEventKind.PiecesAsked => texts["Informations demandées, au plus tard le {0}", line.DueOn!.Value.Said()],
        CaseEventKind.PiecesAnswered => texts["Le demandeur a répondu à la demande d’informations"],
        CaseEventKind.ResidentWrote => texts["Message du demandeur"],
        CaseEventKind.AgentWrote => texts["Message envoyé au demandeur"],
        CaseEventKind.NoteWritten => texts["Note interne ajoutée"],
        CaseEventKind.MarkedRead => texts["Message marqué comme traité"],
        CaseEventKind.Decided => texts["Réponse envoyée : {0}", Outcome(line.Outcome!.Value)],
        CaseEventKind.Closed => texts["Dossier clos"],
    };

    public string Actor(CaseEvent line) => line.ActorKind switch
    {
        ActorKind.Platform => texts["Automatique"],
        ActorKind.Resident => line.ActorName,
        ActorKind.Agent => line.ActorTitle is null ? line.ActorName : $"{line.ActorName}, {line.ActorTitle}",
    };

    /// <summary>The legal clock in whole sentences, addressed to the agent.</summary>
    public IEnumerable<string> Clock(CaseHead head)
    {
        var (found, reading) = (head.Case, head.Clock);
        var day = reading.SilenceOn?.Said() ?? "";
        if (found.State == CaseState.HandedOver)
        {
            yield return texts["Le délai court chez {0}.", found.HandedTo!];
            yield break;
        }

        if (found.IsAnswered)
        {
            yield return texts["Une réponse a été donnée le {0} : le délai ne court plus.", found.DecidedAt!.Value.SaidDay()];
            yield break;
        }

        var accepts = found.SilenceRegime == SilenceRegime.Acceptance;
        var dueOn = found.Wishes.Where(wish => wish.AnsweredAt is null).Select(wish => wish.DueOn).DefaultIfEmpty().Max().Said();
        yield return reading.State switch
        {
            ClockState.None => texts["Aucun délai légal : votre silence ne vaut pas décision."],
            ClockState.Waiting => texts["Le délai ne court pas : des informations manquent. Il recommencera en entier à leur réception."],
            ClockState.Suspended => texts["Le délai est suspendu jusqu’à la réponse du demandeur, au plus tard jusqu’au {0}. Si vous ne répondez pas avant le {1}, la demande est rejetée.", dueOn, day],
            ClockState.Elapsed when accepts => texts["Depuis le {0}, votre silence vaut acceptation. Le demandeur peut en demander l’attestation (CRPA L232-3).", day],
            ClockState.Elapsed => texts["Depuis le {0}, votre silence vaut rejet. Vous pouvez encore répondre : votre réponse remplacera ce rejet.", day],
            ClockState.Running when accepts => texts["Si vous ne répondez pas avant le {0}, la demande est acceptée.", day],
            ClockState.Running => texts["Si vous ne répondez pas avant le {0}, la demande est rejetée.", day],
        };
        if (reading.SilenceOn is not null && found.Clock.StartOn(found.Wishes.Select(wish => wish.ForClock())) is { } start)
        {
            yield return accepts
                ? texts["{0} depuis le {1}, jour où le dossier complet est arrivé chez vous.", Length(found), start.Said()]
                : texts["{0} depuis le {1}, jour du dépôt ; les suspensions s’y ajoutent.", Length(found), start.Said()];
        }
    }

    /// <summary>What asking for information until a day would do to the delay (CRPA L114-5).</summary>
    public string Effect(CaseHead head, DateOnly? until)
    {
        var (found, today) = (head.Case, clock.Today());
        var wishes = found.Wishes.Select(wish => wish.ForClock()).ToList();
        var before = found.Clock.On(today, wishes);
        if (before.State is ClockState.None or ClockState.Elapsed)
        {
            return before.State == ClockState.None
                ? texts["Cette démarche n’a pas de délai légal."]
                : texts["Aucun : votre silence vaut déjà décision depuis le {0}.", before.SilenceOn!.Value.Said()];
        }

        if (found.SilenceRegime == SilenceRegime.Acceptance)
        {
            return texts["Le délai cesse de courir. Il recommencera en entier à la réception de la réponse."];
        }

        var dueOn = until is { } day && day > today ? day : today.AddDays(AskForm.UsualDays);
        var after = found.Clock.SilenceOn([.. wishes, new PiecesWish(today, dueOn, null)])!.Value;
        return texts[
            "Le délai est suspendu jusqu’à la réponse, au plus tard jusqu’au {0}. Il vous restera alors jusqu’au {1} au plus, au lieu du {2}.",
            dueOn.Said(), after.Said(), before.SilenceOn!.Value.Said()];
    }

    private string Length(Case found) => found.SilenceMonths > 0
        ? texts["Délai de {0} mois", found.SilenceMonths]
        : texts["Délai de {0} jours", found.SilenceDays];

    /// <summary>« 1,2 Mo ».</summary>
    public string Size(long bytes) => bytes < 1_000_000
        ? texts["{0} ko", Math.Max(1, (bytes + 500) / 1000)]
        : texts["{0:0.0} Mo", bytes / 1_000_000d];
}
