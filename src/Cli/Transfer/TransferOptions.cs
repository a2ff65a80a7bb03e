using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Localization;
using Teleservices.Dispatch.Transfers;

namespace Teleservices.Cli.Transfer;

/// <summary>What is said of a transfer on the command line.</summary>
internal sealed class TransferOptions(IStringLocalizer<Texts> texts)
{
    private readonly Option<string> competence = new("--competence") { Description = texts["Code de la compétence."], HelpName = "C", Required = true };

    private readonly Option<string?> to = new("--to") { Description = texts["Nom court de l’administration qui la prend ; sans cette option, chaque commune la reprend."], HelpName = "NOM" };

    private readonly Option<string[]> communes = new("--communes")
    {
        Description = texts["Codes INSEE ; sans cette option, tout le territoire de l’administration."],
        HelpName = "COG",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> on = new("--on") { Description = texts["Premier jour, comme 2027-01-01."], HelpName = "DATE" };

    private readonly Option<string?> act = new("--act") { Description = texts["Acte qui transfère la compétence."], HelpName = "ACTE" };

    private readonly Option<string?> note = new("--note") { Description = texts["Note pour qui lira le registre."], HelpName = "NOTE" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { competence, to, communes, on, act, note })
        {
            command.Options.Add(option);
        }
    }

    public TransferWish Wish(ParseResult parsed) => new(
        parsed.GetValue(competence)!,
        parsed.GetValue(communes) ?? [],
        parsed.GetValue(to),
        DateOnly.TryParseExact(parsed.GetValue(on), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        parsed.GetValue(act),
        parsed.GetValue(note));
}
