using System.Globalization;
using Microsoft.Playwright;

namespace Teleservices.Journeys.Tests;

/// <summary>Fills in whatever a form page asks, with the keyboard's and mouse's own means.</summary>
internal static class Answering
{
    private static readonly FilePayload Pdf = new()
    {
        Name = "justificatif.pdf",
        MimeType = "application/pdf",
        Buffer = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8.ToArray(),
    };

    /// <summary>Gives one plausible answer to every question of the page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="birth">Dates are this one unless the page speaks of days to come.</param>
    /// <param name="own">Answers by input name, where the plausible one will not do.</param>
    public static async Task Answer(this IPage page, DateOnly birth, IReadOnlyDictionary<string, string> own)
    {
        var main = page.Locator("main form[method=post]").First;
        foreach (var input in await main.Locator("input, select, textarea").AllAsync())
        {
            var name = await input.GetAttributeAsync("name") ?? "";
            var type = await input.GetAttributeAsync("type") ?? (await input.And(page.Locator("select")).CountAsync() > 0 ? "select" : "text");
            if (name.Length == 0 || name.StartsWith("__", StringComparison.Ordinal) || type is "hidden" or "submit")
            {
                continue;
            }

            await One(main, input, name, type, birth, own.GetValueOrDefault(name));
        }
    }

    private static async Task One(ILocator main, ILocator input, string name, string type, DateOnly birth, string? wanted)
    {
        switch (type)
        {
            case "radio":
                var radios = main.Locator($"input[name='{name}']");
                if (await radios.And(main.Page.Locator(":checked")).CountAsync() == 0)
                {
                    await (wanted is null ? radios.First : main.Locator($"input[name='{name}'][value='{wanted}']")).CheckAsync();
                }

                break;
            case "checkbox":
                if (await main.Locator($"input[name='{name}']:checked").CountAsync() == 0)
                {
                    await input.CheckAsync();
                }

                break;
            case "file":
                if (await input.GetAttributeAsync("data-required") is "true")
                {
                    await input.SetInputFilesAsync(Pdf);
                }

                break;
            case "select":
                if (await input.InputValueAsync() is "")
                {
                    await input.SelectOptionAsync(wanted ?? "45155");
                }

                break;
            default:
                if (await input.InputValueAsync() is "")
                {
                    await input.FillAsync(wanted ?? Plausible(name, type, birth));
                }

                break;
        }
    }

    private static string Plausible(string name, string type, DateOnly birth) => name.Split('.')[^1] switch
    {
        "day" => birth.Day.ToString(CultureInfo.InvariantCulture),
        "month" => birth.Month.ToString(CultureInfo.InvariantCulture),
        "year" => birth.Year.ToString(CultureInfo.InvariantCulture),
        "postcode" => "45500",
        "street" => "12 quai Lenoir",
        "complement" => "",
        "commune" => "Gien",
        _ when type == "email" => "camille.martin@example.org",
        _ when type == "tel" => "02 38 29 53 53",
        "personnes" => "3",
        "revenus" => "14 500",
        _ => "Une réponse d’essai",
    };
}
