using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Teleservices.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class NationalTerritory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Each",
                schema: "dispatch",
                table: "competence_assignment",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Commune");

            migrationBuilder.AddColumn<string>(
                name: "Note",
                schema: "dispatch",
                table: "competence_assignment",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Departement",
                schema: "tenancy",
                table: "commune",
                type: "character varying(3)",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Siren",
                schema: "tenancy",
                table: "commune",
                type: "character varying(9)",
                maxLength: 9,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "commune_succession",
                schema: "tenancy",
                columns: table => new
                {
                    Cog = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    Successor = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_commune_succession", x => new { x.Cog, x.Since });
                });

            migrationBuilder.CreateTable(
                name: "epci_member",
                schema: "tenancy",
                columns: table => new
                {
                    Siren = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    Cog = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_epci_member", x => new { x.Siren, x.Cog, x.Since });
                });

            migrationBuilder.CreateTable(
                name: "public_body",
                schema: "tenancy",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    Siren = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Nature = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    Until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_public_body", x => new { x.Kind, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "territory_edition",
                schema: "tenancy",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ImportedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Attribution = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Differences = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_territory_edition", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_commune_Departement",
                schema: "tenancy",
                table: "commune",
                column: "Departement");

            migrationBuilder.CreateIndex(
                name: "IX_epci_member_Cog",
                schema: "tenancy",
                table: "epci_member",
                column: "Cog");

            migrationBuilder.CreateIndex(
                name: "IX_public_body_Siren",
                schema: "tenancy",
                table: "public_body",
                column: "Siren");

            migrationBuilder.CreateIndex(
                name: "IX_territory_edition_ValidFrom",
                schema: "tenancy",
                table: "territory_edition",
                column: "ValidFrom");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "commune_succession",
                schema: "tenancy");

            migrationBuilder.DropTable(
                name: "epci_member",
                schema: "tenancy");

            migrationBuilder.DropTable(
                name: "public_body",
                schema: "tenancy");

            migrationBuilder.DropTable(
                name: "territory_edition",
                schema: "tenancy");

            migrationBuilder.DropIndex(
                name: "IX_commune_Departement",
                schema: "tenancy",
                table: "commune");

            migrationBuilder.DropColumn(
                name: "Each",
                schema: "dispatch",
                table: "competence_assignment");

            migrationBuilder.DropColumn(
                name: "Note",
                schema: "dispatch",
                table: "competence_assignment");

            migrationBuilder.DropColumn(
                name: "Departement",
                schema: "tenancy",
                table: "commune");

            migrationBuilder.DropColumn(
                name: "Siren",
                schema: "tenancy",
                table: "commune");
        }
    }
}
