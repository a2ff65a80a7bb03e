using FluentValidation;
using Teleservices.Identity.Sessions;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Identity.SignIn.EnterPassword;

/// <summary>Proves who somebody is; answers with the account.</summary>
internal sealed record EnterPassword(string? Email, string? Password) : ICommand<Guid>;

internal sealed class EnterPasswordValidator : AbstractValidator<EnterPassword>
{
    public EnterPasswordValidator()
    {
        RuleFor(command => command.Email).NotEmpty().WithMessage("Saisissez votre adresse électronique.");
        RuleFor(command => command.Password).NotEmpty().WithMessage("Saisissez votre mot de passe.");
    }
}

internal sealed class EnterPasswordHandler(PasswordCheck check) : ICommandHandler<EnterPassword, Guid>
{
    public async Task<Result<Guid>> Handle(EnterPassword request, CancellationToken cancellationToken) =>
        await check.Prove(request.Email!.Trim(), request.Password!, cancellationToken) is { } account
            ? account.Id
            : new Refusal("L’adresse électronique ou le mot de passe ne correspond pas. Vérifiez-les ; après plusieurs erreurs, attendez un quart d’heure ou choisissez un nouveau mot de passe.");
}
