using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Teleservices.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FormSettings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FormTeam",
                schema: "cases",
                table: "case",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "form_setting",
                schema: "forms",
                columns: table => new
                {
                    AdministrationId = table.Column<Guid>(type: "uuid", nullable: false),
                    FormSlug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    IsOn = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: true),
                    Options = table.Column<string>(type: "text", nullable: false),
                    Changes = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_form_setting", x => new { x.AdministrationId, x.FormSlug });
                });

            migrationBuilder.CreateTable(
                name: "form_team",
                schema: "cases",
                columns: table => new
                {
                    AdministrationId = table.Column<Guid>(type: "uuid", nullable: false),
                    FormSlug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Team = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    NameFr = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    NameEn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ChosenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_form_team", x => new { x.AdministrationId, x.FormSlug });
                });

            migrationBuilder.CreateTable(
                name: "setting_change",
                schema: "forms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AdministrationId = table.Column<Guid>(type: "uuid", nullable: false),
                    FormSlug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    ByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Offer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_setting_change", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_setting_change_AdministrationId_FormSlug_Number",
                schema: "forms",
                table: "setting_change",
                columns: new[] { "AdministrationId", "FormSlug", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "form_setting",
                schema: "forms");

            migrationBuilder.DropTable(
                name: "form_team",
                schema: "cases");

            migrationBuilder.DropTable(
                name: "setting_change",
                schema: "forms");

            migrationBuilder.DropColumn(
                name: "FormTeam",
                schema: "cases",
                table: "case");
        }
    }
}
