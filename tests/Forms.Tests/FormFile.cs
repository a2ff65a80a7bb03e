using Teleservices.Forms.Catalogue;
using Teleservices.Forms.Definitions;
using Teleservices.Platform.Seeds;

namespace Teleservices.Forms.Tests;

/// <summary>A form file as an administration would write it; a test says only what it is about.</summary>
internal static class FormFile
{
    private const string Head = """
        form: essai
        version: 1
        title: { fr: Un essai, en: A trial }
        summary: { fr: Un formulaire d'essai., en: A form to try. }
        theme: divers
        competence: essais
        team: { code: essais, name: { fr: Service des essais, en: Trials } }
        duration_minutes: 5
        documents: []
        legal_basis: { fr: Code des essais, en: Trials code }
        purpose: { fr: Essayer., en: To try. }
        retention: { months: 12 }
        silence: { regime: none }

        """;

    /// <summary>The file whose pages are these, with its lines.</summary>
    public static string With(string pages) => Head + "pages:\n" + Indent(pages);

    /// <summary>The file with one page that asks these fields.</summary>
    public static string Asking(string fields) => With($"- page: une\n  title: {{ fr: Une page, en: A page }}\n  fields:\n{Indent(fields, 4)}");

    /// <summary>A form that has no mistake.</summary>
    public static FormDefinition Read(string file)
    {
        var (form, errors) = Look(file);
        Assert.Empty(errors);
        return form;
    }

    /// <summary>What is wrong with the file, as <c>line: sentence</c>.</summary>
    public static IReadOnlyList<string> Mistakes(string file) => [.. Look(file).Errors.Select(error => $"{error.Line}: {error.Message}")];

    /// <summary>The line on which a text stands, once.</summary>
    public static int LineOf(string file, string text)
    {
        var at = file.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, $"« {text} » is not in the file.");
        return file[..at].Count(c => c == '\n') + 1;
    }

    private static (FormDefinition Form, IReadOnlyList<SeedError> Errors) Look(string file)
    {
        var path = Directory.CreateTempSubdirectory("teleservices-form-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(path, "essai.yaml"), file);
            var folder = new SeedFolder(path, demo: false);
            var form = FormReader.Read(folder.File("essai.yaml")!, new HashSet<string> { "divers" });
            return (FormShelf.Parse(FormShelf.Write(form)), folder.Errors);
        }
        finally
        {
            Directory.Delete(path, recursive: true);
        }
    }

    private static string Indent(string text, int by = 2) =>
        string.Concat(text.Split('\n').Select(line => $"{new string(' ', by)}{line}\n"));
}
