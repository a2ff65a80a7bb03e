using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Teleservices.Dispatch.Model;
using Teleservices.Dispatch.Routing;
using Teleservices.Platform.Data;
using Teleservices.Platform.Seeds;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Seeds;

/// <summary>Reads <c>competences.yaml</c>.</summary>
internal sealed partial class CompetenceSeeder(TeleservicesDb db, Registers registers) : ISeeder
{
    private readonly List<CompetenceSeed> read = [];

    public int Order => 20;

    public void Read(SeedFolder folder)
    {
        foreach (var node in folder.File("competences.yaml")?.Items() ?? [])
        {
            var code = node.Text("code");
            folder.Declare("competence", code, node);
            if (code.Length > 0 && !Shape().IsMatch(code))
            {
                node.Optional("code")?.Mistake($"'{code}' is not a code: at most 60 small letters, digits and single hyphens");
            }

            read.Add(new CompetenceSeed(code, node.Wording("label"), node.Choice<AdministrationKind>("holder"), node.Text("legal_act")));
        }
    }

    public async Task<SeedSummary> Write(CancellationToken ct)
    {
        var known = await db.Competences.ToDictionaryAsync(competence => competence.Code, ct);
        foreach (var told in read)
        {
            var competence = known.GetValueOrDefault(told.Code) ?? db.Competences.Add(new Competence { Code = told.Code }).Entity;
            competence.Describe(told.Label, told.Holder, told.LegalAct);
        }

        var summary = db.SummaryOf<Competence>("competences", read.Count);
        await db.Touch(Registers.Name, ct);
        await db.SaveChangesAsync(ct);
        registers.Forget();
        return summary;
    }

    [GeneratedRegex(@"\A(?=.{1,60}\z)[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Shape();

    private sealed record CompetenceSeed(string Code, Wording Label, AdministrationKind Holder, string LegalAct);
}
