using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Teleservices.Platform.Bus;
using Teleservices.Platform.Data;

namespace Teleservices.Architecture.Tests;

public sealed class ModelTests(Composition composition) : IClassFixture<Composition>
{
    [Fact]
    public void Every_row_has_an_owner_and_its_filter_or_is_for_everybody()
    {
        var entities = composition.Model.GetEntityTypes().Where(entity => !entity.IsOwned()).ToList();
        Assert.NotEmpty(entities);
        Assert.All(entities, entity =>
        {
            if (typeof(IOwnedByAdministration).IsAssignableFrom(entity.ClrType))
            {
                Assert.NotNull(entity.FindDeclaredQueryFilter(TeleservicesDb.AdministrationFilter));
            }
            else if (typeof(IOwnedByResident).IsAssignableFrom(entity.ClrType))
            {
                Assert.NotNull(entity.FindDeclaredQueryFilter(TeleservicesDb.ResidentFilter));
            }
            else
            {
                Assert.True(entity.IsShared(), $"{entity.DisplayName()} has no owner and is not marked as shared.");
            }
        });
    }

    [Fact]
    public void A_row_for_everybody_has_no_second_owner()
    {
        var both = composition.Model.GetEntityTypes().Where(entity => entity.IsShared() && entity.GetDeclaredQueryFilters().Count > 0);
        Assert.Empty(both.Select(entity => entity.DisplayName()));
    }

    [Fact]
    public void Every_table_stands_in_the_schema_of_its_module()
    {
        var strays = from entity in composition.Model.GetEntityTypes()
                     let table = entity.GetTableName()
                     let assembly = entity.ClrType.Assembly.GetName().Name!
                     where table is not null && assembly.StartsWith("Teleservices", StringComparison.Ordinal)
                     where !table.StartsWith($"{assembly.Split('.')[^1]}.", StringComparison.OrdinalIgnoreCase)
                     select $"{entity.DisplayName()}: {table}";
        Assert.Empty(strays);
    }

    [Fact]
    public void Texts_in_the_database_have_a_length_or_a_reason()
    {
        // Keys and indexed texts without a length make indexes that some stores refuse.
        var boundless = from entity in composition.Model.GetEntityTypes()
                        where entity.ClrType.Assembly.GetName().Name!.StartsWith("Teleservices", StringComparison.Ordinal)
                        from property in entity.GetProperties()
                        where property.ClrType == typeof(string) && property.GetMaxLength() is null
                        where property.IsKey() || property.IsForeignKey() || property.IsIndex()
                        select $"{entity.DisplayName()}.{property.Name}";
        Assert.Empty(boundless);
    }

    [Fact]
    public void Filters_are_ignored_in_Dispatch_only()
    {
        var others = from file in House.Sources("src", "*.cs", "*.cshtml")
                     where !House.Short(file).StartsWith(Path.Combine("src", "Dispatch"), StringComparison.Ordinal)
                     where File.ReadAllText(file).Contains("IgnoreQueryFilters", StringComparison.Ordinal)
                     select House.Short(file);
        Assert.Empty(others);
        Assert.Equal(["Dispatch"], House.Modules.Where(module => House.AssemblyOf(module).IsDefined(typeof(SeesAllAdministrationsAttribute), false)));
    }

    [Fact]
    public void The_store_that_the_migrations_make_is_the_store_that_the_model_wants() =>
        Assert.False(composition.Services.CreateScope().ServiceProvider.GetRequiredService<TeleservicesDb>().Database.HasPendingModelChanges());

    [Fact]
    public void What_moves_with_an_administration_says_whose_it_is_and_is_reached_at_home_alone()
    {
        var moving = House.Modules.Select(House.AssemblyOf).Where(module => module.IsDefined(typeof(MovesWithAdministrationAttribute), false)).ToList();
        Assert.Equal("Teleservices.Cases", Assert.Single(moving).GetName().Name);
        Assert.All(
            composition.Model.GetEntityTypes().Where(entity => moving.Contains(entity.ClrType.Assembly) && !entity.IsOwned()),
            entity => Assert.True(typeof(IOwnedByAdministration).IsAssignableFrom(entity.ClrType), $"{entity.DisplayName()} would stay behind."));
        var common = from type in moving.SelectMany(module => module.GetTypes())
                     from constructor in type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
                     from parameter in constructor.GetParameters()
                     where parameter.ParameterType == typeof(TeleservicesDb) || parameter.ParameterType == typeof(Outbox)
                     select $"{type.Name}({parameter.ParameterType.Name})";
        Assert.Empty(common);
    }
}
