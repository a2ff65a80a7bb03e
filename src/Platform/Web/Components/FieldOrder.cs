using Microsoft.AspNetCore.Http;

namespace Teleservices.Platform.Web.Components;

/// <summary>The fields of the page in the order in which they stand, so that the error summary can follow it.</summary>
internal sealed class FieldOrder
{
    private readonly List<string> names = [];

    public static FieldOrder Of(HttpContext context)
    {
        if (context.Items.TryGetValue(typeof(FieldOrder), out var known) && known is FieldOrder order)
        {
            return order;
        }

        context.Items[typeof(FieldOrder)] = order = new FieldOrder();
        return order;
    }

    public void Add(string name) => names.Add(name);

    /// <summary>Where a field stands; what no field bears comes last.</summary>
    public int Place(string name) => names.FindIndex(known => Same(known, name)) is var place and >= 0 ? place : int.MaxValue;

    /// <summary>The name as the field bears it: model state does not mind the case, an <c>id</c> does.</summary>
    public string Known(string name) => names.Find(known => Same(known, name)) ?? name;

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
