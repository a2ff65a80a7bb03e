using Teleservices.Identity.Model;
using Teleservices.Platform.Seeds;

namespace Teleservices.Identity.Demo;

/// <summary>What <c>seeds/demo/accounts.yaml</c> says.</summary>
internal sealed record DemoFile(string Password, IReadOnlyList<DemoPerson> People)
{
    /// <summary>Reads the file; mistakes are noted in the folder.</summary>
    public static DemoFile? Read(SeedFolder folder) => folder.File("demo/accounts.yaml") is { } root
        ? new DemoFile(root.Text("password"), [.. root.List("accounts").Select(Person)])
        : null;

    private static DemoPerson Person(SeedNode node)
    {
        var residence = node.Optional("residence");
        return new DemoPerson(
            node.Text("email"),
            node.Text("first_name"),
            node.Text("last_name"),
            residence is null
                ? null
                : new DemoResidence(residence.Text("street"), residence.OptionalText("complement"), residence.Text("postcode"), residence.Text("commune")),
            [.. node.List("roles").Select(RoleOf)]);
    }

    private static DemoRole RoleOf(SeedNode node)
    {
        if (node.Has("platform"))
        {
            node.Choice<PlatformRole>("platform");
            return new DemoRole(null, Role.ItStaff, null, []);
        }

        var role = node.Choice<WorkRole>("role") == WorkRole.Manager ? Role.Manager : Role.Agent;
        return new DemoRole(node.Text("administration"), role, node.OptionalText("title"), [.. node.List("teams").Select(team => team.Value)]);
    }

    private enum WorkRole
    {
        Agent,
        Manager,
    }

    private enum PlatformRole
    {
        ItStaff,
    }
}

internal sealed record DemoPerson(string Email, string FirstName, string LastName, DemoResidence? Residence, IReadOnlyList<DemoRole> Roles);

internal sealed record DemoResidence(string Street, string? Complement, string Postcode, string Commune);

/// <summary>A role; its administration is a slug, or nothing for a role on the platform.</summary>
internal sealed record DemoRole(string? Administration, Role Role, string? Title, IReadOnlyList<string> Teams);
