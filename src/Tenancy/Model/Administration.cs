using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Teleservices.Platform.Data;
using Teleservices.Platform.Tenancy;

namespace Teleservices.Tenancy.Model;

/// <summary>A tenant: what it is by law (SIREN, COG) and how its pages look.</summary>
internal sealed class Administration : IShared
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Identity by law: what a seed or an import is matched by.</summary>
    public required string Siren { get; init; }

    public AdministrationState State { get; private set; } = AdministrationState.Live;

    public AdministrationKind Kind { get; private set; }

    /// <summary>Place in lists: département, EPCI, communes.</summary>
    public int Rank { get; private set; }

    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string ShortName { get; private set; } = "";

    /// <summary>Both names as they are searched: no accents, no capitals.</summary>
    public string SearchedAs { get; private set; } = "";

    public string? Cog { get; private set; }

    public string Primary { get; private set; } = "";

    public string Accent { get; private set; } = "";

    public string Service { get; private set; } = "";

    public string Email { get; private set; } = "";

    public string Phone { get; private set; } = "";

    public string Address { get; private set; } = "";

    public string HoursFr { get; private set; } = "";

    public string? HoursEn { get; private set; }

    public string DataProtectionOfficer { get; private set; } = "";

    /// <summary>Name of the database that keeps its cases, or nothing: the common one.</summary>
    public string? Home { get; private set; }

    /// <summary>Takes over all that may change; the identifier in <paramref name="told"/> is not looked at.</summary>
    public void Describe(AdministrationInfo told)
    {
        if (told.Siren != Siren)
        {
            throw new ArgumentException($"SIREN {told.Siren} is not administration {Siren}.", nameof(told));
        }

        (Kind, Rank) = (told.Kind, RankOf(told.Kind));
        (Slug, Name, ShortName, Cog) = (told.Identifier, told.Name, told.ShortName, told.Cog);
        SearchedAs = Folded.Of($"{told.Name} {told.ShortName}");
        (Primary, Accent) = (told.Theme.Primary, told.Theme.Accent);
        (Service, Email, Phone, Address) = (told.Contact.Service, told.Contact.Email, told.Contact.Phone, told.Contact.Address);
        (HoursFr, HoursEn) = (told.Contact.Hours.Fr, told.Contact.Hours.En);
        DataProtectionOfficer = told.Contact.DataProtectionOfficer;
    }

    /// <summary>Moves on; whether that is allowed is asked before.</summary>
    public void Enter(AdministrationState state) => State = state;

    /// <summary>Lives there from this commit on; whether its rows are there is asked before.</summary>
    public void SettleIn(string? database) => Home = database;

    public AdministrationInfo Info() => new(
        Id, Slug, Kind, Name, ShortName, Siren, Cog,
        new AdministrationTheme(Primary, Accent),
        new AdministrationContact(Service, Email, Phone, Address, new Wording(HoursFr, HoursEn), DataProtectionOfficer),
        State,
        Home);

    private static int RankOf(AdministrationKind kind) => kind switch
    {
        AdministrationKind.Departement => 0,
        AdministrationKind.Epci => 1,
        AdministrationKind.Commune => 2,
    };
}

internal sealed class AdministrationMapping : IEntityTypeConfiguration<Administration>
{
    public void Configure(EntityTypeBuilder<Administration> builder)
    {
        builder.ToTable("administration", "tenancy");
        builder.Property(administration => administration.Id).ValueGeneratedNever();
        builder.Property(administration => administration.Siren).HasMaxLength(9);
        builder.Property(administration => administration.Slug).HasMaxLength(63);
        builder.Property(administration => administration.Name).HasMaxLength(200);
        builder.Property(administration => administration.ShortName).HasMaxLength(100);
        builder.Property(administration => administration.SearchedAs).HasMaxLength(301);
        builder.Property(administration => administration.Cog).HasMaxLength(5);
        builder.Property(administration => administration.Primary).HasMaxLength(7);
        builder.Property(administration => administration.Accent).HasMaxLength(7);
        builder.Property(administration => administration.Service).HasMaxLength(200);
        builder.Property(administration => administration.Email).HasMaxLength(254);
        builder.Property(administration => administration.Phone).HasMaxLength(16);
        builder.Property(administration => administration.Address).HasMaxLength(300);
        builder.Property(administration => administration.HoursFr).HasMaxLength(300);
        builder.Property(administration => administration.HoursEn).HasMaxLength(300);
        builder.Property(administration => administration.DataProtectionOfficer).HasMaxLength(254);
        builder.Property(administration => administration.Home).HasMaxLength(60);
        builder.HasIndex(administration => administration.Siren).IsUnique();
        builder.HasIndex(administration => administration.Slug).IsUnique();
        builder.HasIndex(administration => new { administration.Kind, administration.Cog }).IsUnique();
        builder.HasIndex(administration => new { administration.Rank, administration.ShortName, administration.Slug });
    }
}
