using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Teleservices.Dispatch.Model;
using Teleservices.Dispatch.Routing;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Dispatch.Console;

/// <summary>Sets the end of an assignment; what it was before stays in the register. Answers in how many communes nobody is left.</summary>
/// <param name="Id">The assignment.</param>
/// <param name="Until">The first day on which it no longer holds.</param>
/// <param name="LegalAct">By which act.</param>
/// <param name="By">Who does it.</param>
internal sealed record EndAssignment(Guid Id, DateOnly? Until, string? LegalAct, string By) : ICommand<int>;

internal sealed class EndAssignmentValidator : AbstractValidator<EndAssignment>
{
    public EndAssignmentValidator()
    {
        RuleFor(command => command.Until).NotNull().WithMessage("Indiquez le premier jour où elle ne vaut plus, par exemple 2027-01-01.");
        RuleFor(command => command.LegalAct).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Citez l’acte : sans lui, l’attribution n’a pas de fondement.")
            .MaximumLength(500).WithMessage("L’acte ne doit pas dépasser 500 caractères.");
        RuleFor(command => command.By).NotEmpty().MaximumLength(120);
    }
}

internal sealed class EndAssignmentHandler(TeleservicesDb db, Registers registers, TimeProvider clock) : ICommandHandler<EndAssignment, int>
{
    public async Task<Result<int>> Handle(EndAssignment request, CancellationToken cancellationToken)
    {
        var row = await db.CompetenceAssignments.SingleAsync(row => row.Id == request.Id, cancellationToken);
        var until = request.Until!.Value;
        if (until <= row.Since)
        {
            return new Refusal("Une attribution prend fin après avoir commencé.") { Field = nameof(request.Until) };
        }

        row.Describe(row.Kind, until, row.LegalAct, row.Note);
        var now = clock.GetUtcNow();
        db.Add(new RegisterChange
        {
            Id = Guid.CreateVersion7(now),
            AssignmentId = row.Id,
            Competence = row.Competence,
            At = now,
            By = request.By,
            Kind = RegisterChangeKind.Ended,
            On = until,
            LegalAct = request.LegalAct!,
        });
        await db.Touch(Registers.Name, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        registers.Forget();
        var register = registers.Current;
        return register.Territory.Communes.Count(commune => register.Resolve(row.Competence, commune.Cog, until) is { Finding: RoutingFinding.Hole, Absent: false });
    }
}
