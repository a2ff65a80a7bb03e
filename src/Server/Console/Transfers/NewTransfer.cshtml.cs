using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Teleservices.Dispatch;
using Teleservices.Dispatch.Transfers;
using Teleservices.Forms;
using Teleservices.Forms.Catalogue;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;
using Teleservices.Platform.Web.Components;

namespace Teleservices.Server.Transfers;

/// <summary>Shows what a transfer of competence would change, then schedules it.</summary>
internal sealed class NewTransferPage(IMediator mediator, Current current, IStringLocalizer<Texts> texts) : PageModel
{
    public TransferForm Form { get; private set; } = new();

    internal IReadOnlyList<Choice> Competences { get; private set; } = [];

    internal TransferPreview? Preview { get; private set; }

    internal IReadOnlyList<string> Forms { get; private set; } = [];

    internal int Drafts { get; private set; }

    public async Task OnGetAsync([FromQuery] TransferForm form, CancellationToken ct)
    {
        await Look(form, ct);
        if (!form.IsEmpty)
        {
            await Plan(ct);
        }
    }

    public async Task<IActionResult> OnPostAsync([FromQuery] TransferForm form, CancellationToken ct)
    {
        await Look(form, ct);
        var result = await mediator.Send(new ScheduleTransfer(form.Wish(), User.Identity?.Name ?? current.RequiredResident.ToString()), ct);
        if (result.Refusal is not null)
        {
            await Plan(ct);
        }

        return Preview is null && result.Refusal is not null ? Page() : this.Show(result, id =>
        {
            this.Notice(texts["Le transfert est programmé ; les services concernés en sont avertis."]);
            return Redirect($"/console/competences/transferts/{id}");
        });
    }

    private async Task Look(TransferForm form, CancellationToken ct)
    {
        Form = form;
        Competences = [.. (await mediator.Send(new CompetenceList(), ct)).Select(one => new Choice(one.Code, one.Label.ToString()))];
    }

    private async Task Plan(CancellationToken ct)
    {
        var preview = await mediator.Send(new PlanTransfer(Form.Wish()), ct);
        if (preview.Refusals.ToList() is [var refusal, .. var more])
        {
            this.Refuse(refusal with { More = more });
            return;
        }

        Preview = preview;
        var forms = (await mediator.Send(new PublishedForms(), ct)).Where(form => form.Competence == Form.Competence).ToList();
        Forms = [.. forms.Select(form => form.Title.ToString())];
        Drafts = await mediator.Send(new DraftsOpen([.. forms.Select(form => form.Slug)], [.. preview.Places.Select(place => place.Cog)]), ct);
    }
}
