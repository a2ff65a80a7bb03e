using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Teleservices.Cases.Model;
using Teleservices.Platform.Results;
using Teleservices.Platform.Web;

namespace Teleservices.Cases.Agents;

/// <summary>What an agent types for a step; the case page shows the same form as the step's own page.</summary>
internal abstract class StepForm
{
    /// <summary>Number of the last line of the audit trail that the agent has seen.</summary>
    public int Seen { get; set; }

    [BindNever]
    [ValidateNever]
    public CaseHead Head { get; set; } = null!;

    /// <summary>The long text that must not be lost when the step has become impossible.</summary>
    public virtual string? Typed => null;
}

/// <summary>What the parts of a step's page that are the same for all steps show.</summary>
internal interface ICaseStepPage
{
    CaseHead Head { get; }

    /// <summary>What happened since the agent opened the form.</summary>
    IReadOnlyList<CaseEvent> Since { get; }

    /// <summary>What to go on with when this case needs nothing more.</summary>
    CaseRow? Next { get; }

    /// <summary>The long text that must not be lost when the step has become impossible.</summary>
    string? Typed { get; }
}

/// <summary>What the page of a step is made of, besides its own form.</summary>
internal sealed class StepParts(IMediator mediator, CaseReader reader, Desk desk, CaseQueue queue, IStringLocalizer<Texts> texts)
{
    public IMediator Mediator => mediator;

    public CaseReader Reader => reader;

    public Desk Desk => desk;

    public CaseQueue Queue => queue;

    public IStringLocalizer<Texts> Texts => texts;
}

/// <summary>
/// The page of one step: shows its form, takes it, and when it is refused shows it again with what was typed, why, and what
/// colleagues or the resident did meanwhile.
/// </summary>
internal abstract class CaseStepPage<TForm>(StepParts parts) : PageModel, ICaseStepPage
    where TForm : StepForm, new()
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public TForm Form { get; set; } = new();

    public CaseHead Head { get; private set; } = null!;

    public IReadOnlyList<CaseEvent> Since { get; private set; } = [];

    public CaseRow? Next { get; private set; }

    public string? Typed => Form.Typed;

    protected StepParts Parts => parts;

    public virtual async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await Look(ct) ? Page() : NotFound();

    /// <summary>Takes the step; then on to <paramref name="then"/> with a word on what was done.</summary>
    /// <param name="step">The step.</param>
    /// <param name="done">What was done.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="then">Where to; the case itself where nothing is said.</param>
    /// <param name="before">What stands in the way already, as the page has found.</param>
    protected async Task<IActionResult> Take(ICaseStep step, string done, CancellationToken ct, Func<Task<string>>? then = null, Refusal? before = null)
    {
        var seen = Form.Seen;
        if (!await Look(ct))
        {
            return NotFound();
        }

        if ((before ?? (await parts.Mediator.Send(step, ct)).Refusal) is not { } refusal)
        {
            this.Notice(done);
            return Redirect(then is null ? CaseLinks.Case(Id) : await then());
        }

        await Look(ct);
        Since = await parts.Reader.EventsSince(Id, seen, ct);
        Response.StatusCode = Since.Count > 0 ? StatusCodes.Status409Conflict : StatusCodes.Status200OK;
        this.Refuse(refusal);
        return Page();
    }

    /// <summary>The case that this agent would do next.</summary>
    protected async Task<CaseRow?> NextCase(CancellationToken ct) =>
        await parts.Desk.Sit(ct) ? await parts.Queue.Next(Id, parts.Desk.Me.Teams, ct) : null;

    private async Task<bool> Look(CancellationToken ct)
    {
        if (await parts.Reader.Head(Id, ct) is not { } head)
        {
            return false;
        }

        (Head, Form.Head, Form.Seen) = (head, head, head.Case.Steps);
        Next = head.Case.IsAnswered ? await NextCase(ct) : null;
        return true;
    }
}
