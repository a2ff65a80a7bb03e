namespace Teleservices.Platform.Files;

/// <summary>The store of uploads does not answer, or does not let us in: 503 on a page, an attempt later elsewhere.</summary>
public sealed class FilesAwayException(string message, Exception? cause = null) : Exception(message, cause);
