using Teleservices.Platform.Tenancy;

namespace Teleservices.Dispatch.Routing;

/// <summary>One search for the strongest title: what was best so far.</summary>
internal struct Search(ITerritory territory, IReadOnlyList<ServingAdministration> serving, DateOnly on)
{
    private int size;

    /// <summary>The strongest title so far.</summary>
    public Assignment? Best { get; private set; }

    /// <summary>Its holder.</summary>
    public Guid? Holder { get; private set; }

    /// <summary>Whether another holder has the same right.</summary>
    public bool Tie { get; private set; }

    /// <summary>Whether the law names an administration that is not on the platform.</summary>
    public bool Absent { get; private set; }

    /// <summary>Looks at these titles too.</summary>
    public void Look(Assignment[] titles)
    {
        foreach (var title in titles)
        {
            if (!title.Holds(on))
            {
                continue;
            }

            if ((title.HolderId ?? Only(serving, title.Each)) is { } holder)
            {
                Stand(title, holder, SizeOf(territory, title, on));
            }
            else
            {
                Absent = true;
            }
        }
    }

    /// <summary>For how many communes an assignment is made.</summary>
    public static int SizeOf(ITerritory territory, Assignment assignment, DateOnly on) => assignment switch
    {
        { Communes: { } list } => list.Count,
        { HolderId: { } holder } => territory.Size(holder, on),
        _ => territory.Communes.Count,
    };

    /// <summary>The one administration of this level that serves here, or nothing.</summary>
    public static Guid? Only(IReadOnlyList<ServingAdministration> serving, AdministrationKind level)
    {
        Guid? only = null;
        for (var i = 0; i < serving.Count; i++)
        {
            if (serving[i].Kind == level)
            {
                if (only is not null)
                {
                    return null;
                }

                only = serving[i].AdministrationId;
            }
        }

        return only;
    }

    private void Stand(Assignment title, Guid holder, int communes)
    {
        var better = Best is null || communes < size || (communes == size && title.Kind > Best.Kind);
        if (better)
        {
            (Best, Holder, Tie, size) = (title, holder, false, communes);
        }
        else if (communes == size && title.Kind == Best!.Kind)
        {
            Tie |= holder != Holder;
            Best = title.Since < Best.Since || (title.Since == Best.Since && string.CompareOrdinal(title.LegalAct, Best.LegalAct) < 0) ? title : Best;
        }
    }
}
