using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Cases.Agents;
using Teleservices.Cases.Model;
using Teleservices.Contracts;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Tenancy;
using Teleservices.Tenancy;
using Teleservices.TestKit;

namespace Teleservices.Cases.Tests.Bus;

/// <summary>What arrives on the bus, over the real outbox, bus and inbox.</summary>
public sealed class BusTests : IAsyncLifetime
{
    private static readonly List<CaseOpened> Heard = [];
    private ModuleHost host = null!;

    public async Task InitializeAsync()
    {
        host = await ModuleHost.Start(
            (services, configuration) => services.AddTenancy(configuration).AddCases(configuration).AddModule(typeof(BusTests).Assembly),
            withBackground: true);
        await host.Seed(ModuleHost.Seeds);
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task An_order_opens_a_case_with_its_clock_its_service_and_its_pieces_and_acknowledges_it()
    {
        var piece = new FiledPiece(Guid.NewGuid(), new Text("Justificatif"), "facture.pdf", "application/pdf", 12, new string('a', 64));
        var order = TestData.Order(content: TestData.Content(piece));
        await Send("cc-giennoises", order);

        var opened = await CaseOf("cc-giennoises", order);
        Assert.Equal((order.Number, "dechets", CaseState.New, new DateOnly(2027, 5, 1)), (opened.Number, opened.Team, opened.State, opened.SilenceOn!.Value));
        Assert.Equal("Service dechets", await In("cc-giennoises", db => db.Teams.Where(team => team.Code == "dechets").Select(team => team.NameFr).SingleAsync()));
        Assert.Equal(piece.Id, await In("cc-giennoises", db => db.CasePieces.Where(row => row.CaseId == opened.Id).Select(row => row.Id).SingleAsync()));
        var said = await Acknowledgements(order, 1);
        var administration = await host.Work("cc-giennoises", (services, _) => Task.FromResult(services.GetRequiredService<Current>().RequiredAdministration));
        Assert.Equal(
            (opened.Id, administration.Id, administration.Contact.Email, administration.Contact.Phone, administration.Contact.Address, opened.SilenceOn),
            (said[0].CaseId, said[0].AdministrationId, said[0].ServiceEmail, said[0].ServicePhone, said[0].ServiceAddress, said[0].SilenceOn));
    }

    [Fact]
    public async Task Another_team_works_a_form_where_the_administration_has_chosen_so_and_whoever_gets_the_case_next_learns_the_forms_own()
    {
        var us = (await host.Work("cc-giennoises", (services, _) => Task.FromResult(services.GetRequiredService<Current>().RequiredAdministration))).Id;
        await Send("cc-giennoises", new FormTeamChosen(us, "composteur", "voirie", new Text("Service de la voirie"), TestData.Monday));
        await Send("cc-giennoises", new FormTeamChosen(us, "composteur", "too-late", new Text("Un autre"), TestData.Monday.AddDays(-1)));
        await RunningPlatform.Eventually(() => In("cc-giennoises", db => db.FormTeams.CountAsync(row => row.Team == "voirie")), count => count == 1);

        var order = TestData.Order(form: "composteur");
        await Send("cc-giennoises", order);
        var opened = await CaseOf("cc-giennoises", order);
        Assert.Equal(("voirie", "dechets"), (opened.Team, opened.FormTeam));
        Assert.Equal("Service de la voirie", (await Acknowledgements(order, 1))[0].Service.Fr);

        var passed = await host.Work("cc-giennoises", async (services, _) =>
        {
            var other = TestData.Order(form: "composteur");
            var (db, mine) = (services.GetRequiredService<HomeDb>(), Case.Open(other, TestData.Monday, "voirie"));
            db.Add(mine);
            db.Add(new CaseContent { CaseId = mine.Id, Filed = other.Content });
            await db.SaveChangesAsync(CancellationToken.None);
            return await services.GetRequiredService<CaseFileReader>().Read(mine, null, "", TestData.Monday, CancellationToken.None, Guid.NewGuid());
        });
        Assert.Equal(("dechets", "Service dechets"), (passed.Form.Team, passed.Form.TeamName.Fr));

        await Send("cc-giennoises", new FormTeamChosen(us, "composteur", null, null, TestData.Monday.AddDays(1)));
        await RunningPlatform.Eventually(() => In("cc-giennoises", db => db.FormTeams.CountAsync(row => row.Team == null)), count => count == 1);
        var usual = TestData.Order(form: "composteur");
        await Send("cc-giennoises", usual);
        Assert.Equal(("dechets", (string?)null), await CaseOf("cc-giennoises", usual) is var back ? (back.Team, back.FormTeam) : default);
    }

    [Fact]
    public async Task A_second_order_changes_nothing_and_is_acknowledged_again()
    {
        var order = TestData.Order();
        await Send("cc-giennoises", order);
        var opened = await CaseOf("cc-giennoises", order);
        await Send("cc-giennoises", order);
        await Send("cc-giennoises", order);

        var said = await Acknowledgements(order, 3);
        Assert.All(said, one => Assert.Equal(opened.Id, one.CaseId));
        Assert.Equal(1, await In("cc-giennoises", db => db.Cases.CountAsync(row => row.RequestId == order.RequestId)));
        Assert.Equal(1, await In("cc-giennoises", db => db.CaseEvents.CountAsync(line => line.CaseId == opened.Id)));
    }

    [Fact]
    public async Task Orders_for_two_administrations_stay_apart()
    {
        var order = TestData.Order();
        await Send("cc-giennoises", order);
        await Send("gien", order);
        var (here, there) = (await CaseOf("cc-giennoises", order), await CaseOf("gien", order));
        Assert.NotEqual(here.Id, there.Id);
        Assert.NotEqual(here.AdministrationId, there.AdministrationId);
        Assert.False(await In("gien", db => db.Cases.AnyAsync(row => row.Id == here.Id)));
    }

    [Fact]
    public async Task What_a_resident_sends_reaches_the_case_once_even_if_it_comes_twice()
    {
        var order = TestData.Order();
        await Send("cc-giennoises", order);
        var opened = await CaseOf("cc-giennoises", order);
        var piece = new FiledPiece(Guid.NewGuid(), new Text("Complément"), "photo.png", "image/png", 12, new string('b', 64));
        var sent = new AddToCase(order.RequestId, Guid.NewGuid(), null, "Voici la photo", [piece], TestData.Monday.AddDays(2));
        await Send("cc-giennoises", sent);
        await RunningPlatform.Eventually(() => In("cc-giennoises", db => db.CaseMessages.CountAsync(row => row.CaseId == opened.Id)), count => count == 1);
        await Send("cc-giennoises", sent);
        await Send("cc-giennoises", TestData.Order()); // a later message has passed: so has the copy
        await Task.Delay(200);

        Assert.Equal(1, await In("cc-giennoises", db => db.CaseMessages.CountAsync(row => row.CaseId == opened.Id)));
        Assert.Equal(sent.EntryId, await In("cc-giennoises", db => db.CasePieces.Where(row => row.CaseId == opened.Id).Select(row => row.MessageId).SingleAsync()));
        Assert.True((await CaseOf("cc-giennoises", order)).HasNews);
    }

    [Fact]
    public async Task An_agent_is_known_by_what_was_granted_last_and_leaves_no_case_behind()
    {
        var administration = await host.Work("cc-giennoises", (services, _) => Task.FromResult(services.GetRequiredService<Current>().RequiredAdministration.Id));
        var account = Guid.NewGuid();
        await Send("cc-giennoises", TestData.Role(administration, account: account));
        await AgentIs(account, agent => agent.Name == "Ana Petit");
        await Send("cc-giennoises", TestData.Role(administration, "Ana Petit-Roux", "Cheffe de service", account, "dechets", "eau"));
        await AgentIs(account, agent => agent is { Name: "Ana Petit-Roux", Title: "Cheffe de service", Teams: ["dechets", "eau"] });

        var order = TestData.Order();
        await Send("cc-giennoises", order);
        await CaseOf("cc-giennoises", order);
        await host.Work("cc-giennoises", async (_, db) =>
        {
            var agent = await db.Agents.SingleAsync(agent => agent.AccountId == account);
            var theirs = await db.Cases.Include(row => row.Wishes).SingleAsync(row => row.RequestId == order.RequestId);
            theirs.Take(agent, TestData.Monday);
            return await db.SaveChangesAsync();
        });

        await Send("cc-giennoises", new RoleRevoked(account, administration));
        await AgentIs(account, agent => agent.LeftAt is not null);
        var orphan = await CaseOf("cc-giennoises", order);
        Assert.Null(orphan.AssigneeId);
        Assert.Equal("Ana Petit-Roux", await In("cc-giennoises", db => db.CaseEvents.Where(line => line.CaseId == orphan.Id && line.Kind == CaseEventKind.Released).Select(line => line.Whom).SingleAsync()));
    }

    /// <summary>The requests of which somebody has said that they are here.</summary>
    internal static HashSet<Guid> Acknowledged()
    {
        lock (Heard)
        {
            return [.. Heard.Select(said => said.RequestId)];
        }
    }

    private Task<int> Send<T>(string slug, T message)
        where T : class => host.Work(slug, async (services, db) =>
    {
        services.GetRequiredService<Outbox>().Send(message, services.GetRequiredService<Current>().RequiredAdministration.Id);
        return await db.SaveChangesAsync();
    });

    private Task<T> In<T>(string slug, Func<Platform.Data.TeleservicesDb, Task<T>> look) => host.Work(slug, (_, db) => look(db));

    private async Task<Case> CaseOf(string slug, OpenCase order) => (await RunningPlatform.Eventually(
        () => In(slug, db => db.Cases.AsNoTracking().SingleOrDefaultAsync(row => row.RequestId == order.RequestId)), found => found is not null))!;

    private Task<Agent?> AgentIs(Guid account, Func<Agent, bool> so) => RunningPlatform.Eventually(
        () => In("cc-giennoises", db => db.Agents.AsNoTracking().SingleOrDefaultAsync(agent => agent.AccountId == account)), agent => agent is not null && so(agent));

    private static Task<List<CaseOpened>> Acknowledgements(OpenCase order, int atLeast) => RunningPlatform.Eventually(
        () =>
        {
            lock (Heard)
            {
                return Task.FromResult(Heard.Where(said => said.RequestId == order.RequestId).ToList());
            }
        },
        said => said.Count >= atLeast);

    /// <summary>Listens in the place of the modules that are not here.</summary>
    public sealed class Listener : IConsumer<CaseOpened>
    {
        public Task Consume(ConsumeContext<CaseOpened> context)
        {
            lock (Heard)
            {
                Heard.Add(context.Message);
            }

            return Task.CompletedTask;
        }
    }
}
