using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Dispatch.Routing;
using Teleservices.TestKit;

namespace Teleservices.Dispatch.Tests.Console;

[Collection(nameof(Running))]
public sealed class EditRegisterTests(RunningPlatform platform)
{
    private const string Path = "/console/competences/salles-municipales";
    private static readonly DateOnly Then = new(2040, 1, 1);

    [Fact]
    public async Task IT_staff_add_and_end_an_assignment_and_the_register_remembers_who_and_by_which_act()
    {
        using var browser = await platform.SignedIn(OnTheServer.ItStaff, "console");
        Assert.Contains("Salles et équipements municipaux", (await browser.Get("/console/competences")).Text, StringComparison.Ordinal);
        var page = await browser.Get(Path);
        Assert.Contains("chaque commune pour elle-même", page.Text, StringComparison.Ordinal);

        page = await browser.Submit(page, "Ajouter", ("Holder", "cc-giennoises"), ("Kind", "Delegation"), ("Communes", "45227"), ("Since", "2040-01-01"), ("LegalAct", "Convention du 3 mai 2039"));
        Assert.Empty(page.Errors);
        Assert.Contains("Attribution ajoutée à partir du 1er janvier 2040", page.Text, StringComparison.Ordinal);
        Assert.Contains("Convention du 3 mai 2039", page.Text, StringComparison.Ordinal);
        Assert.Equal("Convention du 3 mai 2039", Resolve(Then));

        page = await browser.Submit(page, "Mettre fin à cette attribution", ("until", "2041-01-01"), ("endingAct", "Délibération du 1er juin 2040"));
        Assert.Empty(page.Errors);
        Assert.Contains("Attribution terminée le 1er janvier 2041", page.Text, StringComparison.Ordinal);
        Assert.NotEqual("Convention du 3 mai 2039", Resolve(Then.AddYears(1)));
        Assert.Equal(2, await platform.Inside(null, (_, db) => db.RegisterChanges.CountAsync(change => change.Competence == "salles-municipales")));
    }

    [Fact]
    public async Task Two_of_the_same_right_are_refused_before_they_are_written()
    {
        using var browser = await platform.SignedIn(OnTheServer.ItStaff, "console");
        var page = await browser.Get("/console/competences/police-voirie");
        page = await browser.Submit(page, "Ajouter", ("Holder", "each-departement"), ("Kind", "Law"), ("Since", "2040-01-01"), ("LegalAct", "Une loi"));
        Assert.Contains("deux administrations auraient le même titre", page.Errors.Single(), StringComparison.Ordinal);
        page = await browser.Submit(page, "Ajouter", ("Holder", "loiret"), ("Since", "2040-01-01"), ("LegalAct", ""));
        Assert.Contains("Citez l’acte", page.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(1, await platform.Inside(null, (_, db) => db.CompetenceAssignments.CountAsync(one => one.Competence == "police-voirie")));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/console/competences/inconnue")).Status);
    }

    private string? Resolve(DateOnly on) => platform.Services.GetRequiredService<Registers>().Current.Resolve("salles-municipales", "45227", on).LegalAct;
}
