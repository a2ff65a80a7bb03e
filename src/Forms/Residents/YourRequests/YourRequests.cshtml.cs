using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Teleservices.Forms.Catalogue;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;

namespace Teleservices.Forms.Residents.YourRequests;

/// <summary>All requests of a resident at all administrations in one list, newest first, and what is not sent yet.</summary>
internal sealed class YourRequestsPage(
    TeleservicesDb db, FormShelf shelf, ITenantStore tenants, PublicAddress addresses, Current current, TimeProvider clock, IMediator mediator) : PageModel
{
    private const int PageSize = 50;

    internal sealed record RequestView(Guid Id, string Number, string Title, DateOnly FiledOn, string? Holder, RequestStanding Standing);

    internal sealed record DraftView(Guid Id, string Title, string Resume, DateOnly UpdatedOn, DateOnly ExpiresOn);

    public IReadOnlyList<RequestView> Requests { get; private set; } = [];

    public IReadOnlyList<DraftView> Drafts { get; private set; } = [];

    /// <summary>Address of the older ones, or nothing.</summary>
    public string? Older { get; private set; }

    public async Task OnGetAsync(long? avant, CancellationToken ct)
    {
        var before = avant is { } ticks ? new DateTimeOffset(Math.Clamp(ticks, 0, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero) : DateTimeOffset.MaxValue;
        var rows = await db.Requests.AsNoTracking().Where(request => request.FiledAt < before)
            .OrderByDescending(request => request.FiledAt).Take(PageSize + 1)
            .Select(request => new { request.Id, request.Number, Title = new Wording(request.TitleFr, request.TitleEn), request.FiledAt, request.HolderName, request.State, request.Outcome })
            .ToListAsync(ct);
        Requests = [.. rows.Take(PageSize).Select(row =>
            new RequestView(row.Id, row.Number, row.Title.ToString(), row.FiledAt.LegalDay(), row.HolderName, new RequestStanding(row.State, row.Outcome)))];
        Older = rows.Count > PageSize ? $"{Paths.YourRequests}?avant={rows[PageSize - 1].FiledAt.UtcTicks}" : null;
        Drafts = before == DateTimeOffset.MaxValue ? await LoadDrafts(ct) : [];
    }

    public async Task<IActionResult> OnPostAsync(Guid draftId, CancellationToken ct) =>
        this.Show(await mediator.Send(new DiscardDraft.DiscardDraft(draftId), ct), _ => Redirect(Paths.YourRequests));

    private async Task<IReadOnlyList<DraftView>> LoadDrafts(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var drafts = await db.Drafts.AsNoTracking().OrderByDescending(draft => draft.UpdatedAt).ToListAsync(ct);
        var views = new List<DraftView>();
        foreach (var draft in drafts.Where(draft => draft.ExpiresAt > now))
        {
            var form = await shelf.Version(db, draft.FormSlug, draft.FormVersion, ct);
            var path = Paths.Page(draft.FormSlug, draft.Page!);
            var portal = draft.PortalId == current.RequiredAdministration.Id ? null : await tenants.ById(draft.PortalId, ct);
            views.Add(new DraftView(
                draft.Id, form.Title.ToString(), portal is null ? path : addresses.Of(tenants, portal, path), draft.UpdatedAt.LegalDay(), draft.ExpiresAt.LegalDay()));
        }

        return views;
    }
}
