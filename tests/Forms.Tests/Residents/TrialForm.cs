using Teleservices.TestKit;

namespace Teleservices.Forms.Tests.Residents;

/// <summary>The way through the form in which everything can be tried.</summary>
internal static class TrialForm
{
    public const string Start = $"/demarches/{FormsPlatform.Trial}";
    public const string Check = $"{Start}/verifier";

    private static readonly byte[] Exe = [0x4D, 0x5A, 0x90, 0x00, .. new byte[200]];

    /// <summary>Right answers to the first page.</summary>
    public static readonly IReadOnlyDictionary<string, string?[]> Right = new Dictionary<string, string?[]>
    {
        ["nom_chien"] = ["Rex"],
        ["arrivee.day"] = ["31"],
        ["arrivee.month"] = ["3"],
        ["arrivee.year"] = ["2020"],
        ["poids"] = ["12,5"],
        ["vaccin"] = ["yes"],
        ["jours"] = ["samedi", "dimanche"],
    };

    public static UploadedFile FakePdf { get; } = new("facture.pdf", Exe, "application/pdf");

    public static UploadedFile LockedPdf { get; } = new("bulletin.pdf", "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R/Encrypt 2 0 R>>\n%%EOF\n"u8.ToArray(), "application/pdf");

    public static UploadedFile Big(int megabytes) => new("gros.pdf", [.. "%PDF-1.4\n"u8, .. new byte[megabytes * 1024 * 1024]], "application/pdf");

    /// <summary>The first page of a draft of one's own, without earlier answers.</summary>
    public static async Task<Page> Begin(this PortalClient browser)
    {
        var page = await browser.Get($"{Start}/commencer");
        return page.Document.QuerySelector("main form button")?.TextContent.Contains("Recommencer", StringComparison.Ordinal) == true
            ? await browser.Submit(page, "Recommencer à zéro")
            : page;
    }

    /// <summary>The page of the files, everything before it being right.</summary>
    public static async Task<Page> BeginFiles(this PortalClient browser) => await browser.Submit(await browser.Begin(), Right, "Continuer");

    public static Task<Page> Upload(this PortalClient browser, Page page, string field, UploadedFile file) =>
        browser.Submit(page, null, "Continuer", new Dictionary<string, UploadedFile> { [field] = file });

    /// <summary>The check page, everything being right.</summary>
    public static async Task<Page> FillInTrial(this PortalClient browser)
    {
        var page = await browser.Upload(await browser.BeginFiles(), "certificat", FormWalker.Pdf);
        page = await browser.Submit(page, "Continuer");
        return await browser.Submit(page, "Continuer");
    }

    /// <summary>Files it, and tells its identifier.</summary>
    public static async Task<Guid> FileTrial(this PortalClient browser) => IdOf(await browser.Submit(await browser.FillInTrial(), "Envoyer la demande"));

    /// <summary>The request that a page is about.</summary>
    public static Guid IdOf(Page page) => Guid.Parse(page.Address.Segments[2].TrimEnd('/'));
}
