using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Teleservices.Dispatch.Routing;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Console;

/// <summary>The competence register: each competence, and how many assignments it has.</summary>
internal sealed class RegisterPage(TeleservicesDb db, Registers registers, TimeProvider clock) : PageModel
{
    internal sealed record Row(string Code, string Label, AdministrationKind Usual, string LegalAct, int InForce, int ToCome);

    internal IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = clock.LegalToday();
        var assignments = registers.Current.Assignments.ToLookup(assignment => assignment.Competence);
        var competences = await db.Competences.AsNoTracking().ToListAsync(ct);
        Rows =
        [
            .. competences.Select(one => new Row(
                one.Code,
                new Wording(one.LabelFr, one.LabelEn).ToString(),
                one.UsualHolder,
                one.LegalAct,
                assignments[one.Code].Count(assignment => assignment.Holds(today)),
                assignments[one.Code].Count(assignment => today < assignment.Since))).OrderBy(row => row.Label, StringComparer.CurrentCulture),
        ];
    }
}
