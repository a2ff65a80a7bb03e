using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;
using Teleservices.Platform.Files;

namespace Teleservices.Forms.Residents.FetchPiece;

/// <summary>Gives a resident back their own file: always as an attachment, never shown by the browser on this host.</summary>
internal sealed class FetchPiecePage(TeleservicesDb db, IFileStore store) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) =>
        await db.Uploads.AsNoTracking().SingleOrDefaultAsync(upload => upload.Id == id, ct) is { } upload
            ? File(await store.Open(upload.FileId, ct), upload.ContentType, upload.FileName)
            : NotFound();
}
