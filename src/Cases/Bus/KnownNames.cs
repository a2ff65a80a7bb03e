using System.Collections.Concurrent;
using Teleservices.Contracts;

namespace Teleservices.Cases.Bus;

/// <summary>Which names of services and forms this process has written down already, so that not every case asks the store for them again.</summary>
internal sealed class KnownNames
{
    private readonly ConcurrentDictionary<(Guid Administration, string Form, string Team), (Text Title, Text TeamName)> written = [];

    public bool Has(Guid administration, FiledForm form) =>
        written.TryGetValue((administration, form.Slug, form.Team), out var names) && names == (form.Title, form.TeamName);

    /// <summary>They are in the store no more.</summary>
    public void Forget(Guid administration)
    {
        foreach (var one in written.Keys.Where(one => one.Administration == administration))
        {
            written.TryRemove(one, out _);
        }
    }

    /// <summary>After the commit: they are in the store now.</summary>
    public void Keep(Guid administration, FiledForm form) => written[(administration, form.Slug, form.Team)] = (form.Title, form.TeamName);
}
