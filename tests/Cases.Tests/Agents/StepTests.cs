using System.Net;
using Microsoft.EntityFrameworkCore;
using Teleservices.Cases.Model;
using static Teleservices.Cases.Tests.CasesPlatform;

namespace Teleservices.Cases.Tests.Agents;

/// <summary>Taking, giving, asking, writing, noting, closing.</summary>
[Collection(nameof(Running))]
public sealed class StepTests(CasesPlatform platform)
{
    [Fact]
    public async Task A_case_is_taken_with_one_button_of_its_page()
    {
        var id = await platform.CreateCase();
        var desk = await platform.Desk(Mehdi);

        var page = await desk.Submit(await desk.Case(id), "Prendre en charge");

        Assert.Contains("Suivi par vous", page.Text, StringComparison.Ordinal);
        Assert.Equal(CaseState.InProgress, (await platform.Case(id)).State);
    }

    [Fact]
    public async Task A_colleague_sees_who_has_a_case_and_cannot_take_it_by_accident()
    {
        var id = await platform.CreateCase();
        var (mehdi, aline) = (await platform.Desk(Mehdi), await platform.Desk(Aline));
        var seen = await aline.Case(id);
        await mehdi.Step(id, "prendre");

        var told = await aline.Submit(seen, "Prendre en charge");

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Equal(["Un autre agent a déjà pris ce dossier en charge."], told.Errors);
        Assert.Contains("Pris en charge (Mehdi Fournier", told.Text, StringComparison.Ordinal);
        Assert.Contains("Mehdi Fournier suit ce dossier.", (await aline.Case(id)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_given_to_a_colleague_with_a_word_why()
    {
        var id = await platform.CreateCase();
        var desk = await platform.Desk(Aline);
        var form = await desk.Get($"/agents/dossiers/{id}/confier");
        var claire = form.Document.QuerySelectorAll("select[name=To] option").Single(option => option.TextContent.Contains("Claire Besson", StringComparison.Ordinal));

        var page = await desk.Submit(form, null, ("To", claire.GetAttribute("value")), ("Why", "Elle connaît le quartier"));

        Assert.Contains("Suivi par Claire Besson", page.Text, StringComparison.Ordinal);
        var line = (await platform.Events(id))[^1];
        Assert.Equal((CaseEventKind.Assigned, "Aline Dupuis", "Claire Besson", "Elle connaît le quartier"), (line.Kind, line.ActorName, line.Whom, line.Why));
        Assert.Contains(id.ToString(), (await (await platform.Desk(Claire)).Get("/agents?assigne=moi")).Document.Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_of_another_administration_is_given_a_case()
    {
        var id = await platform.CreateCase();
        await platform.Desk(Nadia);
        var stranger = await platform.Inside("gien", (_, db) => db.Agents.Select(agent => agent.AccountId).FirstAsync());
        var desk = await platform.Desk(Aline);
        var form = await desk.Get($"/agents/dossiers/{id}/confier");
        Assert.DoesNotContain(stranger.ToString(), form.Document.Body!.InnerHtml, StringComparison.Ordinal);

        var page = await desk.Submit(form, null, ("To", stranger.ToString()));

        Assert.Equal(["Cette personne n’est pas agent de votre administration."], page.Errors);
        Assert.Null((await platform.Case(id)).AssigneeId);
    }

    [Fact]
    public async Task A_case_goes_back_to_the_queue()
    {
        var id = await platform.CreateCase();
        var desk = await platform.Desk(Mehdi);
        await desk.Step(id, "prendre");
        var page = await desk.Step(id, "liberer", ("Why", "Congés"));
        Assert.Contains("Suivi par personne", page.Text, StringComparison.Ordinal);
        Assert.Equal("Congés", (await platform.Events(id))[^1].Why);
    }

    [Fact]
    public async Task Asking_for_information_suspends_the_delay_and_the_answer_lets_it_run()
    {
        var id = await platform.CreateCase();
        var before = (await platform.Case(id)).SilenceOn!.Value;
        var desk = await platform.Desk(Mehdi);
        var form = await desk.Get($"/agents/dossiers/{id}/demander");
        Assert.Contains("Effet sur le délai", form.Text, StringComparison.Ordinal);
        var due = ParisDay.Today(platform.Clock).AddDays(10);

        var asked = await desk.Submit(form, null, ("Missing", "Une facture récente"), ("DueOn.day", $"{due.Day}"), ("DueOn.month", $"{due.Month}"), ("DueOn.year", $"{due.Year}"));

        Assert.Contains("En attente du demandeur", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Le délai est suspendu", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Une facture récente", asked.Text, StringComparison.Ordinal);
        var waiting = await platform.Case(id);
        Assert.Equal((CaseState.AwaitingResident, before.AddDays(10)), (waiting.State, waiting.SilenceOn!.Value));

        await platform.Receive(id, "La voici", waiting.Wishes[0].Id);
        var answered = await desk.Case(id);
        Assert.Contains("Le demandeur a écrit depuis votre dernière action", answered.Text, StringComparison.Ordinal);
        Assert.Equal((CaseState.InProgress, before), ((await platform.Case(id)).State, (await platform.Case(id)).SilenceOn!.Value));

        var read = await desk.Submit(answered, "Marquer comme traité");
        Assert.DoesNotContain("Le demandeur a écrit depuis", read.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "31", "2", "2027", "Dites ce qui manque.", "Cette date n’existe pas. Vérifiez le jour et le mois.")]
    [InlineData("", "", "", "", "Dites ce qui manque.", "Donnez une date limite, par exemple 27 3 2027.")]
    [InlineData("Une facture", "1", "1", "2020", "Choisissez une date à venir, dans un an au plus.", null)]
    public async Task A_wish_that_makes_no_sense_is_shown_again_with_all_that_was_typed(
        string missing, string day, string month, string year, string first, string? second)
    {
        var id = await platform.CreateCase();
        var page = await (await platform.Desk(Mehdi)).Step(
            id, "demander", ("Missing", missing), ("DueOn.day", day), ("DueOn.month", month), ("DueOn.year", year));
        Assert.Equal(new[] { first, second }.OfType<string>().Order(), page.Errors.Order());
        Assert.Equal((missing, day, year), (page.ValueOf("Missing"), page.ValueOf("DueOn.day"), page.ValueOf("DueOn.year")));
        Assert.Empty((await platform.Case(id)).Wishes);
    }

    [Fact]
    public async Task A_message_stands_in_the_thread_signed_with_name_and_title()
    {
        var id = await platform.CreateCase();
        var desk = await platform.Desk(Mehdi);
        var page = await desk.Submit(await desk.Case(id), "Envoyer le message", ("Message", "Bonjour,\nnous passons <b>mardi</b>."));
        var message = page.Document.QuerySelector(".app-message--mine")!;
        Assert.Contains("Mehdi Fournier, Chargé de la relation aux usagers", message.TextContent, StringComparison.Ordinal);
        Assert.Contains("nous passons <b>mardi</b>.", message.TextContent, StringComparison.Ordinal);
        Assert.Empty(message.QuerySelectorAll("b"));
    }

    [Fact]
    public async Task An_empty_message_is_not_sent()
    {
        var id = await platform.CreateCase();
        var desk = await platform.Desk(Mehdi);
        Assert.Equal(["Écrivez votre message."], (await desk.Submit(await desk.Case(id), "Envoyer le message", ("Message", " "))).Errors);
        Assert.Equal(["Écrivez votre note."], (await desk.Submit(await desk.Case(id), "Ajouter la note", ("Note", ""))).Errors);
        Assert.Single(await platform.Events(id));
    }

    [Fact]
    public async Task An_internal_note_is_for_colleagues_and_stands_nowhere_else()
    {
        var id = await platform.CreateCase();
        var (mehdi, aline) = (await platform.Desk(Mehdi), await platform.Desk(Aline));
        const string words = "mot-que-le-demandeur-ne-lira-jamais";
        await mehdi.Submit(await mehdi.Case(id), "Ajouter la note", ("Note", words));

        Assert.Contains(words, (await aline.Case(id)).Document.QuerySelector("#notes")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["cases.internal_note"], await platform.TablesWith(words));
    }

    [Fact]
    public async Task A_case_is_closed_after_the_answer_and_then_rests()
    {
        var id = await platform.CreateCase();
        var desk = await platform.Desk(Mehdi);
        Assert.Equal(["Répondez à la demande avant de clore le dossier."], (await desk.Step(id, "clore")).Errors);
        var decided = await desk.Step(id, "repondre", ("Outcome", "Accepted"));

        var closed = await desk.Submit(decided, "Clore le dossier");

        Assert.Contains("Clos", closed.Text, StringComparison.Ordinal);
        Assert.Equal((CaseState.Closed, Pile.Shelf), ((await platform.Case(id)).State, (await platform.Case(id)).Pile));
        Assert.Equal(["Ce dossier est clos : plus rien ne part vers le demandeur."], (await desk.Step(id, "ecrire", ("Message", "Encore"))).Errors);
    }

    [Fact]
    public async Task The_audit_trail_has_every_step_with_who_and_when_and_cannot_be_changed()
    {
        var id = await platform.CreateCase();
        var desk = await platform.Desk(Mehdi);
        await desk.Step(id, "prendre");
        await desk.Step(id, "noter", ("Note", "Vu"));
        await desk.Step(id, "ecrire", ("Message", "Bonjour"));
        await desk.Step(id, "repondre", ("Outcome", "Refused"), ("Reason", "Doublon"));
        await desk.Step(id, "clore");

        var trail = await platform.Events(id);
        Assert.Equal([1, 2, 3, 4, 5, 6], trail.Select(line => line.Sequence));
        Assert.All(trail.Skip(1), line => Assert.Equal(("Mehdi Fournier", true), (line.ActorName, line.ActorId is not null)));
        var shown = (await desk.Case(id)).Document.QuerySelectorAll("#historique .app-timeline__title").Select(title => title.TextContent);
        Assert.Equal(
            ["Dossier ouvert", "Pris en charge", "Note interne ajoutée", "Message envoyé au demandeur", "Réponse envoyée : Refusée", "Dossier clos"], shown);

        await Assert.ThrowsAsync<InvalidOperationException>(() => platform.Inside("cc-giennoises", async (_, db) =>
        {
            var line = await db.CaseEvents.FirstAsync(line => line.CaseId == id);
            db.Entry(line).Property(row => row.ActorName).CurrentValue = "Quelqu’un d’autre";
            return await db.SaveChangesAsync();
        }));
    }
}
