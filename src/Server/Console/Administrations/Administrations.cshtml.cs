using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Teleservices.Dispatch;
using Teleservices.Forms.Catalogue;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;
using Teleservices.Tenancy;

namespace Teleservices.Server.Administrations;

/// <summary>The home of the console: who shares the platform, and how each is doing.</summary>
internal sealed class AdministrationsPage(IMediator mediator, PublicAddress addresses, TimeProvider clock) : PageModel
{
    internal sealed record Row(
        AdministrationInfo Administration, AdministrationState State, IReadOnlyList<(string Host, string Address)> Hosts, int Communes, int Forms, int OpenRequests);

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "apres")]
    public string? After { get; set; }

    internal IReadOnlyList<Row> Rows { get; private set; } = [];

    internal string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var stretch = await mediator.Send(new AdministrationRegister(Search, After), ct);
        var ids = stretch.Rows.Select(row => row.Administration.Id).ToList();
        var forms = await mediator.Send(new PublishedForms(), ct);
        var held = await mediator.Send(new CompetencesHeld(ids, [.. forms.Select(form => form.Competence)], clock.LegalToday()), ct);
        var open = await mediator.Send(new OpenRequests(ids), ct);
        Rows =
        [
            .. stretch.Rows.Select(row => new Row(
                row.Administration,
                row.State,
                [.. row.Hosts.Select(host => (host, addresses.Of(host, "/")))],
                row.Communes,
                forms.Count(form => held[row.Administration.Id].Contains(form.Competence)),
                open.GetValueOrDefault(row.Administration.Id))),
        ];
        Next = stretch.Next is { } next
            ? "/console" + QueryString.Create([KeyValuePair.Create("q", Search), KeyValuePair.Create("apres", (string?)next)])
            : null;
    }
}
