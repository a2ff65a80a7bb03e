using System.Globalization;
using Teleservices.Dispatch.Transfers;

namespace Teleservices.Server.Transfers;

/// <summary>What IT staff say of a transfer; all of it is in the address while it is a preview, so that a preview can be sent to a colleague.</summary>
internal sealed class TransferForm
{
    public string? Competence { get; set; }

    /// <summary>Codes, separated by spaces; nothing for the whole territory of the other side.</summary>
    public string? Communes { get; set; }

    /// <summary>Identifier of the administration that takes it on; nothing for each commune itself.</summary>
    public string? To { get; set; }

    public string? On { get; set; }

    public string? LegalAct { get; set; }

    public string? Note { get; set; }

    public bool IsEmpty => Competence is null && Communes is null && To is null && On is null && LegalAct is null;

    public TransferWish Wish() => new(
        Competence ?? "",
        (Communes ?? "").Split([' ', ',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        string.IsNullOrWhiteSpace(To) ? null : To.Trim(),
        DateOnly.TryParseExact(On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        LegalAct,
        string.IsNullOrWhiteSpace(Note) ? null : Note);

    public QueryString Query() => QueryString.Create(
    [
        KeyValuePair.Create("competence", Competence), KeyValuePair.Create("communes", Communes), KeyValuePair.Create("to", To),
        KeyValuePair.Create("on", On), KeyValuePair.Create("legalAct", LegalAct), KeyValuePair.Create("note", Note),
    ]);
}
