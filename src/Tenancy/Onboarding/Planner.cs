using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Teleservices.Platform.Data;
using Teleservices.Platform.Onboarding;
using Teleservices.Platform.Tenancy;
using Teleservices.Tenancy.Model;
using Teleservices.Tenancy.Stores;

namespace Teleservices.Tenancy.Onboarding;

/// <summary>One administration as it is and as it will be, with the rows that make the difference.</summary>
internal sealed class Draft(TenantWish wish, Administration row, bool isNew)
{
    public TenantWish Wish { get; } = wish;

    public Administration Row { get; } = row;

    public bool IsNew { get; } = isNew;

    public required AdministrationInfo Wanted { get; init; }

    public required IReadOnlyList<TerritoryMember> Members { get; init; }

    public required IReadOnlyList<HostName> Hosts { get; init; }

    public required IReadOnlyList<string> Communes { get; init; }

    public required IReadOnlyList<TenantLine> Lines { get; init; }

    public Newcomer Newcomer => new(Wanted, IsNew, Communes, Wish.Managers);
}

/// <summary>Works out what a wish changes: planning and applying ask the same one, so that they cannot differ.</summary>
internal sealed class Planner(TeleservicesDb db, HostNames names, IStringLocalizer<Texts> texts, TimeProvider clock)
{
    private readonly List<string> problems = [];

    public IReadOnlyList<string> Problems => problems;

    public async Task<IReadOnlyList<Draft>> Draft(IReadOnlyList<TenantWish> wishes, CancellationToken ct)
    {
        var found = await new BodySearch(db, clock).Find(wishes, ct);
        foreach (var wish in wishes.Where(wish => !found.ContainsKey(wish)))
        {
            problems.Add(texts["« {0} » n’est ni le code d’une commune, ni le SIREN d’une collectivité du territoire national. Vérifiez le code, ou importez le territoire : « teleservices territory import ».", wish.Code]);
        }

        var sirens = found.Values.Select(body => body.Siren).ToList();
        var rows = new Dictionary<string, Administration>();
        foreach (var some in sirens.Chunk(500))
        {
            foreach (var row in await db.Administrations.Where(row => some.Contains(row.Siren)).ToListAsync(ct))
            {
                rows[row.Siren] = row;
            }
        }

        var slugs = await Taken(found, ct);
        var drafts = new List<Draft>();
        foreach (var (wish, body) in found.OrderBy(one => one.Value.Kind switch { AdministrationKind.Departement => 0, AdministrationKind.Epci => 1, _ => 2 }).ThenBy(one => one.Value.Code, StringComparer.Ordinal))
        {
            drafts.Add(await Draft(wish, body, rows.GetValueOrDefault(body.Siren), slugs, ct));
        }

        return drafts;
    }

    private async Task<Draft> Draft(TenantWish wish, NationalPlace body, Administration? known, Dictionary<string, string> slugs, CancellationToken ct)
    {
        var row = known ?? new Administration { Siren = body.Siren };
        var slug = wish.Slug ?? (known?.Slug ?? Free(body, slugs));
        if (slugs.GetValueOrDefault(slug) is { } other && other != body.Siren)
        {
            problems.Add(texts["L’adresse « {0} », demandée pour {1}, est déjà prise : choisissez-en une autre.", slug, body.Name]);
        }

        slugs[slug] = body.Siren;
        var before = known?.Info();
        var wanted = Wanted(wish, body, before, row.Id, slug);
        Check(wish, wanted);
        var open = known is null ? [] : await db.TerritoryMembers.AsNoTracking()
            .Where(member => member.AdministrationId == row.Id && member.Until == null).Select(member => member.Cog).ToListAsync(ct);
        var members = body.Since is { } since
            ? body.Communes.Except(open).Select(cog => new TerritoryMember { AdministrationId = row.Id, Cog = cog, Since = since }).ToList()
            : [];
        var hosts = new List<HostName>();
        foreach (var host in wish.Hosts)
        {
            if (HostNames.Normal(host) is not { } normal || names.SlugIn(normal) is not null)
            {
                problems.Add(texts["« {0} » n’est pas un nom de domaine possible pour {1}.", host, wanted.Name]);
            }
            else if (await db.HostNames.AsNoTracking().SingleOrDefaultAsync(one => one.Host == normal, ct) is not { } taken)
            {
                hosts.Add(new HostName { Host = normal, AdministrationId = row.Id });
            }
            else if (taken.AdministrationId != row.Id)
            {
                problems.Add(texts["L’adresse « {0} », demandée pour {1}, est déjà prise : choisissez-en une autre.", normal, wanted.Name]);
            }
        }

        var lines = new List<TenantLine>();
        lines.AddRange(Differences(before, wanted, names.Of(slug)));
        if (members.Count > 0)
        {
            lines.Add(new TenantLine(TenantLineKind.Change, "territory", open.Count == 0 ? null : texts["{0} communes", open.Count].Value, texts["{0} communes", open.Count + members.Count]));
        }

        lines.AddRange(hosts.Select(host => new TenantLine(TenantLineKind.Change, "host", null, host.Host)));
        lines.AddRange(Missing(wanted).Select(what => new TenantLine(TenantLineKind.Missing, what.Name, null, what.Text)));
        return new Draft(wish, row, known is null)
        {
            Wanted = wanted,
            Members = members,
            Hosts = hosts,
            Communes = [.. open.Union(body.Communes)],
            Lines = lines,
        };
    }

