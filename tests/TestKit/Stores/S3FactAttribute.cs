namespace Teleservices.TestKit.Stores;

/// <summary>A promise that only an S3-compatible store can keep; skipped with its reason where none was started.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class S3FactAttribute : Xunit.FactAttribute
{
    /// <summary>Asks whether there is one.</summary>
    public S3FactAttribute() => Skip = TestS3.WhyNot;
}
