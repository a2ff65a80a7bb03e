using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Teleservices.Identity.Model;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Identity.SignIn.ChangeResidence;

/// <summary>Where the person lives.</summary>
internal sealed record ChangeResidence(Guid Account, string? Street, string? Complement, string? Postcode, string? City) : ICommand;

internal sealed class ChangeResidenceValidator : AbstractValidator<ChangeResidence>
{
    public ChangeResidenceValidator()
    {
        RuleFor(command => command.Street).Cascade(CascadeMode.Stop)
            .Must(Rules.Said).WithMessage("Saisissez le numéro et la rue.")
            .MaximumLength(200).WithMessage("Le numéro et la rue ne doivent pas dépasser 200 caractères.");
        RuleFor(command => command.Complement).MaximumLength(200).WithMessage("Le complément ne doit pas dépasser 200 caractères.");
        RuleFor(command => command.Postcode).Cascade(CascadeMode.Stop)
            .Must(Rules.Said).WithMessage("Saisissez le code postal.")
            .Matches(@"\A\s*[0-9A-Za-z][0-9A-Za-z -]{2,9}\s*\z").WithMessage("Saisissez un code postal, comme 45500.");
        RuleFor(command => command.City).Cascade(CascadeMode.Stop)
            .Must(Rules.Said).WithMessage("Saisissez la commune.")
            .MaximumLength(100).WithMessage("Le nom de la commune ne doit pas dépasser 100 caractères.");
    }
}

internal sealed class ChangeResidenceHandler(UserManager<Account> accounts, ITerritory territory) : ICommandHandler<ChangeResidence, Done>
{
    public async Task<Result<Done>> Handle(ChangeResidence request, CancellationToken cancellationToken)
    {
        var account = await accounts.Existing(request.Account);
        var postcode = request.Postcode!.Trim();
        var commune = territory.Find(postcode, request.City!);
        account.Residence = new PostalAddress
        {
            Street = request.Street!.Trim(),
            Complement = string.IsNullOrWhiteSpace(request.Complement) ? null : request.Complement.Trim(),
            Postcode = postcode,
            City = commune?.Name ?? request.City!.Trim(),
            Cog = commune?.Cog,
        };
        return await accounts.Keep(account);
    }
}
