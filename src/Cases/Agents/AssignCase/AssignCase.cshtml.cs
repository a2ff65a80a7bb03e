using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;
using Teleservices.Platform.Web.Components;

namespace Teleservices.Cases.Agents;

internal sealed class AssignForm : StepForm
{
    public Guid? To { get; set; }

    public string? Why { get; set; }

    /// <summary>To whom it can be given.</summary>
    [BindNever]
    public IReadOnlyList<Choice> Colleagues { get; set; } = [];

    public override string? Typed => Why;
}

internal sealed class AssignCasePage(StepParts parts, HomeDb db) : CaseStepPage<AssignForm>(parts)
{
    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var answer = await base.OnGetAsync(ct);
        await Fill(ct);
        return answer;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var answer = await Take(new AssignCase(Id, Form.To, Form.Why, Form.Seen), Parts.Texts["Le dossier est confié."], ct);
        await Fill(ct);
        return answer;
    }

    private async Task Fill(CancellationToken ct) =>
        Form.Colleagues = Head is null ? [] : await db.ColleaguesFor(Head.Case.Team, Head.Case.AssigneeId, everybody: true, ct);
}

internal static class Colleagues
{
    /// <summary>Agents who may be given a case: those of its service first, and the others behind if <paramref name="everybody"/> is wanted.</summary>
    public static async Task<IReadOnlyList<Choice>> ColleaguesFor(
        this HomeDb db, string team, Guid? butNot, bool everybody, CancellationToken ct)
    {
        var names = await db.Teams.AsNoTracking().ToDictionaryAsync(row => row.Code, row => row.NameFr, ct);
        var agents = await db.Agents.AsNoTracking()
            .Where(agent => agent.LeftAt == null && agent.AccountId != butNot)
            .OrderBy(agent => agent.Name)
            .Select(agent => new { agent.AccountId, agent.Name, agent.Teams })
            .ToListAsync(ct);
        return
        [
            .. from agent in agents
               let here = agent.Teams.Contains(team)
               where here || everybody
               orderby !here
               let services = string.Join(", ", agent.Teams.Select(code => names.GetValueOrDefault(code, code)))
               select new Choice(agent.AccountId.ToString(), services.Length == 0 ? agent.Name : $"{agent.Name} – {services}"),
        ];
    }
}
