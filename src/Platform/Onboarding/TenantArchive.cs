namespace Teleservices.Platform.Onboarding;

/// <summary>Takes what an administration takes along.</summary>
public sealed class TenantArchive;
