using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Contracts;
using Teleservices.Dispatch.Model;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Tenancy;
using Teleservices.TestKit;

namespace Teleservices.Dispatch.Tests.HandOver;

/// <summary>A misdirected request on its way between three administrations, as resident, agents and IT staff see it.</summary>
[Collection(nameof(Running))]
public sealed class HandOverWalkTests(RunningPlatform platform)
{
    private const string Notes = "Mot entre collègues qui ne part pas";

    [Fact]
    public async Task A_case_is_passed_on_given_back_twice_and_settled_and_the_resident_sees_the_chain()
    {
        using var resident = await platform.SignedIn("camille.martin@example.org");
        var receipt = await resident.FileRequest("signalement-voirie", new Dictionary<string, string> { ["adresse.commune"] = "45155" });
        var number = receipt.Number();
        using var gien = await platform.SignedIn("agent.voirie@gien.example");
        using var waste = await platform.SignedIn("agent.dechets@cc-giennoises.example", "cc-giennoises");
        using var loiret = await platform.SignedIn("agent.autonomie@loiret.example", "loiret");
        using var itStaff = await platform.SignedIn(OnTheServer.ItStaff, "console");

        // Gien passes it on; a reason is required, and what was typed is kept.
        var here = await Found(gien, number);
        await gien.Submit(await gien.Get($"{here}/noter"), null, ("Note", Notes));
        await gien.Submit(await gien.Get($"{here}/ecrire"), null, ("Message", "Nous regardons qui est compétent."));
        var form = await gien.Get($"{here}/transmettre");
        Assert.Equal(["Dites pourquoi : le demandeur et l’autre administration liront ce motif."], (await gien.Submit(form, null, ("To", Choice(form, "Communauté des communes giennoises")))).Errors);
        await gien.Submit(form, null, ("To", Choice(form, "Communauté des communes giennoises")), ("Reason", "La voie est intercommunale"));
        Assert.Contains("Transmis à Communauté des communes giennoises", (await gien.Get(here)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(number, (await gien.Get("/agents")).Text, StringComparison.Ordinal);

        // The EPCI has all of it but the note, and gives it back.
        var there = await Found(waste, number);
        var page = await waste.Get(there);
        Assert.Contains("Transmis par Ville de Gien La voie est intercommunale", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nous regardons qui est compétent.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Notes, page.Text, StringComparison.Ordinal);
        await waste.Submit(await waste.Get($"{there}/rendre"), null, ("Reason", "La voie est communale"));

        // Back at Gien, the same case; on to the département, which gives it back too: the second refusal.
        page = await RunningPlatform.Eventually(() => gien.Get(here), page => page.Text.Contains("Transmis par Communauté des communes giennoises", StringComparison.Ordinal));
        Assert.Contains(Notes, page.Text, StringComparison.Ordinal);
        form = await gien.Get($"{here}/transmettre");
        await gien.Submit(form, null, ("To", Choice(form, "Loiret")), ("Reason", "C’est une route départementale"));
        await loiret.Submit(await loiret.Get($"{await Found(loiret, number)}/rendre"), null, ("Reason", "Ce n’est pas une route départementale"));

        // The resident reads at once that nobody takes it, and what happens now.
        var path = receipt.Address.AbsolutePath.Replace("/confirmation", "", StringComparison.Ordinal);
        page = await RunningPlatform.Eventually(
            () => resident.Get(path), page => page.Text.Contains("Qui s’en occupeL’administration compétente est en cours de recherche.", StringComparison.Ordinal));
        Assert.Contains("Le bureau d’arbitrage choisit l’administration compétente", (await resident.Get(path)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("contact@loiret.example", page.Text, StringComparison.Ordinal);

        // Nobody's queue has it: the arbitration desk chooses, for good.
        page = await RunningPlatform.Eventually(() => itStaff.Get($"/console/acheminement/{number}"), page => page.Text.Contains("À arbitrer", StringComparison.Ordinal));
        Assert.Equal(["Choisissez l’administration qui traitera la demande."], (await itStaff.Submit(page, "Confier la demande", ("Reason", "x"))).Errors);
        await itStaff.Submit(page, "Confier la demande", ("To", Option(page, "Ville de Gien")), ("Reason", "Voie communale d’après le tableau de classement"));
        page = await RunningPlatform.Eventually(() => gien.Get(here), page => page.Text.Contains("Confié par le bureau d’arbitrage", StringComparison.Ordinal));
        Assert.Null(page.Document.QuerySelector($"a[href='{here}/transmettre']"));
        Assert.Null(page.Document.QuerySelector($"a[href='{here}/rendre']"));

        // The resident reads who had it and why, and hears of it by mail.
        page = await RunningPlatform.Eventually(() => resident.Get(path), page => page.Text.Contains("Ce n’est pas une route départementale", StringComparison.Ordinal));
        page = await RunningPlatform.Eventually(() => resident.Get(path), page => page.Text.Split("Reçue par le service").Length == 6);
        Assert.DoesNotContain("En cours de transmission", page.Text, StringComparison.Ordinal);
        Assert.Contains("« Ville de Gien » n’est pas compétente pour votre demande et l’a transmise", page.Text, StringComparison.Ordinal);
        Assert.Contains("La voie est intercommunale", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Notes, page.Text, StringComparison.Ordinal);

        var custody = await platform.Inside(null, async (_, db) => (await db.WholeLedger.AsNoTracking().SingleAsync(entry => entry.Number == number)).Custody);
        Assert.Equal(5, custody.Count);
        Assert.All(custody.SkipLast(1), one => Assert.NotNull(one.Until));
    }

    [Fact]
    public async Task An_administration_that_does_not_serve_the_commune_is_found_by_its_name()
    {
        using var resident = await platform.SignedIn("camille.martin@example.org");
        var number = (await resident.FileRequest("signalement-voirie", new Dictionary<string, string> { ["adresse.commune"] = "45155" })).Number();
        using var gien = await platform.SignedIn("agent.voirie@gien.example");
        var here = await Found(gien, number);
        var page = await gien.Get($"{here}/transmettre");
        var (another, waste) = (("To", Choice(page, "Une autre administration")), ("To", Choice(page, "Communauté des communes giennoises")));

        // Whatever is unclear is said, and nothing moves.
        Assert.Equal(["Écrivez le nom de l’autre administration."], (await gien.Submit(page, null, another, ("Other", ""), ("Reason", "x"))).Errors);
        Assert.Equal(["Vous avez aussi écrit « Nevoy » : choisissez « Une autre administration », ou videz ce champ."], (await gien.Submit(page, null, waste, ("Other", "Nevoy"), ("Reason", "x"))).Errors);
        Assert.Equal(
            ["Aucune administration de la plateforme ne s’appelle « Atlantide ». Vérifiez le nom, ou écrivez-en une partie."],
            (await gien.Submit(page, null, another, ("Other", "Atlantide"), ("Reason", "x"))).Errors);

        // Part of a name that several have: they are offered. A name that one has is taken as chosen, and stays so while the reason is missing.
        page = await gien.Submit(page, null, another, ("Other", "commune DE"), ("Reason", "La rue est à Nevoy"));
        Assert.Equal(["Plusieurs administrations portent ce nom : choisissez-en une dans la liste."], page.Errors);
        Assert.NotEmpty(Choice(page, "Commune de Coullons"));
        Assert.Contains("La rue est à Nevoy", page.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        page = await gien.Submit(page, null, another, ("Other", "nevoy"), ("Reason", ""));
        Assert.Equal(["Dites pourquoi : le demandeur et l’autre administration liront ce motif."], page.Errors);
        Assert.Contains("Le dossier est transmis", (await gien.Submit(page, null, ("Reason", "La rue est à Nevoy"))).Text, StringComparison.Ordinal);

        using var nevoy = await platform.SignedIn("agent.accueil@nevoy.example", "nevoy");
        Assert.Contains("Transmis par Ville de Gien La rue est à Nevoy", (await nevoy.Get(await Found(nevoy, number))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_hold_a_request_passes_nothing_on()
    {
        var filed = Bus.DispatchBus.Filed();
        await platform.File(filed);
        await platform.Delivered(filed);
        await platform.Inside("nevoy", async (services, db) =>
        {
            var own = services.GetRequiredService<Current>().RequiredAdministration;
            services.GetRequiredService<Outbox>().Publish(new CaseHandedOver(
                filed.RequestId, Guid.NewGuid(), 1, own.Id, filed.Applicant, filed.Form, filed.Content,
                new CaseFile(own.Name, new Signatory("X", null, "", own.Name), "À moi", [], []), filed.FiledAt));
            return await db.SaveChangesAsync();
        });

        var entry = await RunningPlatform.Eventually(
            () => platform.Inside(null, (_, db) => db.WholeLedger.AsNoTracking().SingleAsync(entry => entry.RequestId == filed.RequestId)), entry => entry.Alarm is not null);
        Assert.Equal((LedgerState.Delivered, 1), (entry.State, entry.Custody.Count));
    }

    private static async Task<string> Found(PortalClient agent, string number)
    {
        string? Case(Page page) => page.Document.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).FirstOrDefault(href => href?.StartsWith("/agents/dossiers/", StringComparison.Ordinal) == true);
        return Case(await RunningPlatform.Eventually(() => agent.Get($"/agents?q={number}"), page => Case(page) is not null))!;
    }

    private static string Choice(Page page, string label) =>
        page.Document.QuerySelectorAll("label").Single(one => one.TextContent.Contains(label, StringComparison.Ordinal)) is var found
            ? page.Document.GetElementById(found.GetAttribute("for")!)!.GetAttribute("value")!
            : "";

    private static string Option(Page page, string label) =>
        page.Document.QuerySelectorAll("select[name=To] option").Single(one => one.TextContent.Contains(label, StringComparison.Ordinal)).GetAttribute("value")!;
}
