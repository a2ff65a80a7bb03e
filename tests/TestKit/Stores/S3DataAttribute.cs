using System.Reflection;
using Xunit.Sdk;

namespace Teleservices.TestKit.Stores;

/// <summary>The row of a theory that runs on an S3-compatible store; skipped with its reason where none was started.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class S3DataAttribute(object value) : DataAttribute
{
    /// <inheritdoc/>
    public override string Skip
    {
        get => TestS3.WhyNot!;
        set => throw new NotSupportedException();
    }

    /// <summary>What the test is told.</summary>
    public object Value => value;

    /// <inheritdoc/>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[value]];
}
