using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace Teleservices.TestKit;

/// <summary>Fills in any form by what its pages show, as a patient person would: one plausible answer to every question.</summary>
public static partial class FormWalker
{
    /// <summary>A PDF that passes as one.</summary>
    public static UploadedFile Pdf { get; } = new("justificatif.pdf", "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8.ToArray(), "application/pdf");

    /// <summary>A photograph that passes as one.</summary>
    public static UploadedFile Jpeg { get; } = new("photo.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, .. "JFIF"u8, 0x00, 0xFF, 0xD9], "image/jpeg");

    private const string Resume = "Reprendre où j’en étais";

    /// <summary>Goes from the start page of an e-service to its check page.</summary>
    /// <param name="browser">Signed in.</param>
    /// <param name="form">Slug of the form.</param>
    /// <param name="own">Answers by the end of a field's name, where the plausible ones will not do.</param>
    /// <returns>The check page, with a button that files.</returns>
    public static async Task<Page> FillIn(this PortalClient browser, string form, IReadOnlyDictionary<string, string>? own = null)
    {
        var page = await browser.Get($"/demarches/{form}/commencer");
        if (page.Text.Contains(Resume, StringComparison.Ordinal))
        {
            page = await browser.Follow(page, Resume);
        }

        for (var step = 0; step < 60; step++)
        {
            if (page.Errors.Count > 0)
            {
                throw new InvalidOperationException($"{form} did not take the answers at {page.Address}: {string.Join("; ", page.Errors)} {page.Text}");
            }

            if (HasButton(page, "Envoyer"))
            {
                return page;
            }

            if (EmptyGroup(page) is { } add)
            {
                page = await browser.Submit(page, Answers(page, own), add);
                continue;
            }

            page = HasButton(page, "Continuer")
                ? await browser.Submit(page, Answers(page, own), "Continuer", Files(page))
                : throw new InvalidOperationException($"{form} came to {page.Address} ({(int)page.Status}), which has no way on: {page.Text}");
        }

        throw new InvalidOperationException($"{form} does not come to an end.");
    }

    /// <summary>Files a request and returns the confirmation page.</summary>
    public static async Task<Page> FileRequest(this PortalClient browser, string form, IReadOnlyDictionary<string, string>? own = null) =>
        await browser.Submit(await browser.FillIn(form, own), "Envoyer");

    /// <summary>The number on a confirmation page, like <c>2026-GIEN-7K3F9Q</c>.</summary>
    public static string Number(this Page page)
    {
        var match = NumberShape().Match(page.Text);
        return match.Success ? match.Value : throw new InvalidOperationException($"No request number on {page.Address} ({(int)page.Status}): {page.Text}");
    }

    /// <summary>Words on the button that adds the first item to a group; one item is enough.</summary>
    private static string? EmptyGroup(Page page) => page.Document.QuerySelectorAll("main button[value^='add-item:'][value$=':0']").FirstOrDefault()?.TextContent.Trim();

    private static bool HasButton(Page page, string words) => page.Document.QuerySelectorAll("main button")
        .Any(button => button.TextContent.Contains(words, StringComparison.OrdinalIgnoreCase));

    private static Dictionary<string, string?[]> Answers(Page page, IReadOnlyDictionary<string, string>? own)
    {
        var (form, _) = page.FormWith("Continuer");
        var answers = new Dictionary<string, string?[]>();
        foreach (var control in form.Elements.OfType<IHtmlElement>())
        {
            var name = control.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || name.StartsWith("__", StringComparison.Ordinal) || answers.ContainsKey(name))
            {
                continue;
            }

            var wanted = own?.Where(answer => name.EndsWith(answer.Key, StringComparison.Ordinal)).OrderByDescending(answer => answer.Key.Length).FirstOrDefault().Value;
            if ((wanted ?? Plausible(control, page)) is { } value)
            {
                answers[name] = [value];
            }
        }

        return answers;
    }

    private static string? Plausible(IHtmlElement control, Page page) => control switch
    {
        IHtmlInputElement { Type: "radio" } radio => page.ValueOf(radio.Name!) ?? radio.Value,
        IHtmlInputElement { Type: "checkbox" } box => box.IsChecked ? null : box.Value,
        IHtmlInputElement { Type: "hidden" or "file" or "submit" or "button" } => null,
        IHtmlInputElement { Value.Length: > 0 } => null,
        IHtmlInputElement { Type: "email" } => "essai@example.org",
        IHtmlInputElement { Type: "tel" } => "02 38 29 53 53",
        IHtmlInputElement input => OfText(input.Name!, input.GetAttribute("inputmode"), input.GetAttribute("autocomplete")),
        IHtmlTextAreaElement { Value.Length: 0 } => "Un essai, en quelques mots.",
        IHtmlSelectElement { Value: null or "" } select => select.Options.FirstOrDefault(option => option.Value.Length > 0)?.Value,
        _ => null,
    };

    private static string OfText(string name, string? inputMode, string? autocomplete)
    {
        var part = Part().Match(name).Value.ToLowerInvariant();
        return part switch
        {
            "day" => "15",
            "month" => "6",
            "year" => "2000",
            "postcode" => "45500",
            "phone" => "02 38 29 53 53",
            "email" => "essai@example.org",
            _ when autocomplete == "postal-code" => "45500",
            _ when inputMode is "numeric" or "decimal" => "12",
            _ => "Essai",
        };
    }

    private static Dictionary<string, UploadedFile> Files(Page page)
    {
        var (form, _) = page.FormWith("Continuer");
        return form.Elements.OfType<IHtmlInputElement>().Where(input => input.Type == "file" && (input.IsRequired || input.GetAttribute("data-required") == "true"))
            .ToDictionary(input => input.Name!, input => input.GetAttribute("accept")?.Contains(".pdf", StringComparison.Ordinal) == false ? Jpeg : Pdf);
    }

    [GeneratedRegex("(day|month|year|postcode|phone|email)$", RegexOptions.IgnoreCase)]
    private static partial Regex Part();

    [GeneratedRegex(@"\b20\d\d-[A-Z0-9]+(?:-[A-Z0-9]+)+\b")]
    private static partial Regex NumberShape();
}
