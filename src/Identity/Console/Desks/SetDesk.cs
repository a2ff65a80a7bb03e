using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Teleservices.Identity.Access;
using Teleservices.Identity.Model;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Identity.Console;

/// <summary>A member of the IT staff looks after the requests of one département from now on, or of all.</summary>
/// <param name="By">Who decides so.</param>
/// <param name="Person">The member.</param>
/// <param name="Desk">COG code of a département, or <c>all</c>.</param>
internal sealed record SetDesk(Guid By, Guid? Person, string? Desk) : ICommand;

internal sealed class SetDeskValidator : AbstractValidator<SetDesk>
{
    public SetDeskValidator()
    {
        RuleFor(command => command.Person).NotNull().WithMessage("Choisissez une personne.");
        RuleFor(command => command.Desk).MustBeDesk();
    }
}

internal sealed class SetDeskHandler(TeleservicesDb db, RoleBook roles, ILogger<SetDeskHandler> log) : ICommandHandler<SetDesk, Done>
{
    public async Task<Result<Done>> Handle(SetDesk request, CancellationToken cancellationToken)
    {
        var staff = db.AccountRoles.Where(role => role.Role == Role.ItStaff && role.AdministrationId == null);
        var desk = DeskCode.Read(request.Desk);
        if (!await staff.AnyAsync(role => role.AccountId == request.Person, cancellationToken))
        {
            return new Refusal("Choisissez une personne.") { Field = nameof(request.Person) };
        }

        if (desk is not null && !await staff.AnyAsync(role => role.AccountId != request.Person && role.Desk == null, cancellationToken))
        {
            return new Refusal("Une personne au moins doit suivre tous les territoires.") { Field = nameof(request.Desk) };
        }

        await roles.Seat(request.Person!.Value, desk, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        log.LogInformation("Account {Account} has desk {Desk} now, set by {By}.", request.Person, desk ?? DeskCode.All, request.By);
        return Done.Yes;
    }
}
