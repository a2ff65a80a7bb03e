using FluentValidation;
using Teleservices.Forms.Offers;
using Teleservices.Platform.Pipeline;
using Teleservices.Platform.Results;

namespace Teleservices.Forms.Agents.ChangeOffer;

/// <summary>Changes how this administration offers a form: whether, in which versions, with which words and values of its own.</summary>
/// <param name="Form">Slug of the form.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="By">Name of the agent.</param>
internal sealed record ChangeOffer(string Form, OfferForm Typed, string By) : ICommand;

internal sealed class ChangeOfferValidator : AbstractValidator<ChangeOffer>
{
    public ChangeOfferValidator() => RuleFor(command => command.Typed).SetValidator(new OfferFormValidator()).OverridePropertyName("");
}

internal sealed class OfferFormValidator : AbstractValidator<OfferForm>
{
    private const int LongText = 2000;
    private const int Line = 200;
    private const decimal MostEuros = 100_000;

    public OfferFormValidator()
    {
        RuleFor(form => form.IntroFr).MaximumLength(LongText).WithMessage("2 000 caractères au plus.");
        RuleFor(form => form.IntroEn).MaximumLength(LongText).WithMessage("2 000 caractères au plus.");
        RuleFor(form => form.IntroFr).NotEmpty().When(form => !string.IsNullOrWhiteSpace(form.IntroEn)).WithMessage("Écrivez d’abord le texte en français.");
        RuleFor(form => form.HoursFr).MaximumLength(LongText).WithMessage("2 000 caractères au plus.");
        RuleFor(form => form.HoursEn).MaximumLength(LongText).WithMessage("2 000 caractères au plus.");
        RuleFor(form => form.HoursFr).NotEmpty().When(form => !string.IsNullOrWhiteSpace(form.HoursEn)).WithMessage("Écrivez d’abord le texte en français.");
        RuleFor(form => form.Prices).Must(lines => lines.Count <= OfferForm.MostLines).WithMessage("Dix tarifs au plus.");
        RuleFor(form => form.Pieces).Must(lines => lines.Count <= OfferForm.MostLines).WithMessage("Dix pièces au plus.");
        RuleForEach(form => form.Prices).Where(line => !line.IsEmpty).ChildRules(line =>
        {
            line.RuleFor(price => price.LabelFr).NotEmpty().WithMessage("Dites ce que ce montant paie, par exemple « La journée ».");
            line.RuleFor(price => price.LabelFr).MaximumLength(Line).WithMessage("200 caractères au plus.");
            line.RuleFor(price => price.LabelEn).MaximumLength(Line).WithMessage("200 caractères au plus.");
            line.RuleFor(price => price.Amount).Must((price, _) => price.Euros is >= 0 and <= MostEuros && decimal.Round(price.Euros.Value, 2) == price.Euros)
                .WithMessage("Écrivez un montant en euros, par exemple 12,50 ; 0 si c’est gratuit.");
        });
        RuleForEach(form => form.Pieces).Where(line => !line.IsEmpty).ChildRules(line =>
        {
            line.RuleFor(piece => piece.LabelFr).NotEmpty().WithMessage("Nommez la pièce en français.");
            line.RuleFor(piece => piece.LabelFr).MaximumLength(Line).WithMessage("200 caractères au plus.");
            line.RuleFor(piece => piece.LabelEn).MaximumLength(Line).WithMessage("200 caractères au plus.");
            line.RuleFor(piece => piece.Key).Must(key => string.IsNullOrEmpty(key) || (ExtraPiece.IsKey(key) && key.Length <= 40)).WithMessage("Retirez cette pièce et ajoutez-la de nouveau.");
        });
        RuleFor(form => form.Pieces).Must(lines => lines.Where(line => !string.IsNullOrEmpty(line.Key)).GroupBy(line => line.Key).All(same => same.Count() == 1))
            .WithMessage("La même pièce est demandée deux fois.");
    }
}

internal sealed class ChangeOfferHandler(OwnForms own, OfferBook book) : ICommandHandler<ChangeOffer, Done>
{
    public async Task<Result<Done>> Handle(ChangeOffer request, CancellationToken cancellationToken)
    {
        var newest = await own.Newest(request.Form, cancellationToken) ?? throw new InvalidOperationException($"Form {request.Form} is not ours.");
        var typed = request.Typed;
        var team = (await own.Teams(cancellationToken)).FirstOrDefault(one => one.Code == typed.Team);
        if (team is null && !string.IsNullOrEmpty(typed.Team))
        {
            return new Refusal("Choisissez un service de la liste.") { Field = nameof(OfferForm.Team) };
        }

        // Whoever begins to read new versions has the newest one.
        return await book.Write(
            request.Form,
            typed.Seen,
            request.By,
            offer => new Offer(typed.IsOn, typed.IsByHand ? offer.Version ?? newest.Version : null, typed.Read(team?.Code == newest.Team ? null : team)),
            cancellationToken);
    }
}
