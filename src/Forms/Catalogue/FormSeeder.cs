using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Teleservices.Forms.Definitions;
using Teleservices.Forms.Model;
using Teleservices.Platform.Data;
using Teleservices.Platform.Seeds;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Catalogue;

/// <summary>Publishes the forms of <c>seeds/forms</c>, and the headings they stand under.</summary>
internal sealed class FormSeeder(TeleservicesDb db, TimeProvider clock) : ISeeder
{
    private readonly List<(string Slug, int Order, ThemeWords Words)> themes = [];
    private readonly List<(SeedNode Node, FormDefinition Form)> forms = [];

    public int Order => 30;

    public void Read(SeedFolder folder)
    {
        themes.AddRange((folder.File("themes.yaml")?.Items() ?? []).Select(node => ReadTheme(folder, node)));
        var known = themes.Select(theme => theme.Slug).ToHashSet();
        forms.AddRange(folder.Files("forms").Select(node => (node, FormReader.Read(node, known))));
        foreach (var (node, form) in forms)
        {
            folder.Declare("form", form.Slug, node);
            CheckCompetence(folder, node, form);
        }
    }

    public async Task<SeedSummary> Write(CancellationToken ct)
    {
        var (added, unchanged) = (0, 0);
        foreach (var (slug, order, words) in themes)
        {
            var theme = await db.Themes.FindAsync([slug], ct) ?? db.Themes.Add(new Theme { Slug = slug, Order = order, Words = "" }).Entity;
            (theme.Order, theme.Words) = (order, JsonSerializer.Serialize(words));
        }

        foreach (var (node, form) in forms)
        {
            var definition = FormShelf.Write(form);
            var published = await db.FormVersions.AsNoTracking()
                .SingleOrDefaultAsync(row => row.Slug == form.Slug && row.Version == form.Version, ct);
            if (published is null)
            {
                db.Add(new FormVersion { Slug = form.Slug, Version = form.Version, Definition = definition, PublishedAt = clock.GetUtcNow() });
                added++;
            }
            else if (FormShelf.Write(FormShelf.Parse(published.Definition)) == definition)
            {
                unchanged++;
            }
            else
            {
                throw new SeedException([new SeedError(
                    node.File, node.Line, $"version {form.Version} of '{form.Slug}' is published and differs: a published version never changes, give the new text the number {form.Version + 1}")]);
            }
        }

        await db.SaveChangesAsync(ct);
        return new SeedSummary("forms", added, 0, unchanged);
    }

    private static (string Slug, int Order, ThemeWords Words) ReadTheme(SeedFolder folder, SeedNode node)
    {
        var slug = node.Text("slug");
        folder.Declare("theme", slug, node);
        return (slug, node.Number("order", 0), new ThemeWords(node.Wording("title"), node.OptionalWording("description") ?? new Wording("")));
    }

    /// <summary>Competences are Dispatch's: it has read them before, where it is in the process.</summary>
    private static void CheckCompetence(SeedFolder folder, SeedNode node, FormDefinition form)
    {
        if (folder.Declared("competence").Any() && folder.Declared("competence", form.Competence) is null)
        {
            (node.Optional("competence") ?? node).Mistake($"the competence '{form.Competence}' is not in competences.yaml: nobody would answer");
        }
    }
}
