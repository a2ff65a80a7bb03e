using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Forms.Agents.AcceptVersion;

/// <summary>A newer version of a shared form replaces the one that this administration offers.</summary>
/// <param name="Form">Slug of the form.</param>
/// <param name="Version">The version whose differences were read.</param>
/// <param name="Seen">After how many changes the offer was seen.</param>
/// <param name="By">Name of the agent.</param>
[Unvalidated("form and version are looked up; what is not there is refused")]
internal sealed record AcceptVersion(string Form, int Version, int Seen, string By) : ICommand;

internal sealed class AcceptVersionHandler(OwnForms own, OfferBook book) : ICommandHandler<AcceptVersion, Done>
{
    public async Task<Result<Done>> Handle(AcceptVersion request, CancellationToken cancellationToken)
    {
        var newest = await own.Newest(request.Form, cancellationToken) ?? throw new InvalidOperationException($"Form {request.Form} is not ours.");
        if (request.Version != newest.Version)
        {
            return new Refusal("La version {0} vient d’être publiée : relisez-la.", newest.Version);
        }

        return await book.Write(
            request.Form,
            request.Seen,
            request.By,
            offer => offer.Version is null ? offer : offer with { Version = request.Version },
            cancellationToken);
    }
}
