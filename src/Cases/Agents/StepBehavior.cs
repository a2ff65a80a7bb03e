using MediatR;
using Microsoft.EntityFrameworkCore;
using Teleservices.Platform.Data;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Cases.Agents;

/// <summary>A step of an agent on one case.</summary>
internal interface ICaseStep : ICommand
{
    /// <summary>The case.</summary>
    Guid CaseId { get; }
}

/// <summary>
/// Around every step: only an agent of this administration takes one, and a commit that lost a race is tried again on what is
/// there now, so that the case itself says whether the step is still allowed.
/// </summary>
internal sealed class StepBehavior<TRequest, TResponse>(HomeDb db, Desk desk) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICaseStep
    where TResponse : IResult<TResponse>
{
    private const int Attempts = 3;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (!await desk.Sit(cancellationToken))
        {
            return TResponse.Refuse(new Refusal("Vous n’avez pas, ou plus, de rôle d’agent dans cette administration."));
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await next();
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
