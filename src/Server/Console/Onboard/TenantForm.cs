using Teleservices.Platform.Onboarding;
using Teleservices.Platform.Tenancy;
using Teleservices.Tenancy.Onboarding;

namespace Teleservices.Server.Onboard;

/// <summary>What IT staff type of an administration; the names are those of <see cref="TenantWish"/>, so that a refusal finds its field.</summary>
internal sealed class TenantForm
{
    /// <summary>First label of its host name; chosen once.</summary>
    public string? Slug { get; set; }

    /// <summary>Full name.</summary>
    public string? Name { get; set; }

    /// <summary>Name in lists.</summary>
    public string? ShortName { get; set; }

    /// <summary>Main colour.</summary>
    public string? Primary { get; set; }

    /// <summary>Second colour.</summary>
    public string? Accent { get; set; }

    /// <summary>The service that answers residents.</summary>
    public string? Service { get; set; }

    /// <summary>Its e-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>Its telephone number.</summary>
    public string? Phone { get; set; }

    /// <summary>Its postal address.</summary>
    public string? Address { get; set; }

    /// <summary>When it is open.</summary>
    public string? HoursFr { get; set; }

    /// <summary>The same in English.</summary>
    public string? HoursEn { get; set; }

    /// <summary>Address of the data protection officer.</summary>
    public string? DataProtectionOfficer { get; set; }

    /// <summary>Host names of its own, one a line.</summary>
    public string? Hosts { get; set; }

    /// <summary>A person to invite as manager.</summary>
    public string? ManagerEmail { get; set; }

    /// <summary>First name of that person.</summary>
    public string? ManagerFirstName { get; set; }

    /// <summary>Surname of that person.</summary>
    public string? ManagerLastName { get; set; }

    /// <summary>Function of that person.</summary>
    public string? ManagerTitle { get; set; }

    internal static TenantForm Of(AdministrationInfo info) => new()
    {
        Slug = info.Identifier,
        Name = info.Name,
        ShortName = info.ShortName,
        Primary = info.Theme.Primary,
        Accent = info.Theme.Accent,
        Service = info.Contact.Service,
        Email = info.Contact.Email,
        Phone = info.Contact.Phone,
        Address = info.Contact.Address,
        HoursFr = info.Contact.Hours.Fr,
        HoursEn = info.Contact.Hours.En,
        DataProtectionOfficer = info.Contact.DataProtectionOfficer,
    };

    internal TenantWish Wish(string code, string? slug = null) => new(code)
    {
        Slug = slug ?? Kept(Slug),
        Name = Kept(Name),
        ShortName = Kept(ShortName),
        Primary = Kept(Primary),
        Accent = Kept(Accent),
        Service = Typed(Service),
        Email = Typed(Email),
        Phone = Number(Typed(Phone)),
        Address = Typed(Address),
        Hours = new Wording(Typed(HoursFr), Kept(HoursEn)),
        DataProtectionOfficer = Typed(DataProtectionOfficer),
        Hosts = (Hosts ?? "").Split(['\n', ' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        Managers = Typed(ManagerEmail).Length + Typed(ManagerFirstName).Length + Typed(ManagerLastName).Length == 0
            ? []
            : [new NewManager(Typed(ManagerEmail), Typed(ManagerFirstName), Typed(ManagerLastName), Kept(ManagerTitle), [])],
    };

    /// <summary>What must not be empty keeps the value that it has.</summary>
    private static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Typed(string? text) => (text ?? "").Trim();

    /// <summary>As people write it, «02 38 29 53 53», in international form.</summary>
    private static string Number(string text)
    {
        var bare = new string([.. text.Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-' or '(' or ')'))]);
        return bare.Length == 10 && bare[0] == '0' ? $"+33{bare[1..]}" : bare;
    }
}
