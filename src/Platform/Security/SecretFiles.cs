using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Teleservices.Platform.Security;

/// <summary>
/// Passwords out of files, as containers are given them: <c>{file:/run/secrets/app_db_password}</c> within a setting stands for what is in that file. A
/// password in an environment variable can be read by whoever may look at the process or at the container's description.
/// </summary>
public static partial class SecretFiles
{
    /// <summary>The settings that name files, with what is in them, without the end of the line.</summary>
    /// <exception cref="InvalidDataException">A file that is named cannot be read, or is empty: nobody starts with half a password.</exception>
    public static Dictionary<string, string?> Read(IConfiguration settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.AsEnumerable()
            .Where(setting => setting.Key.Contains(':', StringComparison.Ordinal) && setting.Value is { } value && Place().IsMatch(value))
            .ToDictionary(setting => setting.Key, string? (setting) => Place().Replace(setting.Value!, match => Content(setting.Key, match.Groups[1].Value)));
    }

    private static string Content(string key, string file)
    {
        try
        {
            return File.ReadAllText(file).TrimEnd('\r', '\n') is { Length: > 0 } content ? content : throw new InvalidDataException($"{key}: the file {file} is empty.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{key}: the file {file} cannot be read ({fault.Message}).", fault);
        }
    }

    [GeneratedRegex(@"\{file:([^{}]+)\}")]
    private static partial Regex Place();
}
