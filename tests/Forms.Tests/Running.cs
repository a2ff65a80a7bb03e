using Teleservices.TestKit;

namespace Teleservices.Forms.Tests;

/// <summary>The server with the real seeds and one more form, in which everything can be tried.</summary>
public sealed class FormsPlatform : RunningPlatform, IDisposable
{
    /// <summary>Slug of the form in which everything can be tried.</summary>
    public const string Trial = "tout-essayer";

    /// <summary>A resident of Gien.</summary>
    public const string Camille = "camille.martin@example.org";

    /// <summary>A resident of Nevoy.</summary>
    public const string Sofiane = "sofiane.benali@example.org";

    /// <summary>A resident of Poilly.</summary>
    public const string Odette = "odette.lefevre@example.org";

    private readonly SeedsOnDisk seeds = new();

    public FormsPlatform() => File.Copy(
        Path.Combine(AppContext.BaseDirectory, "Residents", $"{Trial}.yaml"), Path.Combine(seeds.Folder, "forms", "commune", $"{Trial}.yaml"));

    protected override IEnumerable<string> Arguments => ["--seeds", seeds.Folder];

    public void Dispose() => seeds.Dispose();
}

[CollectionDefinition(nameof(Running))]
public sealed class Running : ICollectionFixture<FormsPlatform>;
