namespace Teleservices.Platform.Mail;

/// <summary>How mail leaves the platform; section <c>Mail</c>. Without a host, mails become files in the data folder.</summary>
public sealed class MailOptions
{
    /// <summary>SMTP server, or nothing.</summary>
    public string? Host { get; set; }

    /// <summary>Port of the SMTP server.</summary>
    public int Port { get; set; } = 25;

    /// <summary>Account at the SMTP server, if it wants one.</summary>
    public string? User { get; set; }

    /// <summary>Its password.</summary>
    public string? Password { get; set; }

    /// <summary>The address in the From line.</summary>
    public string From { get; set; } = "ne-pas-repondre@teleservices.example";
}
