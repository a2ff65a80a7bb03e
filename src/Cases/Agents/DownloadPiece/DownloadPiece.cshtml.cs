using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;
using Teleservices.Platform.Files;

namespace Teleservices.Cases.Agents;

/// <summary>Hands a file out, always as an attachment: the row of this administration decides whether it is there at all.</summary>
internal sealed class DownloadPiecePage(HomeDb db, IFileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid piece, CancellationToken ct)
    {
        if (await db.CasePieces.AsNoTracking().SingleOrDefaultAsync(row => row.CaseId == id && row.Id == piece, ct) is not { } found)
        {
            return NotFound();
        }

        Response.Headers.XContentTypeOptions = "nosniff";
        Response.Headers.CacheControl = "private, no-store";
        return File(await files.Open(found.Id, ct), found.ContentType, found.FileName);
    }
}
