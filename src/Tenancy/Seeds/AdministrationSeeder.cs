using System.Globalization;
using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;
using Teleservices.Platform.Seeds;
using Teleservices.Platform.Tenancy;
using Teleservices.Tenancy.Model;
using Teleservices.Tenancy.Stores;

namespace Teleservices.Tenancy.Seeds;

/// <summary>Reads <c>administrations.yaml</c>. An administration is known again by its SIREN.</summary>
internal sealed class AdministrationSeeder(TeleservicesDb db, TenantStore tenants, Territory territory) : ISeeder
{
    private const double LeastContrast = 4.5;
    private readonly List<AdministrationInfo> read = [];

    public int Order => 10;

    public void Read(SeedFolder folder)
    {
        foreach (var node in folder.File("administrations.yaml")?.Items() ?? [])
        {
            read.Add(ReadOne(folder, node));
        }
    }

    public async Task<SeedSummary> Write(CancellationToken ct)
    {
        var known = await db.Administrations.ToDictionaryAsync(administration => administration.Siren, ct);
        foreach (var told in read)
        {
            var administration = known.GetValueOrDefault(told.Siren) ?? db.Administrations.Add(new Administration { Siren = told.Siren }).Entity;
            administration.Describe(told);
        }

        var summary = db.SummaryOf<Administration>("administrations", read.Count);
        await db.Touch(Territory.Register, ct);
        await db.SaveChangesAsync(ct);
        tenants.Forget();
        territory.Forget();
        return summary;
    }

    private static AdministrationInfo ReadOne(SeedFolder folder, SeedNode node)
    {
        var slug = node.Text("slug");
        folder.Declare("administration", slug, node);
        if (slug.Length > 0 && (!HostNames.IsLabel(slug) || HostNames.Reserved.Contains(slug)))
        {
            node.Optional("slug")?.Mistake($"'{slug}' cannot be the first label of a host name: small letters, digits and single hyphens, and none of {string.Join(", ", HostNames.Reserved)}");
        }

        var siren = node.Text("siren");
        folder.Declare("SIREN", siren, node);
        if (siren.Length > 0 && !Codes.IsSiren(siren))
        {
            node.Optional("siren")?.Mistake($"'{siren}' is not a SIREN: nine digits, the last one a Luhn key");
        }

        var kind = node.Choice<AdministrationKind>("kind");
        return new AdministrationInfo(
            Guid.Empty, slug, kind, node.Text("name"), node.Text("short_name"), siren, Cog(folder, node, kind), Theme(node), Contact(node));
    }

    private static string? Cog(SeedFolder folder, SeedNode node, AdministrationKind kind)
    {
        var cog = node.OptionalText("cog");
        var fault = (kind, cog) switch
        {
            (AdministrationKind.Epci, null) => null,
            (AdministrationKind.Epci, _) => "an EPCI has no COG code",
            (_, null) => "'cog' is missing",
            (AdministrationKind.Commune, _) => Codes.IsCommune(cog) ? null : $"'{cog}' is not the COG code of a commune (five characters; not the postcode)",
            (AdministrationKind.Departement, _) => Codes.IsDepartement(cog) ? null : $"'{cog}' is not the number of a département",
        };
        if (fault is not null)
        {
            (node.Optional("cog") ?? node).Mistake(fault);
        }
        else if (cog is not null)
        {
            folder.Declare($"{kind.ToString().ToLowerInvariant()} with COG code", cog, node);
        }

        return cog;
    }

    private static AdministrationTheme Theme(SeedNode node)
    {
        if (node.Required("theme") is not { } theme)
        {
            return new AdministrationTheme("", "");
        }

        var (primary, accent) = (Colour(theme, "primary"), Colour(theme, "accent"));
        if (Codes.IsColour(primary) && Codes.ContrastWithWhite(primary) is < LeastContrast and var contrast)
        {
            var measured = contrast.ToString("0.00", CultureInfo.InvariantCulture);
            theme.Optional("primary")?.Mistake($"white text on {primary} has a contrast of {measured}:1, and 4.5:1 is the least (RGAA 3.2): choose a darker colour");
        }

        return new AdministrationTheme(primary, accent);
    }

    private static string Colour(SeedNode theme, string key)
    {
        var colour = theme.Text(key);
        if (colour.Length > 0 && !Codes.IsColour(colour))
        {
            theme.Optional(key)?.Mistake($"'{colour}' is not a colour like #0b5d3b");
        }

        return colour.ToLowerInvariant();
    }

    private static AdministrationContact Contact(SeedNode node)
    {
        var officer = Email(node, "dpo");
        if (node.Required("contact") is not { } contact)
        {
            return new AdministrationContact("", "", "", "", new Wording(""), officer);
        }

        var phone = contact.Text("phone");
        if (phone.Length > 0 && !Codes.IsPhone(phone))
        {
            contact.Optional("phone")?.Mistake($"'{phone}' is not a telephone number like +33238295353");
        }

        return new AdministrationContact(
            contact.Text("service"), Email(contact, "email"), phone, contact.Text("address"), contact.Wording("hours"), officer);
    }

    private static string Email(SeedNode node, string key)
    {
        var email = node.Text(key);
        if (email.Length > 0 && !MailAddress.TryCreate(email, out _))
        {
            node.Optional(key)?.Mistake($"'{email}' is not an e-mail address");
        }

        return email;
    }
}
