using System.Text.RegularExpressions;
using Teleservices.Contracts;
using Teleservices.Forms.Offers;
using Teleservices.Platform.Seeds;

namespace Teleservices.Forms.Definitions;

/// <summary>Reads a form file (seeds/README.md has the language); what is wrong is noted with file and line.</summary>
internal static class FormReader
{
    public static FormDefinition Read(SeedNode node, IReadOnlySet<string> themes)
    {
        var team = node.Required("team");
        var form = new FormDefinition(
            node.Text("form"),
            node.Number("version", 0),
            node.Wording("title"),
            node.Wording("summary"),
            node.Text("theme"),
            node.Text("competence"),
            team?.Text("code") ?? "",
            team?.Wording("name") ?? new(""),
            [.. node.List("keywords").Select(keyword => keyword.Value)],
            node.Number("duration_minutes", 10),
            [.. node.List("documents").Select(document => document.AsWording())],
            node.Wording("legal_basis"),
            node.Wording("purpose"),
            node.Required("retention")?.Number("months", 0) ?? 0,
            ReadSilence(node),
            node.OptionalText("place"),
            ReadPages(node));
        CheckMetadata(node, form, themes);
        CheckPlace(node, form);
        return form;
    }

    private static List<PageDefinition> ReadPages(SeedNode node)
    {
        var asked = new AskedFields();
        var pages = new List<PageDefinition>();
        foreach (var page in node.List("pages"))
        {
            var read = ReadPage(page, asked);
            asked.TurnPage();
            CheckName(page, read.Name, pages);
            pages.Add(read);
        }

        if (pages.Count == 0)
        {
            node.Mistake("a form needs 'pages'");
        }

        return pages;
    }

    private static PageDefinition ReadPage(SeedNode node, AskedFields asked)
    {
        var page = new PageDefinition(
            node.Text("page"),
            node.Wording("title"),
            node.OptionalWording("intro"),
            asked.ReadCondition(node),
            [.. node.List("fields").Select(field => FieldReader.Read(field, asked))]);
        if (page.Fields.Count == 0)
        {
            node.Mistake("a page needs 'fields'");
        }

        return page;
    }

    private static Silence ReadSilence(SeedNode node)
    {
        if (node.Required("silence") is not { } silence)
        {
            return new Silence(SilenceRegime.None);
        }

        var read = new Silence(
            silence.Choice<SilenceRegime>("regime"), silence.Number("months", 0), silence.Number("days", 0), silence.OptionalText("basis"));
        if (read.Regime != SilenceRegime.None && read.Months > 0 == read.Days > 0)
        {
            silence.Mistake("a delay is either 'months' or 'days'");
        }

        if (read is { Regime: SilenceRegime.None, Months: > 0 } or { Regime: SilenceRegime.None, Days: > 0 })
        {
            silence.Mistake("under 'none' there is no delay: leave 'months' and 'days' out");
        }

        return read;
    }

    private static void CheckMetadata(SeedNode node, FormDefinition form, IReadOnlySet<string> themes)
    {
        if (form.Slug != Path.GetFileNameWithoutExtension(node.File))
        {
            node.Mistake($"the form is '{form.Slug}', so its file must be called {form.Slug}.yaml");
        }

        if (form.Version < 1)
        {
            (node.Optional("version") ?? node).Mistake("'version' must be a number from 1");
        }

        if (form.RetentionMonths < 1)
        {
            node.Mistake("'retention' must be at least one month");
        }

        if (!themes.Contains(form.Theme))
        {
            (node.Optional("theme") ?? node).Mistake($"the theme '{form.Theme}' is not in themes.yaml; known are {string.Join(", ", themes.Order(StringComparer.Ordinal))}");
        }
    }

    private static void CheckName(SeedNode node, string name, List<PageDefinition> earlier)
    {
        if (earlier.Any(page => page.Name == name))
        {
            node.Mistake($"the page '{name}' is there twice");
        }

        if (name == FormOptions.PiecesPage)
        {
            node.Mistake($"the page name '{name}' is taken by what administrations ask for besides");
        }

        if (!Regex.IsMatch(name, "^[a-z][a-z0-9-]*$"))
        {
            node.Mistake($"the page name '{name}' must be lower-case letters, digits and hyphens: it is part of the address");
        }
    }

    private static void CheckPlace(SeedNode node, FormDefinition form)
    {
        var asked = form.Pages.Where(page => page.ShowIf is null).SelectMany(page => page.Fields);
        if (form.Place is { } place
            && asked.FirstOrDefault(field => field.Key == place) is not { Type: FieldType.Address or FieldType.Commune, Required: true, ShowIf: null })
        {
            node.Optional("place")!.Mistake($"'{place}' must be a required address or commune field of this form, without condition");
        }
    }
}
