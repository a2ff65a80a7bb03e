using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Teleservices.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "cases.agent",
                columns: table => new
                {
                    AdministrationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Manager = table.Column<bool>(type: "INTEGER", nullable: false),
                    Teams = table.Column<string>(type: "TEXT", nullable: false),
                    LeftAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases.agent", x => new { x.AdministrationId, x.AccountId });
                });

            migrationBuilder.CreateTable(
                name: "cases.case",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AdministrationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ApplicantId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ApplicantName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ApplicantEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    ApplicantPhone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ApplicantAddress = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Search = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    FormSlug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    FormVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    FormTitleFr = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FormTitleEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Team = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    CommuneCog = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    CommuneName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    LegalAct = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    RetentionMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    FiledAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RoutedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SilenceRegime = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SilenceMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    SilenceDays = table.Column<int>(type: "INTEGER", nullable: false),
                    SilenceBasis = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AssigneeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    HasNews = table.Column<bool>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    DecidedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SilenceOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Pile = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AwaitsAgentFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Place = table.Column<long>(type: "INTEGER", nullable: false),
                    Steps = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases.case", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "cases.known_form",
                columns: table => new
                {
                    AdministrationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    TitleFr = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases.known_form", x => new { x.AdministrationId, x.Slug });
                });

            migrationBuilder.CreateTable(
                name: "cases.team",
                columns: table => new
                {
                    AdministrationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    NameFr = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases.team", x => new { x.AdministrationId, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "dispatch.competence",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    LabelFr = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    LabelEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    UsualHolder = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LegalAct = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dispatch.competence", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "dispatch.ledger",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ResidentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FormSlug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    FormTitleFr = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    FormTitleEn = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Competence = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    CommuneCog = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    FiledAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HolderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RoutedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DeliveredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Alarm = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Held = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dispatch.ledger", x => x.RequestId);
                });

            migrationBuilder.CreateTable(
                name: "forms.draft",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ResidentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PortalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FormSlug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    FormVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    CommuneCog = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    Answers = table.Column<string>(type: "TEXT", nullable: false),
                    Page = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Saves = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_forms.draft", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "forms.draft_deadline",
                columns: table => new
                {
                    DraftId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ResidentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LookAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_forms.draft_deadline", x => x.DraftId);
                });

            migrationBuilder.CreateTable(
                name: "forms.form_version",
                columns: table => new
                {
                    Slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Definition = table.Column<string>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_forms.form_version", x => new { x.Slug, x.Version });
                });

            migrationBuilder.CreateTable(
                name: "forms.request",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ResidentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FormSlug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    FormVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    TitleFr = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    PortalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommuneCog = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    ApplicantEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    FiledAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HolderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    HolderName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    StateSince = table.Column<long>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    SilenceOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SilenceSaidAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Changes = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_forms.request", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "forms.request_event",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ResidentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Details = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_forms.request_event", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "forms.theme",
                columns: table => new
                {
                    Slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_forms.theme", x => x.Slug);
                });

            migrationBuilder.CreateTable(
                name: "forms.upload",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ResidentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    UploadedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DraftId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_forms.upload", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "identity.account",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Civility = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    FirstName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    LastName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Residence_Street = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Residence_Complement = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Residence_Postcode = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Residence_City = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Residence_Cog = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<long>(type: "INTEGER", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity.account", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "identity.oidc_client",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationType = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    ClientId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ClientSecret = table.Column<string>(type: "TEXT", nullable: true),
                    ClientType = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    ConcurrencyToken = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    ConsentType = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    DisplayNames = table.Column<string>(type: "TEXT", nullable: true),
                    JsonWebKeySet = table.Column<string>(type: "TEXT", nullable: true),
                    Permissions = table.Column<string>(type: "TEXT", nullable: true),
                    PostLogoutRedirectUris = table.Column<string>(type: "TEXT", nullable: true),
                    Properties = table.Column<string>(type: "TEXT", nullable: true),
                    RedirectUris = table.Column<string>(type: "TEXT", nullable: true),
                    Requirements = table.Column<string>(type: "TEXT", nullable: true),
                    Settings = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity.oidc_client", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "identity.oidc_scope",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConcurrencyToken = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Description = table.Column<string>(type: "TEXT", nullable: true),
                    Descriptions = table.Column<string>(type: "TEXT", nullable: true),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    DisplayNames = table.Column<string>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Properties = table.Column<string>(type: "TEXT", nullable: true),
                    Resources = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity.oidc_scope", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "identity.provider_key",
                columns: table => new
                {
                    Use = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Protected = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity.provider_key", x => x.Use);
                });

            migrationBuilder.CreateTable(
                name: "identity.registration",
                columns: table => new
                {
                    KeyHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    FirstName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    LastName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Start = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity.registration", x => x.KeyHash);
                });

            migrationBuilder.CreateTable(
                name: "platform.data_protection_key",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", nullable: true),
                    Xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform.data_protection_key", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform.inbox",
                columns: table => new
                {
                    Consumer = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    MessageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConsumedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform.inbox", x => new { x.Consumer, x.MessageId });
                });

            migrationBuilder.CreateTable(
                name: "platform.mail",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    FromName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform.mail", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform.marker",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform.marker", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "platform.outbox",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Consumer = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    AdministrationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TraceParent = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform.outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform.revision",
                columns: table => new
                {
                    Register = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Stamp = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform.revision", x => x.Register);
                });

            migrationBuilder.CreateTable(
                name: "platform.secret",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Protected = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform.secret", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "tenancy.administration",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Siren = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 63, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ShortName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SearchedAs = table.Column<string>(type: "TEXT", maxLength: 301, nullable: false),
                    Cog = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    Primary = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    Accent = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    Service = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    HoursFr = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    HoursEn = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    DataProtectionOfficer = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tenancy.administration", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "tenancy.commune",
                columns: table => new
                {
                    Cog = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Postcodes = table.Column<string>(type: "TEXT", nullable: false),
                    Population = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tenancy.commune", x => x.Cog);
                });

            migrationBuilder.CreateTable(
                name: "cases.case_content",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AdministrationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Filed = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases.case_content", x => x.CaseId);
                    table.ForeignKey(
                        name: "FK_cases.case_content_cases.case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases.case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases.case_event",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AdministrationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ActorKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ActorTitle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Why = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Whom = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SilenceOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases.case_event", x => x.Id);
                    table.ForeignKey(
                        name: "FK_cases.case_event_cases.case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases.case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases.case_message",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AdministrationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AuthorName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AuthorTitle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    AnswersWish = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases.case_message", x => new { x.CaseId, x.Id });
                    table.ForeignKey(
                        name: "FK_cases.case_message_cases.case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases.case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases.case_piece",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AdministrationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MessageId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Label = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases.case_piece", x => new { x.CaseId, x.Id });
                    table.ForeignKey(
                        name: "FK_cases.case_piece_cases.case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases.case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases.internal_note",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AdministrationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases.internal_note", x => x.Id);
                    table.ForeignKey(
                        name: "FK_cases.internal_note_cases.case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases.case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases.pieces_request",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AdministrationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases.pieces_request", x => x.Id);
                    table.ForeignKey(
                        name: "FK_cases.pieces_request_cases.case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases.case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dispatch.competence_assignment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Competence = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    HolderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Communes = table.Column<string>(type: "TEXT", nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LegalAct = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dispatch.competence_assignment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_dispatch.competence_assignment_dispatch.competence_Competence",
                        column: x => x.Competence,
                        principalTable: "dispatch.competence",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dispatch.custody",
                columns: table => new
                {
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AdministrationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dispatch.custody", x => new { x.RequestId, x.From });
                    table.ForeignKey(
                        name: "FK_dispatch.custody_dispatch.ledger_RequestId",
                        column: x => x.RequestId,
                        principalTable: "dispatch.ledger",
                        principalColumn: "RequestId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dispatch.routing_decision",
                columns: table => new
                {
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    HolderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Finding = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LegalAct = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Trace = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dispatch.routing_decision", x => new { x.RequestId, x.DecidedAt });
                    table.ForeignKey(
                        name: "FK_dispatch.routing_decision_dispatch.ledger_RequestId",
                        column: x => x.RequestId,
                        principalTable: "dispatch.ledger",
                        principalColumn: "RequestId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity.account_role",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AdministrationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Teams = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity.account_role", x => x.Id);
                    table.ForeignKey(
                        name: "FK_identity.account_role_identity.account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "identity.account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity.session",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Device = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastSeenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity.session", x => x.Id);
                    table.ForeignKey(
                        name: "FK_identity.session_identity.account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "identity.account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity.oidc_authorization",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ConcurrencyToken = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    CreationDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Properties = table.Column<string>(type: "TEXT", nullable: true),
                    Scopes = table.Column<string>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Type = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity.oidc_authorization", x => x.Id);
                    table.ForeignKey(
                        name: "FK_identity.oidc_authorization_identity.oidc_client_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "identity.oidc_client",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "tenancy.host_name",
                columns: table => new
                {
                    Host = table.Column<string>(type: "TEXT", maxLength: 253, nullable: false),
                    AdministrationId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tenancy.host_name", x => x.Host);
                    table.ForeignKey(
                        name: "FK_tenancy.host_name_tenancy.administration_AdministrationId",
                        column: x => x.AdministrationId,
                        principalTable: "tenancy.administration",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tenancy.territory_member",
                columns: table => new
                {
                    AdministrationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Cog = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tenancy.territory_member", x => new { x.AdministrationId, x.Cog, x.Since });
                    table.ForeignKey(
                        name: "FK_tenancy.territory_member_tenancy.administration_AdministrationId",
                        column: x => x.AdministrationId,
                        principalTable: "tenancy.administration",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_tenancy.territory_member_tenancy.commune_Cog",
                        column: x => x.Cog,
                        principalTable: "tenancy.commune",
                        principalColumn: "Cog",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "identity.session_ticket",
                columns: table => new
                {
                    KeyHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Host = table.Column<string>(type: "TEXT", maxLength: 253, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity.session_ticket", x => x.KeyHash);
                    table.ForeignKey(
                        name: "FK_identity.session_ticket_identity.session_SessionId",
                        column: x => x.SessionId,
                        principalTable: "identity.session",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity.oidc_token",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AuthorizationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ConcurrencyToken = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    CreationDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ExpirationDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Payload = table.Column<string>(type: "TEXT", nullable: true),
                    Properties = table.Column<string>(type: "TEXT", nullable: true),
                    RedemptionDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReferenceId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Type = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity.oidc_token", x => x.Id);
                    table.ForeignKey(
                        name: "FK_identity.oidc_token_identity.oidc_authorization_AuthorizationId",
                        column: x => x.AuthorizationId,
                        principalTable: "identity.oidc_authorization",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_identity.oidc_token_identity.oidc_client_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "identity.oidc_client",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_cases.case_AdministrationId_AssigneeId_Pile_Place_Id",
                table: "cases.case",
                columns: new[] { "AdministrationId", "AssigneeId", "Pile", "Place", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_cases.case_AdministrationId_FormSlug_Pile_Place_Id",
                table: "cases.case",
                columns: new[] { "AdministrationId", "FormSlug", "Pile", "Place", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_cases.case_AdministrationId_Pile_Place_Id_AwaitsAgentFrom_Search",
                table: "cases.case",
                columns: new[] { "AdministrationId", "Pile", "Place", "Id", "AwaitsAgentFrom", "Search" });

            migrationBuilder.CreateIndex(
                name: "IX_cases.case_AdministrationId_RequestId",
                table: "cases.case",
                columns: new[] { "AdministrationId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cases.case_AdministrationId_State_Pile_Place_Id",
                table: "cases.case",
                columns: new[] { "AdministrationId", "State", "Pile", "Place", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_cases.case_AdministrationId_Team_Pile_Place_Id",
                table: "cases.case",
                columns: new[] { "AdministrationId", "Team", "Pile", "Place", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_cases.case_event_CaseId_Sequence",
                table: "cases.case_event",
                columns: new[] { "CaseId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cases.case_message_CaseId_At",
                table: "cases.case_message",
                columns: new[] { "CaseId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_cases.internal_note_CaseId_At",
                table: "cases.internal_note",
                columns: new[] { "CaseId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_cases.pieces_request_CaseId",
                table: "cases.pieces_request",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_dispatch.competence_assignment_Competence_HolderId_Since",
                table: "dispatch.competence_assignment",
                columns: new[] { "Competence", "HolderId", "Since" });

            migrationBuilder.CreateIndex(
                name: "IX_dispatch.ledger_Alarm",
                table: "dispatch.ledger",
                column: "Alarm",
                filter: "\"Alarm\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_dispatch.ledger_FiledAt_Number",
                table: "dispatch.ledger",
                columns: new[] { "FiledAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_dispatch.ledger_HolderId_FiledAt_Number",
                table: "dispatch.ledger",
                columns: new[] { "HolderId", "FiledAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_dispatch.ledger_HolderId_State",
                table: "dispatch.ledger",
                columns: new[] { "HolderId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_dispatch.ledger_Number",
                table: "dispatch.ledger",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dispatch.ledger_State_FiledAt_Number",
                table: "dispatch.ledger",
                columns: new[] { "State", "FiledAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_forms.draft_ResidentId_FormSlug_PortalId",
                table: "forms.draft",
                columns: new[] { "ResidentId", "FormSlug", "PortalId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_forms.draft_deadline_LookAt",
                table: "forms.draft_deadline",
                column: "LookAt");

            migrationBuilder.CreateIndex(
                name: "IX_forms.request_Number",
                table: "forms.request",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_forms.request_ResidentId_FiledAt",
                table: "forms.request",
                columns: new[] { "ResidentId", "FiledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_forms.request_event_RequestId_At",
                table: "forms.request_event",
                columns: new[] { "RequestId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_forms.upload_DraftId",
                table: "forms.upload",
                column: "DraftId");

            migrationBuilder.CreateIndex(
                name: "IX_forms.upload_RequestId",
                table: "forms.upload",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_identity.account_NormalizedEmail",
                table: "identity.account",
                column: "NormalizedEmail",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity.account_NormalizedUserName",
                table: "identity.account",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity.account_role_AccountId_AdministrationId",
                table: "identity.account_role",
                columns: new[] { "AccountId", "AdministrationId" });

            migrationBuilder.CreateIndex(
                name: "IX_identity.oidc_authorization_ApplicationId_Status_Subject_Type",
                table: "identity.oidc_authorization",
                columns: new[] { "ApplicationId", "Status", "Subject", "Type" });

            migrationBuilder.CreateIndex(
                name: "IX_identity.oidc_client_ClientId",
                table: "identity.oidc_client",
                column: "ClientId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity.oidc_scope_Name",
                table: "identity.oidc_scope",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity.oidc_token_ApplicationId_Status_Subject_Type",
                table: "identity.oidc_token",
                columns: new[] { "ApplicationId", "Status", "Subject", "Type" });

            migrationBuilder.CreateIndex(
                name: "IX_identity.oidc_token_AuthorizationId",
                table: "identity.oidc_token",
                column: "AuthorizationId");

            migrationBuilder.CreateIndex(
                name: "IX_identity.oidc_token_ReferenceId",
                table: "identity.oidc_token",
                column: "ReferenceId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity.registration_ExpiresAt",
                table: "identity.registration",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_identity.registration_NormalizedEmail",
                table: "identity.registration",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_identity.session_AccountId",
                table: "identity.session",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_identity.session_ExpiresAt",
                table: "identity.session",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_identity.session_ticket_SessionId",
                table: "identity.session_ticket",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_platform.inbox_ConsumedAt",
                table: "platform.inbox",
                column: "ConsumedAt");

            migrationBuilder.CreateIndex(
                name: "IX_platform.mail_SentAt_DueAt",
                table: "platform.mail",
                columns: new[] { "SentAt", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_platform.mail_WrittenAt",
                table: "platform.mail",
                column: "WrittenAt");

            migrationBuilder.CreateIndex(
                name: "IX_platform.outbox_DueAt",
                table: "platform.outbox",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_tenancy.administration_Kind_Cog",
                table: "tenancy.administration",
                columns: new[] { "Kind", "Cog" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tenancy.administration_Rank_ShortName_Slug",
                table: "tenancy.administration",
                columns: new[] { "Rank", "ShortName", "Slug" });

            migrationBuilder.CreateIndex(
                name: "IX_tenancy.administration_Siren",
                table: "tenancy.administration",
                column: "Siren",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tenancy.administration_Slug",
                table: "tenancy.administration",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tenancy.host_name_AdministrationId",
                table: "tenancy.host_name",
                column: "AdministrationId");

            migrationBuilder.CreateIndex(
                name: "IX_tenancy.territory_member_Cog",
                table: "tenancy.territory_member",
                column: "Cog");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cases.agent");

            migrationBuilder.DropTable(
                name: "cases.case_content");

            migrationBuilder.DropTable(
                name: "cases.case_event");

            migrationBuilder.DropTable(
                name: "cases.case_message");

            migrationBuilder.DropTable(
                name: "cases.case_piece");

            migrationBuilder.DropTable(
                name: "cases.internal_note");

            migrationBuilder.DropTable(
                name: "cases.known_form");

            migrationBuilder.DropTable(
                name: "cases.pieces_request");

            migrationBuilder.DropTable(
                name: "cases.team");

            migrationBuilder.DropTable(
                name: "dispatch.competence_assignment");

            migrationBuilder.DropTable(
                name: "dispatch.custody");

            migrationBuilder.DropTable(
                name: "dispatch.routing_decision");

            migrationBuilder.DropTable(
                name: "forms.draft");

            migrationBuilder.DropTable(
                name: "forms.draft_deadline");

            migrationBuilder.DropTable(
                name: "forms.form_version");

            migrationBuilder.DropTable(
                name: "forms.request");

            migrationBuilder.DropTable(
                name: "forms.request_event");

            migrationBuilder.DropTable(
                name: "forms.theme");

            migrationBuilder.DropTable(
                name: "forms.upload");

            migrationBuilder.DropTable(
                name: "identity.account_role");

            migrationBuilder.DropTable(
                name: "identity.oidc_scope");

            migrationBuilder.DropTable(
                name: "identity.oidc_token");

            migrationBuilder.DropTable(
                name: "identity.provider_key");

            migrationBuilder.DropTable(
                name: "identity.registration");

            migrationBuilder.DropTable(
                name: "identity.session_ticket");

            migrationBuilder.DropTable(
                name: "platform.data_protection_key");

            migrationBuilder.DropTable(
                name: "platform.inbox");

            migrationBuilder.DropTable(
                name: "platform.mail");

            migrationBuilder.DropTable(
                name: "platform.marker");

            migrationBuilder.DropTable(
                name: "platform.outbox");

            migrationBuilder.DropTable(
                name: "platform.revision");

            migrationBuilder.DropTable(
                name: "platform.secret");

            migrationBuilder.DropTable(
                name: "tenancy.host_name");

            migrationBuilder.DropTable(
                name: "tenancy.territory_member");

            migrationBuilder.DropTable(
                name: "cases.case");

            migrationBuilder.DropTable(
                name: "dispatch.competence");

            migrationBuilder.DropTable(
                name: "dispatch.ledger");

            migrationBuilder.DropTable(
                name: "identity.oidc_authorization");

            migrationBuilder.DropTable(
                name: "identity.session");

            migrationBuilder.DropTable(
                name: "tenancy.administration");

            migrationBuilder.DropTable(
                name: "tenancy.commune");

            migrationBuilder.DropTable(
                name: "identity.oidc_client");

            migrationBuilder.DropTable(
                name: "identity.account");
        }
    }
}