    private static AdministrationInfo Wanted(TenantWish wish, NationalPlace body, AdministrationInfo? now, Guid id, string slug)
    {
        var theme = now?.Theme ?? Palette.Of(body.Siren);
        var contact = now?.Contact ?? new AdministrationContact(body.Service, "", "", "", new Wording(""), "");
        return new AdministrationInfo(
            id,
            slug,
            body.Kind,
            wish.Name ?? now?.Name ?? body.Name,
            wish.ShortName ?? now?.ShortName ?? body.ShortName,
            body.Siren,
            now?.Cog ?? body.Cog,
            new AdministrationTheme(wish.Primary?.ToLowerInvariant() ?? theme.Primary, wish.Accent?.ToLowerInvariant() ?? theme.Accent),
            new AdministrationContact(
                wish.Service ?? contact.Service,
                wish.Email ?? contact.Email,
                wish.Phone ?? contact.Phone,
                wish.Address ?? contact.Address,
                wish.Hours ?? contact.Hours,
                wish.DataProtectionOfficer ?? contact.DataProtectionOfficer),
            now?.State ?? AdministrationState.Sandbox);
    }

    private void Check(TenantWish wish, AdministrationInfo wanted)
    {
        if (!HostNames.IsLabel(wanted.Identifier) || HostNames.Reserved.Contains(wanted.Identifier))
        {
            problems.Add(texts["« {0} » ne peut pas être une adresse : des minuscules, des chiffres et des traits d’union simples, et aucun de ceux-ci : {1}.", wanted.Identifier, string.Join(", ", HostNames.Reserved)]);
        }

        problems.AddRange(WishRules.Faults(wish).Select(fault => texts["{0} : {1}", wanted.ShortName, texts[fault.Text, fault.Arguments].Value].Value));
    }

    private IEnumerable<TenantLine> Differences(AdministrationInfo? before, AdministrationInfo after, string host)
    {
        if (before is null)
        {
            yield return new TenantLine(TenantLineKind.Change, "administration", null, texts["{0}, SIREN {1}, à l’adresse {2}", after.Name, after.Siren, host]);
            yield break;
        }

        foreach (var (what, was, will) in new (string, string?, string?)[]
        {
            ("slug", before.Identifier, after.Identifier), ("name", before.Name, after.Name), ("shortName", before.ShortName, after.ShortName),
            ("theme.primary", before.Theme.Primary, after.Theme.Primary), ("theme.accent", before.Theme.Accent, after.Theme.Accent),
            ("contact.service", before.Contact.Service, after.Contact.Service), ("contact.email", before.Contact.Email, after.Contact.Email),
            ("contact.phone", before.Contact.Phone, after.Contact.Phone), ("contact.address", before.Contact.Address, after.Contact.Address),
            ("contact.hours", before.Contact.Hours.Fr, after.Contact.Hours.Fr), ("contact.hours.en", before.Contact.Hours.En, after.Contact.Hours.En),
            ("dpo", before.Contact.DataProtectionOfficer, after.Contact.DataProtectionOfficer),
        })
        {
            if ((was ?? "") != (will ?? ""))
            {
                yield return new TenantLine(TenantLineKind.Change, what, was, will ?? "");
            }
        }
    }

    /// <summary>What the law wants on receipts and pages (CRPA R112-11-1; GDPR art. 13 and 37).</summary>
    internal IEnumerable<(string Name, string Text)> Missing(AdministrationInfo info)
    {
        var contact = info.Contact;
        return new (string Name, string Value, string Text)[]
        {
            ("contact.service", contact.Service, texts["Le service qui répond aux usagers"]),
            ("contact.email", contact.Email, texts["L’adresse électronique du service"]),
            ("contact.phone", contact.Phone, texts["Le numéro de téléphone du service"]),
            ("contact.address", contact.Address, texts["L’adresse postale du service"]),
            ("contact.hours", contact.Hours.Fr, texts["Les heures d’ouverture"]),
            ("dpo", contact.DataProtectionOfficer, texts["L’adresse du délégué à la protection des données"]),
        }.Where(one => one.Value.Length == 0).Select(one => (one.Name, one.Text));
    }

    private async Task<Dictionary<string, string>> Taken(Dictionary<TenantWish, NationalPlace> found, CancellationToken ct)
    {
        var taken = HostNames.Reserved.ToDictionary(one => one, _ => "");
        var wanted = found.SelectMany(one => new[] { BodyNames.Slug(one.Value.ShortName), BodyNames.Slug($"{one.Value.ShortName} {one.Value.Code}"), one.Key.Slug })
            .OfType<string>().Distinct().ToList();
        foreach (var some in wanted.Chunk(500))
        {
            foreach (var one in await db.Administrations.AsNoTracking().Where(row => some.Contains(row.Slug)).Select(row => new { row.Slug, row.Siren }).ToListAsync(ct))
            {
                taken[one.Slug] = one.Siren;
            }
        }

        return taken;
    }

    private static string Free(NationalPlace body, Dictionary<string, string> taken)
    {
        var simple = BodyNames.Slug(body.ShortName);
        return taken.ContainsKey(simple) ? BodyNames.Slug($"{body.ShortName} {body.Code}") : simple;
    }
}
