using FluentValidation;
using MediatR;
using Teleservices.Platform.Results;

namespace Teleservices.Platform.Pipeline;

/// <summary>
/// Looks at the shape of a command before its handler does, and turns all that is wrong into one refusal, so that
/// a page has a single error path. A validator's message is a French sentence, the key of its translation.
/// </summary>
internal sealed class ValidateBehavior<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    private static readonly Func<Refusal, TResponse>? Refuse = RefusalOf();

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (Refuse is not null)
        {
            var refusals = new List<Refusal>();
            foreach (var validator in validators)
            {
                var looked = await validator.ValidateAsync(request, cancellationToken);
                refusals.AddRange(looked.Errors.Select(error => new Refusal(error.ErrorMessage) { Field = error.PropertyName }));
            }

            if (refusals is [var first, .. var more])
            {
                return Refuse(first with { More = more });
            }
        }

        return await next();
    }

    private static Func<Refusal, TResponse>? RefusalOf() =>
        typeof(TResponse).GetInterfaces().Contains(typeof(IResult<TResponse>))
            ? typeof(RefusalIn<>).MakeGenericType(typeof(TRequest), typeof(TResponse), typeof(TResponse))
                .GetMethod("Of")!.CreateDelegate<Func<Refusal, TResponse>>()
            : null;

    private static class RefusalIn<TResult>
        where TResult : IResult<TResult>
    {
        public static TResult Of(Refusal refusal) => TResult.Refuse(refusal);
    }
}
