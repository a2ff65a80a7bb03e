using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;
using Teleservices.Tenancy.Model;
using Teleservices.Tenancy.Stores;

namespace Teleservices.Tenancy.Territories;

/// <summary>Takes over an edition of the national territory: all or nothing. The same edition again changes nothing.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Successors">What is known of communes that are no more and the edition does not tell.</param>
/// <param name="DryRun">Whether to compare only.</param>
public sealed record ImportTerritory(Edition Edition, IReadOnlyList<EditionFormer> Successors, bool DryRun) : ICommand<TerritoryDiff>;

internal sealed class ImportTerritoryValidator : AbstractValidator<ImportTerritory>
{
    public ImportTerritoryValidator() => RuleFor(command => command.Edition.Communes).NotEmpty().WithMessage("Ce millésime ne contient aucune commune.");
}

internal sealed class ImportTerritoryHandler(TeleservicesDb db, Territory territory, TimeProvider clock) : ICommandHandler<ImportTerritory, TerritoryDiff>
{
    /// <summary>Rows that are held at once: a few megabytes.</summary>
    private const int Chunk = 4_000;

    public async Task<Result<TerritoryDiff>> Handle(ImportTerritory request, CancellationToken cancellationToken)
    {
        var edition = request.Edition;
        var previous = await db.TerritoryEditions.MaxAsync(one => (DateOnly?)one.ValidFrom, cancellationToken);
        if (previous > edition.ValidFrom)
        {
            return new Refusal("Un millésime plus récent a déjà été importé ; celui-ci commence le {0}.", edition.ValidFrom);
        }

        var found = new Comparison(edition, request.Successors, first: previous is null);
        found.Communes(await db.Communes.AsNoTracking().ToListAsync(cancellationToken), await Steps(cancellationToken));
        found.Bodies(await db.PublicBodies.AsNoTracking().ToListAsync(cancellationToken));
        found.Members(await db.EpciMembers.AsNoTracking().Where(member => member.Until == null).ToListAsync(cancellationToken));
        found.Served(
            await db.Administrations.AsNoTracking().ToListAsync(cancellationToken),
            await db.TerritoryMembers.AsNoTracking().Where(member => member.Until == null || member.Until > edition.ValidFrom).ToListAsync(cancellationToken));
        var apply = !request.DryRun && found.Lost.Count == 0;
        if (apply && !found.Nothing)
        {
            await Write(found, cancellationToken);
        }

        return found.Diff(previous, apply);
    }

    private async Task<IReadOnlyDictionary<string, Succession>> Steps(CancellationToken ct) =>
        (await db.Successions.AsNoTracking().ToListAsync(ct)).GroupBy(step => step.Cog).ToDictionary(steps => steps.Key, steps => steps.MaxBy(step => step.Since)!);

    private async Task Write(Comparison found, CancellationToken ct)
    {
        await using var whole = await db.Database.BeginTransactionAsync(ct);
        foreach (var rows in found.Gone.Chunk(Chunk))
        {
            db.RemoveRange(rows);
            await Save(ct);
        }

        foreach (var rows in found.Changed.Chunk(Chunk))
        {
            db.UpdateRange(rows);
            await Save(ct);
        }

        foreach (var rows in found.Added.Chunk(Chunk))
        {
            db.AddRange(rows);
            await Save(ct);
        }

        db.Add(new TerritoryEdition
        {
            ValidFrom = found.Edition.ValidFrom,
            ImportedAt = clock.GetUtcNow(),
            Attribution = found.Edition.Attribution,
            Differences = JsonSerializer.Serialize(found.Lines, JsonSerializerOptions.Web),
        });
        await db.Touch(Territory.Register, ct);
        await Save(ct);
        await whole.CommitAsync(ct);
        territory.Forget();
    }

    private async Task Save(CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }
}
