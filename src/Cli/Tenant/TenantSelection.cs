using System.CommandLine;
using MediatR;
using Microsoft.Extensions.Localization;
using Teleservices.Tenancy;
using Teleservices.Tenancy.Onboarding;

namespace Teleservices.Cli.Tenant;

/// <summary>Who is meant: codes, a file, an EPCI with its communes, or a whole département.</summary>
internal sealed class TenantSelection(IStringLocalizer<Texts> texts)
{
    private readonly Argument<string[]> codes = new("CODE")
    {
        Description = texts["Code INSEE d’une commune, SIREN, ou D45 pour un département."],
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<FileInfo?> file = new("--file") { Description = texts["Fichier YAML qui dit quelles administrations, et ce qu’elles ont de particulier."], HelpName = "FICHIER" };

    private readonly Option<string?> epci = new("--epci") { Description = texts["SIREN d’un EPCI : lui et toutes ses communes."], HelpName = "SIREN" };

    private readonly Option<string?> departement = new("--departement") { Description = texts["Numéro d’un département : lui, ses communes et leurs EPCI."], HelpName = "D" };

    public void AddTo(Command command)
    {
        command.Arguments.Add(codes);
        command.Options.Add(file);
        command.Options.Add(epci);
        command.Options.Add(departement);
    }

    /// <returns>Nothing when nobody is meant.</returns>
    public async Task<IReadOnlyList<TenantWish>> Wishes(ParseResult parsed, IMediator mediator, CancellationToken ct)
    {
        var wishes = parsed.GetValue(file) is { } path ? TenantWish.FromFile(path.FullName).ToDictionary(wish => wish.Code) : [];
        foreach (var code in parsed.GetValue(codes) ?? [])
        {
            wishes.TryAdd(code, new TenantWish(code));
        }

        if (parsed.GetValue(epci) is { } siren)
        {
            await Add(wishes, [siren], new NationalCommunes(Epci: siren), mediator, ct);
        }

        if (parsed.GetValue(departement) is { } number)
        {
            var communes = await Add(wishes, [$"D{number}"], new NationalCommunes(Departement: number), mediator, ct);
            foreach (var body in communes.Select(commune => commune.Epci?.Siren).OfType<string>().Distinct())
            {
                wishes.TryAdd(body, new TenantWish(body));
            }
        }

        return [.. wishes.Values];
    }

    private static async Task<IReadOnlyList<NationalCommune>> Add(
        Dictionary<string, TenantWish> wishes, IEnumerable<string> bodies, NationalCommunes query, IMediator mediator, CancellationToken ct)
    {
        foreach (var body in bodies)
        {
            wishes.TryAdd(body, new TenantWish(body));
        }

        var communes = await mediator.Send(query, ct);
        foreach (var commune in communes.Where(commune => !wishes.ContainsKey(commune.Siren)))
        {
            wishes.TryAdd(commune.Cog, new TenantWish(commune.Cog));
        }

        return communes;
    }
}
