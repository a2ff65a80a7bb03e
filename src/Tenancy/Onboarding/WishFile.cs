using Teleservices.Platform.Onboarding;
using Teleservices.Platform.Seeds;

namespace Teleservices.Tenancy.Onboarding;

/// <summary>The file behind <see cref="TenantWish.FromFile"/>.</summary>
internal static class WishFile
{
    public static IReadOnlyList<TenantWish> Read(string path)
    {
        var folder = new SeedFolder(Path.GetDirectoryName(Path.GetFullPath(path))!, demo: false);
        var wishes = (folder.File(Path.GetFileName(path))?.Items() ?? []).Select(Read).ToList();
        return folder.Errors is { Count: > 0 } errors ? throw new SeedException(errors) : wishes;
    }

    private static TenantWish Read(SeedNode node)
    {
        var (cog, siren, departement) = (node.OptionalText("cog"), node.OptionalText("siren"), node.OptionalText("departement"));
        if (cog is null && siren is null && departement is null)
        {
            node.Mistake("'cog', 'siren' or 'departement' is missing: one of them says which administration it is");
        }

        var (theme, contact) = (node.Optional("theme"), node.Optional("contact"));
        return new TenantWish(siren ?? cog ?? $"D{departement}")
        {
            Slug = node.OptionalText("slug"),
            Name = node.OptionalText("name"),
            ShortName = node.OptionalText("short_name"),
            Primary = theme?.OptionalText("primary"),
            Accent = theme?.OptionalText("accent"),
            Service = contact?.OptionalText("service"),
            Email = contact?.OptionalText("email"),
            Phone = contact?.OptionalText("phone"),
            Address = contact?.OptionalText("address"),
            Hours = contact?.OptionalWording("hours"),
            DataProtectionOfficer = node.OptionalText("dpo"),
            Hosts = [.. node.List("hosts").Select(host => host.Value)],
            Managers = [.. node.List("managers").Select(ReadManager)],
        };
    }

    private static NewManager ReadManager(SeedNode node) => new(
        node.Text("email"), node.Text("first_name"), node.Text("last_name"), node.OptionalText("title"), [.. node.List("teams").Select(team => team.Value)]);
}
