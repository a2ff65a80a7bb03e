using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Teleservices.Infra.Tests;

/// <summary>What an IT department installs says nothing that the product does not know.</summary>
public sealed partial class DeploymentTests
{
    [Fact]
    public void Every_yaml_file_can_be_read()
    {
        var files = Repository.Files("infra", "*.yaml").Where(file => !file.Contains("templates", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var stream = new YamlStream();
            using var reader = new StringReader(Repository.Read(file));
            stream.Load(reader);
            Assert.NotEmpty(stream.Documents);
        }
    }

    [Fact]
    public void Every_setting_is_one_that_the_product_has()
    {
        var sources = string.Concat(Repository.Files("src", "*.cs").Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).Select(Repository.Read));
        var unknown = from file in Directory.EnumerateFiles(Repository.Path("infra"), "*", SearchOption.AllDirectories)
                      from Match setting in Setting().Matches(File.ReadAllText(file))
                      let section = setting.Groups["section"].Value
                      let key = setting.Groups["key"].Value
                      where !sources.Contains($"GetSection(\"{section}\")", StringComparison.Ordinal) && !sources.Contains($"\"{section}:{key}\"", StringComparison.Ordinal)
                          || !Regex.IsMatch(sources, $@"\b{key}\b")
                      select $"{Path.GetFileName(file)}: {setting.Value}";
        Assert.Empty(unknown);
    }

    [Fact]
    public void Every_role_is_deployed_and_every_secret_comes_from_outside()
    {
        var compose = Repository.Read("infra/compose/compose.yaml");
        foreach (var secret in new[] { "POSTGRES_PASSWORD", "OWNER_DB_PASSWORD", "APP_DB_PASSWORD", "RABBITMQ_PASSWORD" })
        {
            Assert.Contains($"${{{secret}:?}}", compose, StringComparison.Ordinal);
            Assert.Contains($"{secret}=\n", Repository.Read("infra/compose/.env.example"), StringComparison.Ordinal);
        }

        foreach (var role in new[] { "web", "identity", "worker" })
        {
            var template = Repository.Read($"infra/helm/teleservices/templates/{role}.yaml");
            Assert.Contains("kind: Deployment", template, StringComparison.Ordinal);
            Assert.Contains("kind: PodDisruptionBudget", template, StringComparison.Ordinal);
        }

        var pod = Repository.Read("infra/helm/teleservices/templates/_process.tpl");
        Assert.All(["runAsNonRoot: true", "readOnlyRootFilesystem: true", "drop: [ALL]", "RuntimeDefault", "path: /readyz"], rule => Assert.Contains(rule, pod, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_value_that_a_template_asks_for_is_in_values_and_in_their_schema()
    {
        var stream = new YamlStream();
        using var reader = new StringReader(Repository.Read("infra/helm/teleservices/values.yaml"));
        stream.Load(reader);
        using var schema = JsonDocument.Parse(Repository.Read("infra/helm/teleservices/values.schema.json"));
        var used = Repository.Files("infra/helm/teleservices/templates", "*.*").SelectMany(file => Value().Matches(Repository.Read(file))).Select(match => match.Groups[1].Value).Distinct();
        foreach (var path in used)
        {
            YamlNode node = stream.Documents[0].RootNode;
            foreach (var key in path.Split('.'))
            {
                Assert.True(node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out node!), $"values.yaml lacks {path}.");
            }

            Assert.True(schema.RootElement.GetProperty("properties").TryGetProperty(path.Split('.')[0], out _), $"values.schema.json lacks {path}.");
        }
    }

    [GeneratedRegex(@"TELESERVICES__(?<section>[A-Za-z]+)__(?<key>[A-Za-z]+)")]
    private static partial Regex Setting();

    [GeneratedRegex(@"\.Values\.([A-Za-z]+(?:\.[A-Za-z]+)*)")]
    private static partial Regex Value();
}
