using Microsoft.AspNetCore.Identity;
using Teleservices.Platform.Data;

namespace Teleservices.Identity.Model;

/// <summary>
/// A person who can sign in: one account for all administrations, so no administration owns it (<see cref="IShared"/>). Only Identity can name
/// the type; others learn what they need from claims, <c>IProfileOfResident</c> and messages.
/// </summary>
internal sealed class Account : IdentityUser<Guid>, IShared
{
    public Civility? Civility { get; set; }

    public required string FirstName { get; set; }

    public required string LastName { get; set; }

    /// <summary>Where the person lives, or nothing until they said so.</summary>
    public PostalAddress? Residence { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string FullName => $"{FirstName} {LastName}";

    /// <summary>A new account whose address is confirmed: there are no others, see <see cref="Registration"/>.</summary>
    public static Account Of(string email, string firstName, string lastName, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        UserName = email,
        Email = email,
        EmailConfirmed = true,
        LockoutEnabled = true,
        FirstName = firstName,
        LastName = lastName,
        CreatedAt = now,
    };
}

/// <summary>How a person wants to be addressed; nobody has to say it.</summary>
internal enum Civility
{
    Madam,
    Sir,
}

/// <summary>A postal address as the forms ask for it.</summary>
internal sealed class PostalAddress
{
    /// <summary>Number and street.</summary>
    public required string Street { get; init; }

    public string? Complement { get; init; }

    public required string Postcode { get; init; }

    public required string City { get; init; }

    /// <summary>COG code of the commune, when it is one of the platform's territories.</summary>
    public string? Cog { get; init; }
}
