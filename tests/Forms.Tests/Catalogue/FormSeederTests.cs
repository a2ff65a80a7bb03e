using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Dispatch;
using Teleservices.Forms.Catalogue;
using Teleservices.Platform.Seeds;
using Teleservices.Tenancy;
using Teleservices.TestKit;

namespace Teleservices.Forms.Tests.Catalogue;

public sealed class FormSeederTests
{
    private static Task<ModuleHost> Start() => ModuleHost.Start((services, configuration) =>
        services.AddTenancy(configuration).AddDispatch(configuration).AddForms(configuration));

    [Fact]
    public async Task The_real_forms_go_in_once_and_change_nothing_the_second_time()
    {
        await using var host = await Start();

        var first = (await host.Seed(ModuleHost.Seeds)).Single(summary => summary.What == "forms");
        var second = (await host.Seed(ModuleHost.Seeds)).Single(summary => summary.What == "forms");

        Assert.True(first is { Added: >= 12, Changed: 0, Unchanged: 0 }, first.ToString());
        Assert.Equal(new SeedSummary("forms", 0, 0, first.Added), second);
    }

    [Fact]
    public async Task The_catalogue_shows_each_form_under_a_heading_that_exists()
    {
        await using var host = await Start();
        await host.Seed(ModuleHost.Seeds);

        var (forms, themes) = await host.Work("gien", async (services, _) =>
        {
            var mediator = services.GetRequiredService<IMediator>();
            return (await mediator.Send(new PublishedForms()), await mediator.Send(new Themes()));
        });

        Assert.All(forms, form => Assert.Contains(themes, theme => theme.Slug == form.Theme));
        Assert.All(forms, form => Assert.False(string.IsNullOrEmpty(form.Title.En), $"{form.Slug} has no English title."));
        Assert.Contains(forms, form => form is { Slug: "bac-dechets", Version: 1, Competence: "dechets-menagers" });
    }

    [Fact]
    public async Task A_published_version_never_changes()
    {
        await using var host = await Start();
        await host.Seed(ModuleHost.Seeds);
        using var seeds = new SeedsOnDisk();
        seeds.Replace("forms/epci/bac-dechets.yaml", "duration_minutes: 5", "duration_minutes: 6");

        var refused = await Assert.ThrowsAsync<SeedException>(() => host.Seed(seeds.Folder));

        var mistake = Assert.Single(refused.Errors);
        Assert.Equal("forms/epci/bac-dechets.yaml", mistake.File);
        Assert.Contains("a published version never changes, give the new text the number 2", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_number_is_a_new_version_and_the_catalogue_shows_it()
    {
        await using var host = await Start();
        await host.Seed(ModuleHost.Seeds);
        using var seeds = new SeedsOnDisk();
        seeds.Replace("forms/epci/bac-dechets.yaml", "version: 1", "version: 2");
        seeds.Replace("forms/epci/bac-dechets.yaml", "duration_minutes: 5", "duration_minutes: 6");

        await host.Seed(seeds.Folder);

        var forms = await host.Work("gien", (services, _) => services.GetRequiredService<IMediator>().Send(new PublishedForms()));
        Assert.Equal((2, 6), forms.Where(form => form.Slug == "bac-dechets").Select(form => (form.Version, form.DurationMinutes)).Single());
    }

    [Fact]
    public async Task A_form_of_a_competence_that_nobody_has_is_a_mistake()
    {
        await using var host = await Start();
        using var seeds = new SeedsOnDisk();
        var line = seeds.Replace("forms/epci/bac-dechets.yaml", "competence: dechets-menagers", "competence: dechets");

        var refused = await Assert.ThrowsAsync<SeedException>(() => host.Seed(seeds.Folder));

        var mistake = Assert.Single(refused.Errors);
        Assert.Equal(("forms/epci/bac-dechets.yaml", (long)line), (mistake.File, mistake.Line));
        Assert.Contains("the competence 'dechets' is not in competences.yaml", mistake.Message, StringComparison.Ordinal);
    }
}
