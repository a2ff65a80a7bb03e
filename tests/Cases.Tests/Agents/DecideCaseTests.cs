using System.Net;
using Teleservices.Cases.Model;
using Teleservices.Contracts;
using static Teleservices.Cases.Tests.CasesPlatform;

namespace Teleservices.Cases.Tests.Agents;

[Collection(nameof(Running))]
public sealed class DecideCaseTests(CasesPlatform platform)
{
    [Theory]
    [InlineData("Accepted", "", "Acceptée")]
    [InlineData("Refused", "Adresse hors du territoire", "Refusée")]
    [InlineData("NoFurtherAction", "Demande en double", "Classée sans suite")]
    public async Task An_agent_decides_and_the_case_says_so(string outcome, string reason, string words)
    {
        var id = await platform.CreateCase();
        var desk = await platform.Desk(Mehdi);

        var page = await desk.Step(id, "repondre", ("Outcome", outcome), ("Reason", reason));

        Assert.Equal($"/agents/dossiers/{id}", page.Address.AbsolutePath);
        Assert.Contains("Votre réponse est envoyée.", page.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.Contains("Répondu par Mehdi Fournier", page.Text, StringComparison.Ordinal);
        var decided = (await platform.Events(id))[^1];
        Assert.Equal((CaseEventKind.Decided, Enum.Parse<CaseOutcome>(outcome), "Mehdi Fournier"), (decided.Kind, decided.Outcome!.Value, decided.ActorName));
        Assert.Equal(reason.Length == 0 ? null : reason, decided.Why);
    }

    [Fact]
    public async Task A_refusal_without_reason_is_not_sent_and_nothing_chosen_is_lost()
    {
        var id = await platform.CreateCase();
        var desk = await platform.Desk(Mehdi);

        var page = await desk.Step(id, "repondre", ("Outcome", "Refused"), ("Reason", "  "));

        Assert.StartsWith("Erreur", page.Document.Title, StringComparison.Ordinal);
        Assert.Equal(["Dites pourquoi : le demandeur lira ce motif."], page.Errors);
        Assert.Equal("Refused", page.ValueOf("Outcome"));
        Assert.Equal(CaseState.New, (await platform.Case(id)).State);
    }

    [Fact]
    public async Task An_answer_must_be_chosen()
    {
        var id = await platform.CreateCase();
        var page = await (await platform.Desk(Mehdi)).Step(id, "repondre", ("Reason", "Parce que"));
        Assert.Equal(["Choisissez une réponse."], page.Errors);
        Assert.Equal("Parce que", page.ValueOf("Reason"));
    }

    [Fact]
    public async Task Of_two_agents_who_decide_at_once_one_wins_and_the_other_is_told_and_keeps_the_text()
    {
        var id = await platform.CreateCase();
        var (mehdi, aline) = (await platform.Desk(Mehdi), await platform.Desk(Aline));
        var seenByMehdi = await mehdi.Get($"/agents/dossiers/{id}/repondre");
        var seenByAline = await aline.Get($"/agents/dossiers/{id}/repondre");

        await mehdi.Submit(seenByMehdi, "Envoyer la réponse", ("Outcome", "Accepted"));
        var told = await aline.Submit(seenByAline, "Envoyer la réponse", ("Outcome", "Refused"), ("Reason", "Trois pages de motifs"));

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Matches(@"^Ce dossier a été décidé par Mehdi Fournier à \d{1,2} h \d\d$", told.Heading);
        Assert.Equal("Trois pages de motifs", told.Document.QuerySelector("#saisi")!.TextContent.Trim());
        var decided = await platform.Case(id);
        Assert.Equal((CaseOutcome.Accepted, "Mehdi Fournier"), (decided.Outcome!.Value, decided.DecidedByName!));
        Assert.Single(await platform.Events(id), line => line.Kind == CaseEventKind.Decided);
    }

    [Fact]
    public async Task Decisions_that_arrive_in_the_same_instant_leave_one()
    {
        var id = await platform.CreateCase();
        var (mehdi, aline) = (await platform.Desk(Mehdi), await platform.Desk(Aline));
        var first = await mehdi.Get($"/agents/dossiers/{id}/repondre");
        var second = await aline.Get($"/agents/dossiers/{id}/repondre");

        var answers = await Task.WhenAll(
            mehdi.Submit(first, "Envoyer la réponse", ("Outcome", "Accepted")),
            aline.Submit(second, "Envoyer la réponse", ("Outcome", "Refused"), ("Reason", "Non")));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Conflict);
        Assert.Single(await platform.Events(id), line => line.Kind == CaseEventKind.Decided);
    }

    [Fact]
    public async Task Who_has_not_seen_a_new_message_is_shown_it_and_may_decide_again()
    {
        var id = await platform.CreateCase();
        var desk = await platform.Desk(Mehdi);
        var opened = await desk.Get($"/agents/dossiers/{id}/repondre");
        await platform.Receive(id, "J’ai déménagé");

        var told = await desk.Submit(opened, "Envoyer la réponse", ("Outcome", "Refused"), ("Reason", "Hors territoire"));

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("Message du demandeur", told.Text, StringComparison.Ordinal);
        Assert.Equal(("Refused", "Hors territoire"), (told.ValueOf("Outcome"), told.ValueOf("Reason")));
        Assert.Equal(HttpStatusCode.OK, (await desk.Submit(told, "Envoyer la réponse")).Status);
        Assert.Equal(CaseOutcome.Refused, (await platform.Case(id)).Outcome);
    }

    [Fact]
    public async Task After_the_answer_the_next_case_is_one_click_or_none_away()
    {
        var (first, second) = (await platform.CreateCase(slug: "nevoy"), await platform.CreateCase(slug: "nevoy"));
        var desk = await platform.Desk(Sandrine);
        await desk.Step(first, "prendre");
        await desk.Step(second, "prendre");

        var page = await desk.Submit(
            await desk.Get($"/agents/dossiers/{first}/repondre"), "Envoyer et ouvrir le dossier suivant", ("Outcome", "Accepted"));

        Assert.Equal($"/agents/dossiers/{second}", page.Address.AbsolutePath);
        Assert.Contains("Dossier suivant", (await desk.Case(first)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusing_what_silence_has_accepted_comes_with_a_warning()
    {
        var order = TestData.Order(silence: new Silence(SilenceRegime.Acceptance, Months: 1), filedAt: platform.Clock.GetUtcNow().AddMonths(-2));
        var id = await platform.CreateCase(order);
        Assert.Contains("L242-1", (await (await platform.Desk(Mehdi)).Get($"/agents/dossiers/{id}/repondre")).Text, StringComparison.Ordinal);
    }
}
