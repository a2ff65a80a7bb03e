using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Teleservices.Dispatch.Model;
using Teleservices.Dispatch.Seeds;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;
using Teleservices.Platform.Web.Components;

namespace Teleservices.Dispatch.Console;

/// <summary>One competence of the register: who held it, holds it and will hold it, and who wrote that down.</summary>
internal sealed class EditCompetencePage(TeleservicesDb db, ITenantStore tenants, Current current, IMediator mediator, IStringLocalizer<Texts> texts) : PageModel
{
    private const int Shown = 200;

    internal sealed record Row(
        Guid Id, string? Holder, AdministrationKind Each, AssignmentKind Kind, IReadOnlyList<string> Communes, DateOnly Since, DateOnly? Until, string LegalAct, string? Note);

    [BindProperty]
    public string? Holder { get; set; }

    [BindProperty]
    public AssignmentKind Kind { get; set; } = AssignmentKind.Transfer;

    [BindProperty]
    public string? Communes { get; set; }

    [BindProperty]
    public string? Since { get; set; }

    [BindProperty]
    public string? LegalAct { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    internal string Code { get; private set; } = "";

    internal string Label { get; private set; } = "";

    internal IReadOnlyList<Row> Rows { get; private set; } = [];

    internal IReadOnlyList<RegisterChange> Changes { get; private set; } = [];

    /// <summary>All that may hold it; none where they are too many for a list.</summary>
    internal IReadOnlyList<Choice> Holders { get; private set; } = [];

    internal IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<AssignmentKind>().Select(kind => new Choice(kind.ToString(), texts.Of(kind)))];

    private string Who => User.Identity?.Name ?? current.RequiredResident.ToString();

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct) => await Find(code, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (!await Find(code, ct))
        {
            return NotFound();
        }

        var communes = (Communes ?? "").Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return this.Show(await mediator.Send(new AssignCompetence(code, Holder ?? "", communes, Kind, Day(Since), LegalAct, Note, Who), ct), _ =>
        {
            this.Notice(texts["L’attribution est ajoutée."]);
            return Redirect($"/console/competences/{code}");
        });
    }

    public async Task<IActionResult> OnPostEndAsync(string code, Guid id, string? until, string? endingAct, CancellationToken ct)
    {
        if (!await Find(code, ct) || Rows.All(row => row.Id != id))
        {
            return NotFound();
        }

        return this.Show(await mediator.Send(new EndAssignment(id, Day(until), endingAct, Who), ct), left =>
        {
            this.Notice(left == 0 ? texts["La fin de l’attribution est inscrite."] : texts["La fin de l’attribution est inscrite. Communes sans titulaire à partir de ce jour : {0}.", left]);
            return Redirect($"/console/competences/{code}");
        });
    }

    private async Task<bool> Find(string code, CancellationToken ct)
    {
        if (await db.Competences.AsNoTracking().SingleOrDefaultAsync(one => one.Code == code, ct) is not { } competence)
        {
            return false;
        }

        (Code, Label) = (code, new Wording(competence.LabelFr, competence.LabelEn).ToString());
        var rows = new List<Row>();
        foreach (var one in await db.CompetenceAssignments.AsNoTracking().Where(one => one.Competence == code).OrderByDescending(one => one.Since).Take(Shown).ToListAsync(ct))
        {
            var holder = one.HolderId is { } id ? await tenants.ById(id, ct) : null;
            rows.Add(new Row(one.Id, holder?.Name ?? one.HolderId?.ToString(), one.Each, one.Kind, one.Communes, one.Since, one.Until, one.LegalAct, one.Note));
        }

        Rows = rows;
        Changes = await db.RegisterChanges.AsNoTracking().Where(change => change.Competence == code).OrderByDescending(change => change.At).Take(Shown).ToListAsync(ct);
        var all = await tenants.All(ct);
        Holders = all.Count > Shown ? [] :
        [
            .. AssignmentSeed.Levels.Select(level => new Choice(level.Key, texts.Of(level.Value))),
            .. all.Select(one => new Choice(one.Identifier, one.Name)),
        ];
        return true;
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
