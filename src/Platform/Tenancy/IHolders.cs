namespace Teleservices.Platform.Tenancy;

/// <summary>Who is competent; Dispatch answers, by the same function that routes a request, so that what is shown and what happens cannot differ.</summary>
public interface IHolders
{
    /// <summary>The administration that holds a competence in a commune on a day, or nothing when there is none (or more than one).</summary>
    ValueTask<Holder?> Of(string competence, string cog, DateOnly on, CancellationToken ct);
}

/// <summary>A competent administration.</summary>
/// <param name="Administration">Which one.</param>
/// <param name="LegalAct">By which act.</param>
public sealed record Holder(AdministrationInfo Administration, string LegalAct);
