using System.Collections.Frozen;
using FluentValidation;
using Teleservices.Dispatch.Model;
using Teleservices.Dispatch.Routing;
using Teleservices.Dispatch.Seeds;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Console;

/// <summary>Adds an assignment to the register; refused where it would give two administrations the same right.</summary>
/// <param name="Competence">Code.</param>
/// <param name="Holder">Identifier of an administration, or <c>each-commune</c>, <c>each-epci</c>, <c>each-departement</c>.</param>
/// <param name="Communes">COG codes; none for the holder's own territory.</param>
/// <param name="Kind">How the holder comes to it.</param>
/// <param name="Since">First day.</param>
/// <param name="LegalAct">By which act.</param>
/// <param name="Note">For those who read the register.</param>
/// <param name="By">Who does it.</param>
internal sealed record AssignCompetence(
    string Competence, string Holder, IReadOnlyList<string> Communes, AssignmentKind Kind, DateOnly? Since, string? LegalAct, string? Note, string By) : ICommand;

internal sealed class AssignCompetenceValidator : AbstractValidator<AssignCompetence>
{
    public AssignCompetenceValidator()
    {
        RuleFor(command => command.Holder).NotEmpty().WithMessage("Choisissez qui détient la compétence.");
        RuleFor(command => command.Since).NotNull().WithMessage("Indiquez le premier jour, par exemple 2027-01-01.");
        RuleFor(command => command.LegalAct).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Citez l’acte : sans lui, l’attribution n’a pas de fondement.")
            .MaximumLength(500).WithMessage("L’acte ne doit pas dépasser 500 caractères.");
        RuleFor(command => command.Note).MaximumLength(1000).WithMessage("La note ne doit pas dépasser 1 000 caractères.");
        RuleFor(command => command.By).NotEmpty().MaximumLength(120);
    }
}

internal sealed class AssignCompetenceHandler(TeleservicesDb db, Registers registers, ITenantStore tenants, TimeProvider clock) : ICommandHandler<AssignCompetence, Done>
{
    /// <summary>How far ahead the register is proved.</summary>
    private const int Years = 30;

    public async Task<Result<Done>> Handle(AssignCompetence request, CancellationToken cancellationToken)
    {
        registers.Forget();
        var register = registers.Current;
        var rule = AssignmentSeed.Levels.TryGetValue(request.Holder, out var each);
        var holder = rule ? null : await tenants.ByIdentifier(request.Holder, cancellationToken);
        if (holder is null && !rule)
        {
            return new Refusal("Choisissez qui détient la compétence.") { Field = nameof(request.Holder) };
        }

        if (request.Communes.FirstOrDefault(cog => register.Territory.Commune(cog) is null) is { } unknown)
        {
            return new Refusal("La commune « {0} » n’est pas sur la plateforme.", unknown) { Field = nameof(request.Communes) };
        }

        var since = request.Since!.Value;
        var communes = request.Communes.Distinct().Order(StringComparer.Ordinal).ToList();
        var told = new Assignment(
            request.Competence, holder?.Id, request.Kind, communes.Count > 0 ? communes.ToFrozenSet() : null, since, null, request.LegalAct!, each);
        if (Overlap(register, told) is { } overlap)
        {
            return new Refusal("À {0}, deux administrations auraient le même titre à partir du {1} : mettez d’abord fin à l’autre attribution.", overlap.Commune, overlap.From.Spoken());
        }

        var row = db.CompetenceAssignments.Add(new CompetenceAssignment
        {
            Competence = request.Competence,
            HolderId = holder?.Id,
            Each = each,
            Communes = communes,
            Since = since,
        }).Entity;
        row.Describe(request.Kind, null, request.LegalAct!, string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim());
        var now = clock.GetUtcNow();
        db.Add(new RegisterChange
        {
            Id = Guid.CreateVersion7(now),
            AssignmentId = row.Id,
            Competence = request.Competence,
            At = now,
            By = request.By,
            Kind = RegisterChangeKind.Added,
            On = since,
            LegalAct = request.LegalAct!,
        });
        await db.Touch(Registers.Name, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        registers.Forget();
        return Done.Yes;
    }

    /// <summary>The first place and day where the register would have two of the same right, and has not now.</summary>
    private static CoverageGap? Overlap(CompetenceRegister register, Assignment told)
    {
        var communes = told.Communes as IReadOnlyCollection<string> ?? (told.HolderId is { } holder
            ? [.. register.Territory.ServedBy(holder, told.Since)]
            : [.. register.Territory.Communes.Select(commune => commune.Cog)]);
        var changed = new CompetenceRegister(register.Competences, register.Assignments.Append(told), register.Territory);
        var known = Overlaps(register, told, communes).ToHashSet();
        return Overlaps(changed, told, communes).FirstOrDefault(overlap => !known.Contains(overlap));
    }

    private static IEnumerable<CoverageGap> Overlaps(CompetenceRegister register, Assignment told, IReadOnlyCollection<string> communes) =>
        new CoverageWalk(register, [told.Competence], communes, told.Since, told.Since.AddYears(Years)).Walk(new HashSet<Guid>())
            .Gaps.Where(gap => gap.Fault == CoverageFault.Overlap);
}
