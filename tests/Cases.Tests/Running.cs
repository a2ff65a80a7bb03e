using Microsoft.EntityFrameworkCore;
using Teleservices.Cases.Model;
using Teleservices.Contracts;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;
using Teleservices.TestKit;
using Teleservices.TestKit.Stores;

namespace Teleservices.Cases.Tests;

[CollectionDefinition(nameof(Running))]
public sealed class Running : ICollectionFixture<CasesPlatform>;

/// <summary>The whole server, with agents at their desks and cases by the armful.</summary>
public sealed class CasesPlatform : RunningPlatform
{
    public const string Mehdi = "agent.dechets@cc-giennoises.example";
    public const string Claire = "agent.assainissement@cc-giennoises.example";
    public const string Aline = "responsable@cc-giennoises.example";
    public const string Nadia = "agent.etat-civil@gien.example";
    public const string Sandrine = "agent.accueil@nevoy.example";

    private readonly Dictionary<string, PortalClient> desks = [];

    /// <summary>A browser in which this agent is signed in and known; the same for all tests.</summary>
    public async Task<PortalClient> Desk(string email)
    {
        if (!desks.TryGetValue(email, out var desk))
        {
            var slug = email.Split('@')[1].Replace(".example", "", StringComparison.Ordinal);
            desk = await SignedIn(email, slug);
            await Eventually(() => desk.Get("/agents"), page => !page.Text.Contains("en train d’être ouvert", StringComparison.Ordinal));
            desks[email] = desk;
        }

        return desk;
    }

    /// <summary>A case in the queue, as <c>OpenCase</c> leaves it.</summary>
    public async Task<Guid> CreateCase(OpenCase? order = null, string slug = "cc-giennoises", DateTimeOffset? openedAt = null) =>
        (await CreateCases([order ?? TestData.Order(filedAt: Clock.GetUtcNow())], slug, openedAt))[0];

    /// <summary>Many of them, in one commit.</summary>
    public Task<List<Guid>> CreateCases(IReadOnlyList<OpenCase> orders, string slug, DateTimeOffset? openedAt = null) => Inside(slug, async (_, db) =>
    {
        var opened = orders.Select(order => (Order: order, Case: Cases.Model.Case.Open(order, openedAt ?? Clock.GetUtcNow()))).ToList();
        foreach (var (order, one) in opened)
        {
            db.Add(one);
            db.Add(new CaseContent { CaseId = one.Id, Filed = order.Content });
            await Know(db, slug, order.Form);
        }

        await db.SaveChangesAsync();
        return opened.Select(pair => pair.Case.Id).ToList();
    });

    /// <summary>The case as it stands in the store, with its wishes.</summary>
    internal Task<Case> Case(Guid id, string slug = "cc-giennoises") =>
        Inside(slug, (_, db) => db.Cases.AsNoTracking().Include(row => row.Wishes).SingleAsync(row => row.Id == id));

    /// <summary>The audit trail in order.</summary>
    internal Task<List<CaseEvent>> Events(Guid id, string slug = "cc-giennoises") =>
        Inside(slug, (_, db) => db.CaseEvents.AsNoTracking().Where(line => line.CaseId == id).OrderBy(line => line.Sequence).ToListAsync());

    /// <summary>The resident sends something, as the bus brings it.</summary>
    public async Task Receive(Guid id, string body, Guid? answers = null, string slug = "cc-giennoises") => await Inside(slug, async (_, db) =>
    {
        var found = await db.Cases.Include(row => row.Wishes).SingleAsync(row => row.Id == id);
        found.Receive(new AddToCase(found.RequestId, Guid.NewGuid(), answers, body, [], Clock.GetUtcNow()), Clock.GetUtcNow());
        return await db.SaveChangesAsync();
    });

    /// <summary>Names of the tables in which these words stand anywhere.</summary>
    public async Task<List<string>> TablesWith(string words)
    {
        var found = new List<string>();
        await using var connection = await TestStore.OpenAsSuperuser();
        foreach (var table in await connection.Strings(TestKit.Stores.TestStore.OnPostgres
            ? "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
            : "SELECT '\"' || name || '\"' FROM sqlite_master WHERE type = 'table'"))
        {
            var row = TestKit.Stores.TestStore.OnPostgres
                ? "t::text"
                : string.Join(" || ", (await connection.Strings($"SELECT name FROM pragma_table_info({table.Replace('"', '\'')})")).Select(column => $"COALESCE(\"{column}\", '')"));
            if ((await connection.Strings($"SELECT 'here' FROM {table} AS t WHERE {row} LIKE '%{words}%' LIMIT 1")).Count > 0)
            {
                found.Add(table.Replace("\"", "", StringComparison.Ordinal));
            }
        }

        return found;
    }

    private async Task Know(TeleservicesDb db, string slug, FiledForm form)
    {
        var administration = await Inside(slug, (services, _) => Task.FromResult(((Current)services.GetService(typeof(Current))!).RequiredAdministration.Id));
        if (await db.Teams.FindAsync(administration, form.Team) is null)
        {
            db.Add(new Team { AdministrationId = administration, Code = form.Team, NameFr = form.TeamName.Fr, NameEn = form.TeamName.En });
        }

        if (await db.KnownForms.FindAsync(administration, form.Slug) is null)
        {
            db.Add(new KnownForm { AdministrationId = administration, Slug = form.Slug, TitleFr = form.Title.Fr, TitleEn = form.Title.En });
        }
    }
}

internal static class Doing
{
    /// <summary>Opens a step's own page, fills it in and sends it.</summary>
    public static async Task<Page> Step(this PortalClient desk, Guid id, string step, params (string Field, string? Value)[] answers) =>
        await desk.Submit(await desk.Get($"/agents/dossiers/{id}/{step}"), null, answers);

    public static Task<Page> Case(this PortalClient desk, Guid id) => desk.Get($"/agents/dossiers/{id}");
}
