using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Teleservices.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FormSettings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FormTeam",
                table: "cases.case",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "cases.form_team",
                columns: table => new
                {
                    AdministrationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FormSlug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Team = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    NameFr = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ChosenAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases.form_team", x => new { x.AdministrationId, x.FormSlug });
                });

            migrationBuilder.CreateTable(
                name: "forms.form_setting",
                columns: table => new
                {
                    AdministrationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FormSlug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    IsOn = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: true),
                    Options = table.Column<string>(type: "TEXT", nullable: false),
                    Changes = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_forms.form_setting", x => new { x.AdministrationId, x.FormSlug });
                });

            migrationBuilder.CreateTable(
                name: "forms.setting_change",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AdministrationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FormSlug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Offer = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_forms.setting_change", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_forms.setting_change_AdministrationId_FormSlug_Number",
                table: "forms.setting_change",
                columns: new[] { "AdministrationId", "FormSlug", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cases.form_team");

            migrationBuilder.DropTable(
                name: "forms.form_setting");

            migrationBuilder.DropTable(
                name: "forms.setting_change");

            migrationBuilder.DropColumn(
                name: "FormTeam",
                table: "cases.case");
        }
    }
}
