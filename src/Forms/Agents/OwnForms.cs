using Teleservices.Forms.Catalogue;
using Teleservices.Forms.Definitions;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Forms.Agents;

/// <summary>The forms that this administration answers, in one of its communes at least: by the function that routes the requests.</summary>
internal sealed class OwnForms(TeleservicesDb db, FormShelf shelf, IHolders holders, ITerritory territory, Current current, TimeProvider clock)
{
    /// <summary>In their newest version, by title.</summary>
    public async Task<IReadOnlyList<FormDefinition>> All(CancellationToken ct)
    {
        var held = new Dictionary<string, bool>();
        var own = new List<FormDefinition>();
        foreach (var form in (await shelf.Newest(db, ct)).Values.OrderBy(form => form.Title.ToString(), StringComparer.CurrentCulture))
        {
            if (!held.TryGetValue(form.Competence, out var isOurs))
            {
                held[form.Competence] = isOurs = await Holds(form.Competence, ct);
            }

            if (isOurs)
            {
                own.Add(form);
            }
        }

        return own;
    }

    /// <summary>The newest version of one of them; nothing when it is another's.</summary>
    public async Task<FormDefinition?> Newest(string slug, CancellationToken ct) =>
        await shelf.Newest(db, slug, ct) is { } form && await Holds(form.Competence, ct) ? form : null;

    /// <summary>Every team that a published form names, by name.</summary>
    public async Task<IReadOnlyList<Offers.TeamOption>> Teams(CancellationToken ct) =>
        [.. (await shelf.Newest(db, ct)).Values.DistinctBy(form => form.Team).Select(form => new Offers.TeamOption(form.Team, form.TeamName))
            .OrderBy(team => team.Name.ToString(), StringComparer.CurrentCulture)];

    private async Task<bool> Holds(string competence, CancellationToken ct)
    {
        var (us, today) = (current.RequiredAdministration, clock.LegalToday());
        foreach (var cog in territory.ServedBy(us.Id, today))
        {
            if ((await holders.Of(competence, cog, today, ct))?.Administration.Id == us.Id)
            {
                return true;
            }
        }

        return false;
    }
}
