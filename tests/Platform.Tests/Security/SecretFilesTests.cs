using Microsoft.Extensions.Configuration;
using Teleservices.Platform.Security;

namespace Teleservices.Platform.Tests.Security;

public sealed class SecretFilesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("teleservices-secrets-").FullName;

    [Fact]
    public void A_setting_takes_its_passwords_out_of_files_and_others_stay_as_they_are()
    {
        File.WriteAllText(Path.Combine(folder, "one"), "Xy12\n");
        File.WriteAllText(Path.Combine(folder, "two"), "Zz34\r\n");
        var settings = Settings(new()
        {
            ["Data:Connection"] = $"Host=h;Password={{file:{folder}/one}};Other={{file:{folder}/two}}",
            ["Bus:Uri"] = $"amqp://user:{{file:{folder}/two}}@host/",
            ["Mail:Host"] = "{mail}",
            ["PROMPT"] = "{file:/nowhere}",
        });
        var read = SecretFiles.Read(settings);
        Assert.Equal(["Bus:Uri", "Data:Connection"], read.Keys.Order());
        Assert.Equal(("Host=h;Password=Xy12;Other=Zz34", "amqp://user:Zz34@host/"), (read["Data:Connection"], read["Bus:Uri"]));
    }

    [Fact]
    public void Nobody_starts_with_a_password_that_is_missing_or_empty()
    {
        File.WriteAllText(Path.Combine(folder, "empty"), "\n");
        foreach (var name in (string[])["empty", "missing"])
        {
            var fault = Assert.Throws<InvalidDataException>(() => SecretFiles.Read(Settings(new() { ["Data:Connection"] = $"Password={{file:{folder}/{name}}}" })));
            Assert.Contains($"Data:Connection: the file {folder}/{name}", fault.Message, StringComparison.Ordinal);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static IConfigurationRoot Settings(Dictionary<string, string?> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
}
