using Teleservices.Forms.Definitions;
using Teleservices.Forms.Offers;
using Teleservices.Platform.Data;
using Teleservices.Platform.Results;
using Teleservices.Platform.Security;
using Teleservices.Platform.Tenancy;
using Teleservices.Platform.Web;

namespace Teleservices.Forms.Residents.StartDraft;

/// <summary>A commune for which somebody on the platform answers a form.</summary>
/// <param name="Commune">The commune.</param>
/// <param name="Holder">Who answers, and by which act.</param>
/// <param name="IsHome">Whether the account says that the resident lives there.</param>
internal sealed record Place(CommuneInfo Commune, Holder Holder, bool IsHome);

/// <summary>
/// For which commune a request is, before anything is typed: nothing is asked where the portal is the answer, and the places offered are those that
/// have a holder by the function that routes the request later.
/// </summary>
internal sealed class Places(
    TeleservicesDb db, OfferShelf offers, ITerritory territory, IHolders holders, IProfileOfResident profiles, Current current, TimeProvider clock)
{
    /// <summary>So many likely communes are asked for their holder; whoever means another one types more of its name.</summary>
    private const int LookedAt = 400;

    private readonly ITerritory now = territory.Now;

    private AdministrationInfo Portal => current.RequiredAdministration;

    /// <summary>Whether anything is to be asked: the form is about a place, or the portal has several communes.</summary>
    public bool AreAsked(FormDefinition form) => form.Place is not null || Portal.Kind != AdministrationKind.Commune;

    /// <summary>Whether the places that are offered at once are not all there are.</summary>
    public bool AreMore(FormDefinition form) => form.Place is not null || now.Size(Portal.Id, clock.LegalToday()) > CommuneSearch.Most;

    /// <summary>Where the resident lives, when the account knows it and the form is not limited to other communes.</summary>
    public async Task<CommuneInfo?> Home(FormDefinition form, CancellationToken ct) =>
        (await profiles.Read(ct))?.Address?.Cog is { } cog && now.Commune(now.Standing(cog, clock.LegalToday())) is { } home && Allows(form, home.Cog) ? home : null;

    /// <summary>The resident's home, then the commune of this portal or its communes where a list can hold them.</summary>
    /// <param name="form">The form.</param>
    /// <param name="home">Where the resident lives, as <see cref="Home"/> says.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<Place>> Usual(FormDefinition form, CommuneInfo? home, CancellationToken ct)
    {
        var served = now.ServedBy(Portal.Id, clock.LegalToday());
        var here = served.Take(served.Count > CommuneSearch.Most ? 0 : CommuneSearch.Most)
            .Select(now.Commune).OfType<CommuneInfo>()
            .Where(commune => commune.Cog != home?.Cog).OrderBy(commune => commune.Name, StringComparer.InvariantCulture);
        var places = new List<Place>();
        foreach (var commune in home is null ? here : here.Prepend(home))
        {
            if (await Holder(form, commune.Cog, ct) is { } holder)
            {
                places.Add(new Place(commune, holder, commune == home));
            }
        }

        return places;
    }

    /// <summary>What was typed as communes with a holder, or why there are none.</summary>
    public async Task<Result<IReadOnlyList<Place>>> Search(FormDefinition form, string? typed, CancellationToken ct)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length < CommuneSearch.LeastLetters)
        {
            return new Refusal("Écrivez un code postal ou le nom d’une commune, par exemple 45500 ou Gien");
        }

        var matching = now.Matching(text).Where(commune => Allows(form, commune.Cog)).Take(LookedAt).ToList();
        var places = new List<Place>();
        foreach (var commune in matching)
        {
            if (places.Count < CommuneSearch.Most && await Holder(form, commune.Cog, ct) is { } holder)
            {
                places.Add(new Place(commune, holder, IsHome: false));
            }
        }

        return (places, matching) switch
        {
            ({ Count: > 0 }, _) => places,
            (_, [var first, ..]) => await RefusalAt(form, first.Cog, ct) ?? Nobody(first),
            _ => new Refusal("Aucune commune de cette plateforme ne correspond à « {0} » : vérifiez le code postal ou le nom, ou adressez-vous à la mairie du lieu", text),
        };
    }

    /// <summary>The commune that a draft is for, or why it cannot be begun.</summary>
    public async Task<Result<CommuneInfo>> Chosen(FormDefinition form, string? cog, CancellationToken ct)
    {
        if (!AreAsked(form))
        {
            return await Competent(form, Portal.Cog!, ct) is { } here && !await IsOffered(form, here, ct) ? NotOnline(here.Administration) : now.Commune(Portal.Cog!)!;
        }

        if (cog is null || now.Commune(cog) is not { } commune || !Allows(form, cog))
        {
            return new Refusal("Choisissez la commune que votre demande concerne");
        }

        return await RefusalAt(form, cog, ct) is { } refusal ? refusal : commune;
    }

    /// <summary>The communes of the platform where somebody answers a form; asked only where a list can hold them.</summary>
    public async Task<IReadOnlyList<CommuneInfo>> Served(FormDefinition form, CancellationToken ct)
    {
        var served = new List<CommuneInfo>();
        foreach (var commune in now.Communes)
        {
            if (await Holder(form, commune.Cog, ct) is not null)
            {
                served.Add(commune);
            }
        }

        return served;
    }

    /// <summary>Why a request for a commune could only get lost. Where several hold the competence by mistake it is taken, and the triage desk sees to it.</summary>
    /// <param name="form">The form.</param>
    /// <param name="cog">The commune.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="isBegun">A draft for this commune was begun while the form was online: it may be filed.</param>
    public async ValueTask<Refusal?> RefusalAt(FormDefinition form, string cog, CancellationToken ct, bool isBegun = false) =>
        now.Commune(cog) is not { } commune ? null : await Competent(form, cog, ct) switch
        {
            { } holder => isBegun || await IsOffered(form, holder, ct) ? null : NotOnline(holder.Administration),
            null => holders.Gaps([form.Competence], [cog], clock.LegalToday()).Any(gap => gap.Several) ? null : Nobody(commune),
        };

    /// <summary>The form as whoever is competent in a commune offers it: in the version that they have accepted, with their options.</summary>
    public async Task<FormDefinition> Offered(FormDefinition newest, string cog, CancellationToken ct) => await Competent(newest, cog, ct) is { } holder
        ? await offers.Form(db, await offers.Of(db, holder.Administration.Id, newest.Slug, ct), newest, ct)
        : newest;

    /// <summary>What to say of an administration that is competent and does not take this online.</summary>
    public static Refusal NotOnline(AdministrationInfo holder) =>
        new("{0} ne propose pas cette démarche en ligne : adressez-vous à elle, {1}, {2}", holder.Name, holder.Contact.Phone.AsDialled(), holder.Contact.Email);

    private static Refusal Nobody(CommuneInfo commune) =>
        new("À {0}, personne ne répond à cette démarche sur cette plateforme : adressez-vous à la mairie de cette commune", commune.Name);

    private async ValueTask<Holder?> Holder(FormDefinition form, string cog, CancellationToken ct) =>
        await Competent(form, cog, ct) is { } holder && await IsOffered(form, holder, ct) ? holder : null;

    private ValueTask<Holder?> Competent(FormDefinition form, string cog, CancellationToken ct) => holders.Of(form.Competence, cog, clock.LegalToday(), ct);

    private async ValueTask<bool> IsOffered(FormDefinition form, Holder holder, CancellationToken ct) =>
        (await offers.Of(db, holder.Administration.Id, form.Slug, ct)).IsOn;

    /// <summary>A form about a place is for any place; another one, filled in on a portal of several communes, for one of those.</summary>
    private bool Allows(FormDefinition form, string cog) => form.Place is not null || now.ServedBy(Portal.Id, clock.LegalToday()).Contains(cog);
}
