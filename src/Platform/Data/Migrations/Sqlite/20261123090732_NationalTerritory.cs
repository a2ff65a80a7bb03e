using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Teleservices.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NationalTerritory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Departement",
                table: "tenancy.commune",
                type: "TEXT",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Siren",
                table: "tenancy.commune",
                type: "TEXT",
                maxLength: 9,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Each",
                table: "dispatch.competence_assignment",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Commune");

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "dispatch.competence_assignment",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "tenancy.commune_succession",
                columns: table => new
                {
                    Cog = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Successor = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tenancy.commune_succession", x => new { x.Cog, x.Since });
                });

            migrationBuilder.CreateTable(
                name: "tenancy.epci_member",
                columns: table => new
                {
                    Siren = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Cog = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tenancy.epci_member", x => new { x.Siren, x.Cog, x.Since });
                });

            migrationBuilder.CreateTable(
                name: "tenancy.public_body",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Siren = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Nature = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tenancy.public_body", x => new { x.Kind, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "tenancy.territory_edition",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ImportedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Attribution = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Differences = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tenancy.territory_edition", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_tenancy.commune_Departement",
                table: "tenancy.commune",
                column: "Departement");

            migrationBuilder.CreateIndex(
                name: "IX_tenancy.epci_member_Cog",
                table: "tenancy.epci_member",
                column: "Cog");

            migrationBuilder.CreateIndex(
                name: "IX_tenancy.public_body_Siren",
                table: "tenancy.public_body",
                column: "Siren");

            migrationBuilder.CreateIndex(
                name: "IX_tenancy.territory_edition_ValidFrom",
                table: "tenancy.territory_edition",
                column: "ValidFrom");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "tenancy.commune_succession");

            migrationBuilder.DropTable(
                name: "tenancy.epci_member");

            migrationBuilder.DropTable(
                name: "tenancy.public_body");

            migrationBuilder.DropTable(
                name: "tenancy.territory_edition");

            migrationBuilder.DropIndex(
                name: "IX_tenancy.commune_Departement",
                table: "tenancy.commune");

            migrationBuilder.DropColumn(
                name: "Departement",
                table: "tenancy.commune");

            migrationBuilder.DropColumn(
                name: "Siren",
                table: "tenancy.commune");

            migrationBuilder.DropColumn(
                name: "Each",
                table: "dispatch.competence_assignment");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "dispatch.competence_assignment");
        }
    }
}
