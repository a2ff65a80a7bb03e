using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Teleservices.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "identity");

            migrationBuilder.EnsureSchema(
                name: "tenancy");

            migrationBuilder.EnsureSchema(
                name: "cases");

            migrationBuilder.EnsureSchema(
                name: "dispatch");

            migrationBuilder.EnsureSchema(
                name: "platform");

            migrationBuilder.EnsureSchema(
                name: "forms");

            migrationBuilder.CreateTable(
                name: "account",
                schema: "identity",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Civility = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    FirstName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    LastName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Residence_Street = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Residence_Complement = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Residence_Postcode = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    Residence_City = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Residence_Cog = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    UserName = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SecurityStamp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    PhoneNumber = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "administration",
                schema: "tenancy",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Siren = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Rank = table.Column<int>(type: "integer", nullable: false),
                    Slug = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ShortName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    SearchedAs = table.Column<string>(type: "character varying(301)", maxLength: 301, nullable: false),
                    Cog = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    Primary = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    Accent = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    Service = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    Phone = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Address = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    HoursFr = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    HoursEn = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    DataProtectionOfficer = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_administration", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "agent",
                schema: "cases",
                columns: table => new
                {
                    AdministrationId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Manager = table.Column<bool>(type: "boolean", nullable: false),
                    Teams = table.Column<List<string>>(type: "text[]", nullable: false),
                    LeftAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agent", x => new { x.AdministrationId, x.AccountId });
                });

            migrationBuilder.CreateTable(
                name: "case",
                schema: "cases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AdministrationId = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ApplicantId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ApplicantName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ApplicantEmail = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    ApplicantPhone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ApplicantAddress = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Search = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    FormSlug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    FormVersion = table.Column<int>(type: "integer", nullable: false),
                    FormTitleFr = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    FormTitleEn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Team = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    CommuneCog = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    CommuneName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    LegalAct = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    RetentionMonths = table.Column<int>(type: "integer", nullable: false),
                    FiledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RoutedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SilenceRegime = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SilenceMonths = table.Column<int>(type: "integer", nullable: false),
                    SilenceDays = table.Column<int>(type: "integer", nullable: false),
                    SilenceBasis = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AssigneeId = table.Column<Guid>(type: "uuid", nullable: true),
                    HasNews = table.Column<bool>(type: "boolean", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Reason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SilenceOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Pile = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AwaitsAgentFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Place = table.Column<long>(type: "bigint", nullable: false),
                    Steps = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "commune",
                schema: "tenancy",
                columns: table => new
                {
                    Cog = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Postcodes = table.Column<string[]>(type: "character varying(5)[]", nullable: false),
                    Population = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_commune", x => x.Cog);
                });

            migrationBuilder.CreateTable(
                name: "competence",
                schema: "dispatch",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    LabelFr = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    LabelEn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    UsualHolder = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    LegalAct = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_competence", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_key",
                schema: "platform",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FriendlyName = table.Column<string>(type: "text", nullable: true),
                    Xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_protection_key", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "draft",
                schema: "forms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ResidentId = table.Column<Guid>(type: "uuid", nullable: false),
                    PortalId = table.Column<Guid>(type: "uuid", nullable: false),
                    FormSlug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    FormVersion = table.Column<int>(type: "integer", nullable: false),
                    CommuneCog = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    Answers = table.Column<string>(type: "text", nullable: false),
                    Page = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Saves = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_draft", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "draft_deadline",
                schema: "forms",
                columns: table => new
                {
                    DraftId = table.Column<Guid>(type: "uuid", nullable: false),
                    ResidentId = table.Column<Guid>(type: "uuid", nullable: false),
                    LookAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_draft_deadline", x => x.DraftId);
                });

            migrationBuilder.CreateTable(
                name: "form_version",
                schema: "forms",
                columns: table => new
                {
                    Slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Definition = table.Column<string>(type: "text", nullable: false),
                    PublishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_form_version", x => new { x.Slug, x.Version });
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                schema: "platform",
                columns: table => new
                {
                    Consumer = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    MessageId = table.Column<Guid>(type: "uuid", nullable: false),
                    ConsumedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox", x => new { x.Consumer, x.MessageId });
                });

            migrationBuilder.CreateTable(
                name: "known_form",
                schema: "cases",
                columns: table => new
                {
                    AdministrationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    TitleFr = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    TitleEn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_form", x => new { x.AdministrationId, x.Slug });
                });

            migrationBuilder.CreateTable(
                name: "ledger",
                schema: "dispatch",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ResidentId = table.Column<Guid>(type: "uuid", nullable: false),
                    FormSlug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    FormTitleFr = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    FormTitleEn = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Competence = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    CommuneCog = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    FiledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    HolderId = table.Column<Guid>(type: "uuid", nullable: true),
                    RoutedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DeliveredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Alarm = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Held = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger", x => x.RequestId);
                });

            migrationBuilder.CreateTable(
                name: "mail",
                schema: "platform",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    To = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    FromName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LastError = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mail", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "marker",
                schema: "platform",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marker", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "oidc_client",
                schema: "identity",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationType = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    ClientId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    ClientSecret = table.Column<string>(type: "text", nullable: true),
                    ClientType = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    ConcurrencyToken = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    ConsentType = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    DisplayName = table.Column<string>(type: "text", nullable: true),
                    DisplayNames = table.Column<string>(type: "text", nullable: true),
                    JsonWebKeySet = table.Column<string>(type: "text", nullable: true),
                    Permissions = table.Column<string>(type: "text", nullable: true),
                    PostLogoutRedirectUris = table.Column<string>(type: "text", nullable: true),
                    Properties = table.Column<string>(type: "text", nullable: true),
                    RedirectUris = table.Column<string>(type: "text", nullable: true),
                    Requirements = table.Column<string>(type: "text", nullable: true),
                    Settings = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_oidc_client", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "oidc_scope",
                schema: "identity",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ConcurrencyToken = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    Description = table.Column<string>(type: "text", nullable: true),
                    Descriptions = table.Column<string>(type: "text", nullable: true),
                    DisplayName = table.Column<string>(type: "text", nullable: true),
                    DisplayNames = table.Column<string>(type: "text", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Properties = table.Column<string>(type: "text", nullable: true),
                    Resources = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_oidc_scope", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "platform",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Consumer = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Type = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false),
                    AdministrationId = table.Column<Guid>(type: "uuid", nullable: true),
                    TraceParent = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    LastError = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "provider_key",
                schema: "identity",
                columns: table => new
                {
                    Use = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Protected = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_provider_key", x => x.Use);
                });

            migrationBuilder.CreateTable(
                name: "registration",
                schema: "identity",
                columns: table => new
                {
                    KeyHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    NormalizedEmail = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    FirstName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    LastName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    PasswordHash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Start = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registration", x => x.KeyHash);
                });

            migrationBuilder.CreateTable(
                name: "request",
                schema: "forms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ResidentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FormSlug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    FormVersion = table.Column<int>(type: "integer", nullable: false),
                    TitleFr = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    TitleEn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    PortalId = table.Column<Guid>(type: "uuid", nullable: false),
                    CommuneCog = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    ApplicantEmail = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    Language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    FiledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    HolderId = table.Column<Guid>(type: "uuid", nullable: true),
                    HolderName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    StateSince = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    SilenceOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SilenceSaidAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Changes = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_request", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "request_event",
                schema: "forms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    ResidentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Details = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_request_event", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "revision",
                schema: "platform",
                columns: table => new
                {
                    Register = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Stamp = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_revision", x => x.Register);
                });

            migrationBuilder.CreateTable(
                name: "secret",
                schema: "platform",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Protected = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_secret", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "team",
                schema: "cases",
                columns: table => new
                {
                    AdministrationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    NameFr = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_team", x => new { x.AdministrationId, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "theme",
                schema: "forms",
                columns: table => new
                {
                    Slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_theme", x => x.Slug);
                });

            migrationBuilder.CreateTable(
                name: "upload",
                schema: "forms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ResidentId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileName = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    ContentType = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    UploadedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DraftId = table.Column<Guid>(type: "uuid", nullable: true),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_upload", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "account_role",
                schema: "identity",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    AdministrationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    Teams = table.Column<List<string>>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_role", x => x.Id);
                    table.ForeignKey(
                        name: "FK_account_role_account_AccountId",
                        column: x => x.AccountId,
                        principalSchema: "identity",
                        principalTable: "account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "session",
                schema: "identity",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Device = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastSeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_session", x => x.Id);
                    table.ForeignKey(
                        name: "FK_session_account_AccountId",
                        column: x => x.AccountId,
                        principalSchema: "identity",
                        principalTable: "account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "host_name",
                schema: "tenancy",
                columns: table => new
                {
                    Host = table.Column<string>(type: "character varying(253)", maxLength: 253, nullable: false),
                    AdministrationId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_host_name", x => x.Host);
                    table.ForeignKey(
                        name: "FK_host_name_administration_AdministrationId",
                        column: x => x.AdministrationId,
                        principalSchema: "tenancy",
                        principalTable: "administration",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_content",
                schema: "cases",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    AdministrationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Filed = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_content", x => x.CaseId);
                    table.ForeignKey(
                        name: "FK_case_content_case_CaseId",
                        column: x => x.CaseId,
                        principalSchema: "cases",
                        principalTable: "case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_event",
                schema: "cases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AdministrationId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ActorKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: true),
                    ActorName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ActorTitle = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Why = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Whom = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SilenceOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_event", x => x.Id);
                    table.ForeignKey(
                        name: "FK_case_event_case_CaseId",
                        column: x => x.CaseId,
                        principalSchema: "cases",
                        principalTable: "case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_message",
                schema: "cases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    AdministrationId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AuthorName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AuthorTitle = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Body = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AnswersWish = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_message", x => new { x.CaseId, x.Id });
                    table.ForeignKey(
                        name: "FK_case_message_case_CaseId",
                        column: x => x.CaseId,
                        principalSchema: "cases",
                        principalTable: "case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_piece",
                schema: "cases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    AdministrationId = table.Column<Guid>(type: "uuid", nullable: false),
                    MessageId = table.Column<Guid>(type: "uuid", nullable: true),
                    Label = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ReceivedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_piece", x => new { x.CaseId, x.Id });
                    table.ForeignKey(
                        name: "FK_case_piece_case_CaseId",
                        column: x => x.CaseId,
                        principalSchema: "cases",
                        principalTable: "case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "internal_note",
                schema: "cases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AdministrationId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: false),
                    AuthorName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_internal_note", x => x.Id);
                    table.ForeignKey(
                        name: "FK_internal_note_case_CaseId",
                        column: x => x.CaseId,
                        principalSchema: "cases",
                        principalTable: "case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pieces_request",
                schema: "cases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AdministrationId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AskedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pieces_request", x => x.Id);
                    table.ForeignKey(
                        name: "FK_pieces_request_case_CaseId",
                        column: x => x.CaseId,
                        principalSchema: "cases",
                        principalTable: "case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "territory_member",
                schema: "tenancy",
                columns: table => new
                {
                    AdministrationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Cog = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_territory_member", x => new { x.AdministrationId, x.Cog, x.Since });
                    table.ForeignKey(
                        name: "FK_territory_member_administration_AdministrationId",
                        column: x => x.AdministrationId,
                        principalSchema: "tenancy",
                        principalTable: "administration",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_territory_member_commune_Cog",
                        column: x => x.Cog,
                        principalSchema: "tenancy",
                        principalTable: "commune",
                        principalColumn: "Cog",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "competence_assignment",
                schema: "dispatch",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Competence = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    HolderId = table.Column<Guid>(type: "uuid", nullable: true),
                    Communes = table.Column<string[]>(type: "character varying(5)[]", nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    LegalAct = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_competence_assignment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_competence_assignment_competence_Competence",
                        column: x => x.Competence,
                        principalSchema: "dispatch",
                        principalTable: "competence",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "custody",
                schema: "dispatch",
                columns: table => new
                {
                    From = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    AdministrationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_custody", x => new { x.RequestId, x.From });
                    table.ForeignKey(
                        name: "FK_custody_ledger_RequestId",
                        column: x => x.RequestId,
                        principalSchema: "dispatch",
                        principalTable: "ledger",
                        principalColumn: "RequestId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "routing_decision",
                schema: "dispatch",
                columns: table => new
                {
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    HolderId = table.Column<Guid>(type: "uuid", nullable: true),
                    Finding = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    LegalAct = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Trace = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_routing_decision", x => new { x.RequestId, x.DecidedAt });
                    table.ForeignKey(
                        name: "FK_routing_decision_ledger_RequestId",
                        column: x => x.RequestId,
                        principalSchema: "dispatch",
                        principalTable: "ledger",
                        principalColumn: "RequestId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "oidc_authorization",
                schema: "identity",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: true),
                    ConcurrencyToken = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    CreationDate = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Properties = table.Column<string>(type: "text", nullable: true),
                    Scopes = table.Column<string>(type: "text", nullable: true),
                    Status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    Subject = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_oidc_authorization", x => x.Id);
                    table.ForeignKey(
                        name: "FK_oidc_authorization_oidc_client_ApplicationId",
                        column: x => x.ApplicationId,
                        principalSchema: "identity",
                        principalTable: "oidc_client",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "session_ticket",
                schema: "identity",
                columns: table => new
                {
                    KeyHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    SessionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Host = table.Column<string>(type: "character varying(253)", maxLength: 253, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_session_ticket", x => x.KeyHash);
                    table.ForeignKey(
                        name: "FK_session_ticket_session_SessionId",
                        column: x => x.SessionId,
                        principalSchema: "identity",
                        principalTable: "session",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "oidc_token",
                schema: "identity",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: true),
                    AuthorizationId = table.Column<Guid>(type: "uuid", nullable: true),
                    ConcurrencyToken = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    CreationDate = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ExpirationDate = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Payload = table.Column<string>(type: "text", nullable: true),
                    Properties = table.Column<string>(type: "text", nullable: true),
                    RedemptionDate = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReferenceId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    Subject = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Type = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_oidc_token", x => x.Id);
                    table.ForeignKey(
                        name: "FK_oidc_token_oidc_authorization_AuthorizationId",
                        column: x => x.AuthorizationId,
                        principalSchema: "identity",
                        principalTable: "oidc_authorization",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_oidc_token_oidc_client_ApplicationId",
                        column: x => x.ApplicationId,
                        principalSchema: "identity",
                        principalTable: "oidc_client",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_account_NormalizedEmail",
                schema: "identity",
                table: "account",
                column: "NormalizedEmail",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_account_NormalizedUserName",
                schema: "identity",
                table: "account",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_account_role_AccountId_AdministrationId",
                schema: "identity",
                table: "account_role",
                columns: new[] { "AccountId", "AdministrationId" });

            migrationBuilder.CreateIndex(
                name: "IX_administration_Kind_Cog",
                schema: "tenancy",
                table: "administration",
                columns: new[] { "Kind", "Cog" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_administration_Rank_ShortName_Slug",
                schema: "tenancy",
                table: "administration",
                columns: new[] { "Rank", "ShortName", "Slug" });

            migrationBuilder.CreateIndex(
                name: "IX_administration_Siren",
                schema: "tenancy",
                table: "administration",
                column: "Siren",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_administration_Slug",
                schema: "tenancy",
                table: "administration",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_AdministrationId_AssigneeId_Pile_Place_Id",
                schema: "cases",
                table: "case",
                columns: new[] { "AdministrationId", "AssigneeId", "Pile", "Place", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_case_AdministrationId_FormSlug_Pile_Place_Id",
                schema: "cases",
                table: "case",
                columns: new[] { "AdministrationId", "FormSlug", "Pile", "Place", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_case_AdministrationId_Pile_Place_Id_AwaitsAgentFrom_Search",
                schema: "cases",
                table: "case",
                columns: new[] { "AdministrationId", "Pile", "Place", "Id", "AwaitsAgentFrom", "Search" });

            migrationBuilder.CreateIndex(
                name: "IX_case_AdministrationId_RequestId",
                schema: "cases",
                table: "case",
                columns: new[] { "AdministrationId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_AdministrationId_State_Pile_Place_Id",
                schema: "cases",
                table: "case",
                columns: new[] { "AdministrationId", "State", "Pile", "Place", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_case_AdministrationId_Team_Pile_Place_Id",
                schema: "cases",
                table: "case",
                columns: new[] { "AdministrationId", "Team", "Pile", "Place", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_case_event_CaseId_Sequence",
                schema: "cases",
                table: "case_event",
                columns: new[] { "CaseId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_message_CaseId_At",
                schema: "cases",
                table: "case_message",
                columns: new[] { "CaseId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_competence_assignment_Competence_HolderId_Since",
                schema: "dispatch",
                table: "competence_assignment",
                columns: new[] { "Competence", "HolderId", "Since" });

            migrationBuilder.CreateIndex(
                name: "IX_draft_ResidentId_FormSlug_PortalId",
                schema: "forms",
                table: "draft",
                columns: new[] { "ResidentId", "FormSlug", "PortalId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_draft_deadline_LookAt",
                schema: "forms",
                table: "draft_deadline",
                column: "LookAt");

            migrationBuilder.CreateIndex(
                name: "IX_host_name_AdministrationId",
                schema: "tenancy",
                table: "host_name",
                column: "AdministrationId");

            migrationBuilder.CreateIndex(
                name: "IX_inbox_ConsumedAt",
                schema: "platform",
                table: "inbox",
                column: "ConsumedAt");

            migrationBuilder.CreateIndex(
                name: "IX_internal_note_CaseId_At",
                schema: "cases",
                table: "internal_note",
                columns: new[] { "CaseId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_Alarm",
                schema: "dispatch",
                table: "ledger",
                column: "Alarm",
                filter: "\"Alarm\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_FiledAt_Number",
                schema: "dispatch",
                table: "ledger",
                columns: new[] { "FiledAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_HolderId_FiledAt_Number",
                schema: "dispatch",
                table: "ledger",
                columns: new[] { "HolderId", "FiledAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_HolderId_State",
                schema: "dispatch",
                table: "ledger",
                columns: new[] { "HolderId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_Number",
                schema: "dispatch",
                table: "ledger",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_State_FiledAt_Number",
                schema: "dispatch",
                table: "ledger",
                columns: new[] { "State", "FiledAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_mail_SentAt_DueAt",
                schema: "platform",
                table: "mail",
                columns: new[] { "SentAt", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_mail_WrittenAt",
                schema: "platform",
                table: "mail",
                column: "WrittenAt");

            migrationBuilder.CreateIndex(
                name: "IX_oidc_authorization_ApplicationId_Status_Subject_Type",
                schema: "identity",
                table: "oidc_authorization",
                columns: new[] { "ApplicationId", "Status", "Subject", "Type" });

            migrationBuilder.CreateIndex(
                name: "IX_oidc_client_ClientId",
                schema: "identity",
                table: "oidc_client",
                column: "ClientId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_oidc_scope_Name",
                schema: "identity",
                table: "oidc_scope",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_oidc_token_ApplicationId_Status_Subject_Type",
                schema: "identity",
                table: "oidc_token",
                columns: new[] { "ApplicationId", "Status", "Subject", "Type" });

            migrationBuilder.CreateIndex(
                name: "IX_oidc_token_AuthorizationId",
                schema: "identity",
                table: "oidc_token",
                column: "AuthorizationId");

            migrationBuilder.CreateIndex(
                name: "IX_oidc_token_ReferenceId",
                schema: "identity",
                table: "oidc_token",
                column: "ReferenceId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_DueAt",
                schema: "platform",
                table: "outbox",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_pieces_request_CaseId",
                schema: "cases",
                table: "pieces_request",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_registration_ExpiresAt",
                schema: "identity",
                table: "registration",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_registration_NormalizedEmail",
                schema: "identity",
                table: "registration",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_request_Number",
                schema: "forms",
                table: "request",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_request_ResidentId_FiledAt",
                schema: "forms",
                table: "request",
                columns: new[] { "ResidentId", "FiledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_request_event_RequestId_At",
                schema: "forms",
                table: "request_event",
                columns: new[] { "RequestId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_session_AccountId",
                schema: "identity",
                table: "session",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_session_ExpiresAt",
                schema: "identity",
                table: "session",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_session_ticket_SessionId",
                schema: "identity",
                table: "session_ticket",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_territory_member_Cog",
                schema: "tenancy",
                table: "territory_member",
                column: "Cog");

            migrationBuilder.CreateIndex(
                name: "IX_upload_DraftId",
                schema: "forms",
                table: "upload",
                column: "DraftId");

            migrationBuilder.CreateIndex(
                name: "IX_upload_RequestId",
                schema: "forms",
                table: "upload",
                column: "RequestId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_role",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "agent",
                schema: "cases");

            migrationBuilder.DropTable(
                name: "case_content",
                schema: "cases");

            migrationBuilder.DropTable(
                name: "case_event",
                schema: "cases");

            migrationBuilder.DropTable(
                name: "case_message",
                schema: "cases");

            migrationBuilder.DropTable(
                name: "case_piece",
                schema: "cases");

            migrationBuilder.DropTable(
                name: "competence_assignment",
                schema: "dispatch");

            migrationBuilder.DropTable(
                name: "custody",
                schema: "dispatch");

            migrationBuilder.DropTable(
                name: "data_protection_key",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "draft",
                schema: "forms");

            migrationBuilder.DropTable(
                name: "draft_deadline",
                schema: "forms");

            migrationBuilder.DropTable(
                name: "form_version",
                schema: "forms");

            migrationBuilder.DropTable(
                name: "host_name",
                schema: "tenancy");

            migrationBuilder.DropTable(
                name: "inbox",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "internal_note",
                schema: "cases");

            migrationBuilder.DropTable(
                name: "known_form",
                schema: "cases");

            migrationBuilder.DropTable(
                name: "mail",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "marker",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "oidc_scope",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "oidc_token",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "pieces_request",
                schema: "cases");

            migrationBuilder.DropTable(
                name: "provider_key",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "registration",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "request",
                schema: "forms");

            migrationBuilder.DropTable(
                name: "request_event",
                schema: "forms");

            migrationBuilder.DropTable(
                name: "revision",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "routing_decision",
                schema: "dispatch");

            migrationBuilder.DropTable(
                name: "secret",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "session_ticket",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "team",
                schema: "cases");

            migrationBuilder.DropTable(
                name: "territory_member",
                schema: "tenancy");

            migrationBuilder.DropTable(
                name: "theme",
                schema: "forms");

            migrationBuilder.DropTable(
                name: "upload",
                schema: "forms");

            migrationBuilder.DropTable(
                name: "competence",
                schema: "dispatch");

            migrationBuilder.DropTable(
                name: "oidc_authorization",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "case",
                schema: "cases");

            migrationBuilder.DropTable(
                name: "ledger",
                schema: "dispatch");

            migrationBuilder.DropTable(
                name: "session",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "administration",
                schema: "tenancy");

            migrationBuilder.DropTable(
                name: "commune",
                schema: "tenancy");

            migrationBuilder.DropTable(
                name: "oidc_client",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "account",
                schema: "identity");
        }
    }
}
