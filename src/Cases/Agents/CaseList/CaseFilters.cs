using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Teleservices.Cases.Model;

namespace Teleservices.Cases.Agents;

/// <summary>
/// What an agent looks for, as it stands in the query string: an address is a view that can be kept and sent to a colleague.
/// A value that means nothing is as good as none.
/// </summary>
internal sealed record CaseFilters
{
    public const string Everything = "tous";
    public const string Me = "moi";
    public const string Nobody = "personne";
    public const string Mine = "les-miens";

    private static readonly Dictionary<string, CaseState> States = new()
    {
        ["nouveau"] = CaseState.New,
        ["en-cours"] = CaseState.InProgress,
        ["en-attente"] = CaseState.AwaitingResident,
        ["repondu"] = CaseState.Decided,
        ["clos"] = CaseState.Closed,
        ["transmis"] = CaseState.HandedOver,
    };

    /// <summary>One state, <see cref="Everything"/>, or nothing: what is open.</summary>
    [FromQuery(Name = "etat")]
    public string? State { get; init; }

    /// <summary>Slug of a form.</summary>
    [FromQuery(Name = "demarche")]
    public string? Form { get; init; }

    /// <summary>Code of a service, or <see cref="Mine"/>.</summary>
    [FromQuery(Name = "service")]
    public string? Team { get; init; }

    /// <summary><see cref="Me"/> or <see cref="Nobody"/>.</summary>
    [FromQuery(Name = "assigne")]
    public string? Assignee { get; init; }

    /// <summary>«oui»: the legal day has passed.</summary>
    [FromQuery(Name = "retard")]
    public string? Late { get; init; }

    /// <summary>Number or name.</summary>
    [FromQuery(Name = "q")]
    public string? Search { get; init; }

    public static IEnumerable<KeyValuePair<string, CaseState>> AllStates => States;

    public CaseState? OneState => State is not null && States.TryGetValue(State, out var state) ? state : null;

    public bool IsLate => Late == "oui";

    /// <summary>Words of the search, folded as the store keeps them.</summary>
    public string SearchWords => Folded.Of(Search ?? "");

    /// <summary>A search looks at everything, unless a state is chosen; otherwise only what is open is shown.</summary>
    public bool WantsDone => OneState is CaseState.Decided or CaseState.Closed or CaseState.HandedOver || State == Everything || (State is null && SearchWords.Length > 0);

    /// <summary>Whether nothing is chosen.</summary>
    public bool AreEmpty => ToQuery().Length == 0;

    /// <summary>The query string, with its question mark, or nothing.</summary>
    public string ToQuery(params (string Name, string? Value)[] more)
    {
        var query = new QueryBuilder();
        (string Name, string? Value)[] own =
            [("etat", State), ("demarche", Form), ("service", Team), ("assigne", Assignee), ("retard", Late), ("q", Search)];
        foreach (var (name, value) in own.Concat(more).Where(pair => !string.IsNullOrWhiteSpace(pair.Value)))
        {
            query.Add(name, value!.Trim());
        }

        return query.ToString();
    }
}
