using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Teleservices.Platform.Tests.Web;

public sealed class FieldTests(WebHost web) : IClassFixture<WebHost>
{
    [Fact]
    public async Task Fields_show_what_is_known_and_are_labelled()
    {
        var page = await web.Page("gien.localhost", "/champs");
        Assert.Null(page.QuerySelector(".govuk-error-summary"));
        Assert.Equal("Champs – Ville de Gien", page.Title);
        foreach (var control in page.QuerySelectorAll("main input:not([type=hidden]), main textarea, main select"))
        {
            Assert.Single(page.QuerySelectorAll($"label[for='{control.Id}']"));
            Assert.False(control.HasAttribute("aria-invalid"));
        }

        Assert.Equal("Comme sur <votre> carte", page.GetElementById(page.GetElementById("Name")!.GetAttribute("aria-describedby")!)!.TextContent);
        Assert.Equal("family-name", page.GetElementById("Name")!.GetAttribute("autocomplete"));
        Assert.Equal("80", page.GetElementById("Name")!.GetAttribute("maxlength"));
        Assert.Equal("Surface (facultatif)", page.QuerySelector("label[for=a_surface_]")!.TextContent);
        Assert.Equal("12", page.QuerySelector<IHtmlInputElement>("#a_surface_")!.Value);
        Assert.False(page.QuerySelector("input[type=password]")!.HasAttribute("value"));
        Assert.Equal(["27", "3", "1987"], page.QuerySelectorAll<IHtmlInputElement>(".govuk-date-input__input").Select(input => input.Value));
        Assert.Equal("vert", page.QuerySelector<IHtmlInputElement>("input[name=Colour][checked]")!.Value);
        Assert.Equal("mardi", page.QuerySelector<IHtmlInputElement>("input[name=Days][checked]")!.Value);
        Assert.Equal("45155", page.QuerySelector<IHtmlOptionElement>("option[selected]")!.Value);
        Assert.Matches("^2.000 caractères au maximum.$", page.GetElementById("Story-hint")!.TextContent);
    }

    [Fact]
    public async Task Kept_answers_are_shown_and_are_no_errors()
    {
        var page = await web.Page("gien.localhost", "/champs?kept=1");
        Assert.Equal("15", page.QuerySelector<IHtmlInputElement>("#a_surface_")!.Value);
        Assert.Null(page.QuerySelector(".govuk-error-summary"));
        Assert.Equal("Champs – Ville de Gien", page.Title);
    }

    [Fact]
    public async Task Errors_stand_beside_the_fields_and_on_top_in_the_same_words_and_order()
    {
        var page = await WebHost.Read(await Post());
        Assert.Equal("Erreur : Champs – Ville de Gien", page.Title);
        Assert.Equal(
            ["Rien n’a été enregistré.", "Indiquez votre nom.", "Cette date n’existe pas. Vérifiez le jour et le mois.", "Choisissez une <couleur>."],
            page.QuerySelectorAll(".govuk-error-summary li").Select(item => item.TextContent));
        foreach (var link in page.QuerySelectorAll(".govuk-error-summary a"))
        {
            var control = page.GetElementById(link.GetAttribute("href")![1..])!;
            Assert.Equal("INPUT", control.TagName);
            var group = control.Closest(".govuk-form-group--error")!;
            var error = group.QuerySelector(".govuk-error-message")!;
            Assert.Equal($"Erreur : {link.TextContent}", error.TextContent);
            Assert.Contains(error.Id, (control.GetAttribute("aria-describedby") ?? control.Closest("fieldset")!.GetAttribute("aria-describedby"))!.Split(' '));
        }
    }

    [Fact]
    public async Task What_was_typed_is_kept_and_never_read_as_markup()
    {
        var page = await WebHost.Read(await Post());
        Assert.Equal("\"><script>alert(1)</script>", page.QuerySelector<IHtmlInputElement>("#Name")!.Value);
        Assert.Equal("\n</textarea><b>gras</b>", page.QuerySelector<IHtmlTextAreaElement>("#Story")!.Value.ReplaceLineEndings("\n"));
        Assert.Equal(["31", "2", "2024"], page.QuerySelectorAll<IHtmlInputElement>(".govuk-date-input__input").Select(input => input.Value));
        Assert.Equal(["lundi", "mardi"], page.QuerySelectorAll<IHtmlInputElement>("input[name=Days][checked]").Select(input => input.Value));
        Assert.Empty(page.QuerySelectorAll("script, main b"));
        Assert.Equal("<b>Léo</b>", page.QuerySelector(".govuk-summary-list__value")!.TextContent);
    }

    [Fact]
    public async Task Refusals_and_components_speak_English_too()
    {
        var page = await web.Page("gien.localhost", "/champs", ("Accept-Language", "en"));
        Assert.Equal("Surface (optional)", page.QuerySelector("label[for=a_surface_]")!.TextContent);
        Assert.Equal("Change Nom", page.QuerySelector(".govuk-summary-list__actions a")!.TextContent);
        Assert.Equal("Not provided", page.QuerySelectorAll(".govuk-summary-list__value")[1].TextContent);
        Assert.Equal("Back", page.QuerySelector(".govuk-back-link")!.TextContent);
        Assert.Equal("Next page", page.QuerySelector(".app-pager a")!.TextContent.Trim());
    }

    [Fact]
    public async Task Tables_and_lists_can_be_used_without_seeing_them()
    {
        var page = await web.Page("gien.localhost", "/champs");
        var region = page.QuerySelector("[role=region][tabindex='0']")!;
        Assert.Equal("Tableau", page.GetElementById(region.GetAttribute("aria-labelledby")!)!.TextContent);
        Assert.Equal("Réponse (à venir)", page.QuerySelector(".app-timeline__event--waiting .app-timeline__title")!.TextContent);
        Assert.Equal("Retirer le filtre : En retard", page.QuerySelector(".app-chip")!.TextContent);
        Assert.All(page.QuerySelectorAll("svg"), drawing => Assert.Equal("true", drawing.GetAttribute("aria-hidden")));
    }

    private async Task<HttpResponseMessage> Post()
    {
        var answer = await web.Post(
            "gien.localhost",
            "/champs",
            ("Name", "\"><script>alert(1)</script>"),
            ("Story", "\n</textarea><b>gras</b>"),
            ("Born.day", "31"),
            ("Born.month", "2"),
            ("Born.year", "2024"),
            ("Days", "lundi"),
            ("Days", "mardi"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer;
    }
}
