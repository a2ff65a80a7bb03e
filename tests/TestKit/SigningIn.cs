namespace Teleservices.TestKit;

/// <summary>The way of a person through the sign-in pages.</summary>
public static class SigningIn
{
    /// <summary>Signs in on this browser's host; afterwards every host of the platform knows the person.</summary>
    public static async Task SignIn(this PortalClient browser, string email, string password = RunningPlatform.DemoPassword)
    {
        var page = await browser.Get("/connexion?retour=/");
        var (form, _) = page.FormWith(null);
        var emailField = form.QuerySelector("input[type=email]")?.GetAttribute("name") ?? throw new InvalidOperationException($"No sign-in form: {page.Text}");
        var passwordField = form.QuerySelector("input[type=password]")!.GetAttribute("name")!;
        var done = await browser.Submit(page, null, (emailField, email), (passwordField, password));
        if (done.Document.QuerySelector("input[type=password]") is not null)
        {
            throw new InvalidOperationException($"{email} could not sign in: {done.Text}");
        }
    }
}
