using Teleservices.TestKit;

namespace Teleservices.Identity.Tests;

internal static class PageText
{
    /// <summary>The whole body as text, whatever its type.</summary>
    public static string Body(this Page page) => System.Text.Encoding.UTF8.GetString(page.Bytes);
}
