using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Teleservices.Dispatch.Model;
using Teleservices.Dispatch.Routing;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Residents.WhyHere;

/// <summary>Why the resident's request is where it is, in plain words: the decision that was made then, not what the register says today.</summary>
internal sealed class WhyHerePage(TeleservicesDb db, ITenantStore tenants, Registers registers) : PageModel
{
    internal sealed record Keeper(AdministrationInfo? Administration, DateTimeOffset From, DateTimeOffset? Until, string Reason);

    internal LedgerEntry Entry { get; private set; } = null!;

    internal AdministrationInfo? Holder { get; private set; }

    /// <summary>The assignment that decided last, or nothing.</summary>
    internal TraceStep? Won { get; private set; }

    internal string Commune { get; private set; } = "";

    internal string Competence { get; private set; } = "";

    internal IReadOnlyList<Keeper> Custody { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        // The filter on the ledger lets only the resident's own requests be found.
        if (await db.Ledger.AsNoTracking().SingleOrDefaultAsync(entry => entry.RequestId == id, ct) is not { } entry)
        {
            return NotFound();
        }

        var register = registers.Current;
        (Entry, Holder) = (entry, await Named(entry.HolderId, ct));
        Commune = register.Territory.Commune(entry.CommuneCog)?.Name ?? entry.CommuneCog;
        Competence = register.Competences.GetValueOrDefault(entry.Competence)?.ToString() ?? entry.Competence;
        Won = entry.Decisions.OrderByDescending(decision => decision.DecidedAt).FirstOrDefault(decision => decision.HolderId == entry.HolderId)?.Steps()
            .FirstOrDefault(step => step.Verdict == TraceVerdict.Won);
        var custody = new List<Keeper>();
        foreach (var one in entry.Custody.OrderBy(one => one.From))
        {
            custody.Add(new Keeper(await Named(one.AdministrationId, ct), one.From, one.Until, one.Reason));
        }

        Custody = custody;
        return Page();
    }

    private async ValueTask<AdministrationInfo?> Named(Guid? id, CancellationToken ct) => id is { } known ? await tenants.ById(known, ct) : null;
}
