namespace Teleservices.Platform.Security;

/// <summary>What the account of the signed-in resident knows already, so that no form asks for it again; Identity answers.</summary>
public interface IProfileOfResident
{
    /// <summary>The profile as it is at this moment, or nothing when nobody is signed in.</summary>
    Task<ResidentProfile?> Read(CancellationToken ct);
}

/// <summary>A resident, as they described themselves.</summary>
/// <param name="Civility"><c>madame</c>, <c>monsieur</c>, or nothing: nobody has to say it.</param>
/// <param name="FirstName">First name.</param>
/// <param name="LastName">Surname.</param>
/// <param name="Email">A confirmed address.</param>
/// <param name="Phone">E.164 number, or nothing.</param>
/// <param name="Address">Where they live, or nothing until they said so.</param>
public sealed record ResidentProfile(string? Civility, string FirstName, string LastName, string Email, string? Phone, ResidentAddress? Address);

/// <summary>A postal address as the forms ask for it.</summary>
/// <param name="Street">Number and street.</param>
/// <param name="Complement">Building, floor, or nothing.</param>
/// <param name="Postcode">Postcode.</param>
/// <param name="City">Name of the commune, as it is written on letters.</param>
/// <param name="Cog">COG code of the commune when it is one of the platform's territories.</param>
public sealed record ResidentAddress(string Street, string? Complement, string Postcode, string City, string? Cog);
