using System.Net;
using Teleservices.TestKit;

namespace Teleservices.Forms.Tests.Residents.FillIn;

[Collection(nameof(Running))]
public sealed class UploadTests(FormsPlatform platform)
{
    [Fact]
    public async Task A_file_is_kept_shown_and_given_back_as_an_attachment()
    {
        var browser = await platform.SignedIn(FormsPlatform.Camille);
        var next = await browser.Upload(await browser.BeginFiles(), "certificat", FormWalker.Pdf);
        Assert.Equal("Les chiots", next.Heading);

        var page = await browser.Get($"{TrialForm.Start}/remplir/vaccination");
        var file = await browser.Follow(page, "justificatif.pdf");

        Assert.Equal(FormWalker.Pdf.Content, file.Bytes);
        Assert.Equal("application/pdf", file.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", file.Response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", Assert.Single(file.Response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task A_file_can_be_taken_out_and_is_gone()
    {
        var browser = await platform.SignedIn(FormsPlatform.Camille);
        await browser.Upload(await browser.BeginFiles(), "certificat", FormWalker.Pdf);
        var page = await browser.Get($"{TrialForm.Start}/remplir/vaccination");
        var address = page.Document.QuerySelector("main .app-file a")!.GetAttribute("href")!;

        page = await browser.Submit(page, "Retirer");

        Assert.NotNull(page.Document.QuerySelector("input[type=file][name=certificat]"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get(address)).Status);
        Assert.Equal(["« Certificat » : choisissez un fichier"], (await browser.Submit(page, "Continuer")).Errors);
    }

    [Theory]
    [InlineData("exe", "Le contenu de « facture.pdf » n’est pas celui d’un fichier PDF : choisissez un fichier de ce type")]
    [InlineData("locked", "« bulletin.pdf » est protégé par un mot de passe : enlevez la protection, puis choisissez-le de nouveau")]
    [InlineData("empty", "Le fichier « vide.pdf » est vide : choisissez-en un autre")]
    [InlineData("png", "Le contenu de « image.png » n’est pas celui d’un fichier PDF : choisissez un fichier de ce type")]
    [InlineData("name", "« document.txt » est un fichier PDF, mais son nom dit autre chose : renommez-le en .pdf")]
    [InlineData("big", "Le fichier « gros.pdf » pèse 4 Mo : 2 Mo au plus")]
    [InlineData("huge", "Le fichier « gros.pdf » pèse 31 Mo : 2 Mo au plus")]
    public async Task A_file_that_is_not_what_was_asked_is_refused_with_a_sentence(string kind, string sentence)
    {
        var browser = await platform.SignedIn(FormsPlatform.Camille);
        var page = await browser.BeginFiles();

        page = await browser.Upload(page, "certificat", kind switch
        {
            "exe" => TrialForm.FakePdf,
            "locked" => TrialForm.LockedPdf,
            "empty" => new UploadedFile("vide.pdf", []),
            "png" => new UploadedFile("image.png", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. new byte[20]]),
            "name" => FormWalker.Pdf with { Name = "document.txt" },
            "big" => TrialForm.Big(3),
            _ => TrialForm.Big(30),
        });

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal([sentence], page.Errors);
    }

    [Fact]
    public async Task A_file_that_is_refused_loses_nothing_else()
    {
        var browser = await platform.SignedIn(FormsPlatform.Camille);
        await browser.Upload(await browser.BeginFiles(), "certificat", FormWalker.Pdf);
        var page = await browser.Get($"{TrialForm.Start}/remplir/vaccination");

        page = await browser.Upload(page, "photo", TrialForm.Big(30));

        Assert.Equal(["Le fichier « gros.pdf » pèse 31 Mo : 10 Mo au plus"], page.Errors);
        Assert.Contains("justificatif.pdf", page.Text, StringComparison.Ordinal);
        Assert.Equal("Rex", (await browser.Get($"{TrialForm.Start}/remplir/questions")).ValueOf("nom_chien"));
    }

    [Fact]
    public async Task A_name_is_made_safe()
    {
        var browser = await platform.SignedIn(FormsPlatform.Camille);
        await browser.Upload(await browser.BeginFiles(), "certificat", FormWalker.Pdf with { Name = "..\\..\\etc/passwd\u202Efdp.exe;.pdf" });
        var page = await browser.Get($"{TrialForm.Start}/remplir/vaccination");
        Assert.Equal("passwdfdp.exe.pdf", page.Document.QuerySelector("main .app-file a")!.TextContent.Trim());
    }
}
