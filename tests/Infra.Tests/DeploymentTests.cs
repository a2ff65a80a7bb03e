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
        var compose = Regex.Replace(Repository.Read("infra/compose/compose.yaml"), @"(?m)^\s*#.*\n", "");
        foreach (var secret in Secret().Matches(compose + Repository.Read("infra/compose/roles.sh")).Select(match => match.Groups[1].Value).Distinct())
        {
            Assert.Contains($"\n  {secret}: {{file: \"${{SECRETS_DIRECTORY:?}}/{secret}\"}}\n", compose, StringComparison.Ordinal);
        }

        // No password goes through the environment of whoever starts it, and what is asked for there is in the example.
        Assert.DoesNotMatch("(?i)\\$\\{[A-Z_]*(PASSWORD|SECRET_KEY|ACCESS_KEY)", compose);
        Assert.All(
            Variable().Matches(compose).Select(match => match.Groups[1].Value).Distinct(),
            name => Assert.Contains($"{name}=\n", Repository.Read("infra/compose/.env.example"), StringComparison.Ordinal));

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

    [Fact]
    public void Every_template_is_yaml_around_its_directives_with_every_block_closed()
    {
        foreach (var file in Repository.Files("infra/helm/teleservices/templates", "*.yaml"))
        {
            var template = Repository.Read(file);
            Assert.True(Regex.Count(template, @"\{\{-? *(if|range|with) ") == Regex.Count(template, @"\{\{-? *end *-?\}\}"), $"{file}: a block is not closed.");
            var plain = Regex.Replace(Regex.Replace(template, @"(?m)^\s*\{\{-.*\}\}\n", ""), @"\{\{-.*?\}\}|\{\{.*?\}\}", "x");
            using var reader = new StringReader(plain);
            var stream = new YamlStream();
            stream.Load(reader);
            Assert.All(stream.Documents, document => Assert.True(((YamlMappingNode)document.RootNode).Children.ContainsKey("kind"), $"{file}: a document has no kind."));
        }
    }

    [Fact]
    public void Backups_and_growing_by_themselves_are_there_and_off()
    {
        var values = Repository.Read("infra/helm/teleservices/values.yaml");
        Assert.Matches("(?m)^autoscaling:\n  enabled: false$", values);
        Assert.Matches("(?m)^backup:\n  enabled: false$", values);
        foreach (var role in new[] { "web", "worker" })
        {
            var template = Repository.Read($"infra/helm/teleservices/templates/{role}.yaml");
            Assert.Matches(@"\{\{- if \.Values\.autoscaling\.enabled \}\}\s+apiVersion: autoscaling/v2", template);

            // Two who say how many there are would undo each other's work at every upgrade.
            Assert.Matches(@"\{\{- if not \.Values\.autoscaling\.enabled \}\}\s+replicas:", template);
        }

        var backup = Repository.Read("infra/helm/teleservices/templates/backup.yaml");
        Assert.StartsWith("{{- if .Values.backup.enabled }}", backup, StringComparison.Ordinal);
        Assert.All(
            ["kind: CronJob", "concurrencyPolicy: Forbid", "Teleservices.Cli.dll backup", "key: backupConnection", "runAsNonRoot: true", "readOnlyRootFilesystem: true"],
            words => Assert.Contains(words, backup, StringComparison.Ordinal));
    }

    [Fact]
    public void The_schema_knows_every_value_and_every_value_that_it_wants_is_there()
    {
        var stream = new YamlStream();
        using var reader = new StringReader(Repository.Read("infra/helm/teleservices/values.yaml"));
        stream.Load(reader);
        using var schema = JsonDocument.Parse(Repository.Read("infra/helm/teleservices/values.schema.json"));
        Compare((YamlMappingNode)stream.Documents[0].RootNode, schema.RootElement, "");

        void Compare(YamlMappingNode values, JsonElement known, string at)
        {
            if (known.TryGetProperty("$ref", out var reference))
            {
                known = schema.RootElement.GetProperty("definitions").GetProperty(reference.GetString()!.Split('/')[^1]);
            }

            if (!known.TryGetProperty("properties", out var properties))
            {
                return;
            }

            Assert.All(known.GetProperty("required").EnumerateArray(), name => Assert.True(values.Children.ContainsKey(new YamlScalarNode(name.GetString())), $"values.yaml lacks {at}{name}."));
            foreach (var (name, value) in values.Children)
            {
                Assert.True(properties.TryGetProperty(((YamlScalarNode)name).Value!, out var property), $"values.schema.json does not know {at}{name}.");
                if (value is YamlMappingNode inner)
                {
                    Compare(inner, property, $"{at}{name}.");
                }
            }
        }
    }

    [GeneratedRegex(@"/run/secrets/([a-z_]+)")]
    private static partial Regex Secret();

    [GeneratedRegex(@"\$\{([A-Z_]+):\?\}")]
    private static partial Regex Variable();

    [GeneratedRegex(@"TELESERVICES__(?<section>[A-Za-z]+)__(?<key>[A-Za-z]+)")]
    private static partial Regex Setting();

    [GeneratedRegex(@"\.Values\.([A-Za-z]+(?:\.[A-Za-z]+)*)")]
    private static partial Regex Value();
}
