using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Teleservices.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HandOver : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_cases.pieces_request",
                table: "cases.pieces_request");

            migrationBuilder.DropIndex(
                name: "IX_cases.pieces_request_CaseId",
                table: "cases.pieces_request");

            migrationBuilder.AddColumn<long>(
                name: "RoutedAt",
                table: "forms.request",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "TimesGivenBack",
                table: "dispatch.ledger",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "CameFrom",
                table: "cases.case",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Competence",
                table: "cases.case",
                type: "TEXT",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "HandedAt",
                table: "cases.case",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "HandedTo",
                table: "cases.case",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsFinal",
                table: "cases.case",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Turn",
                table: "cases.case",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddPrimaryKey(
                name: "PK_cases.pieces_request",
                table: "cases.pieces_request",
                columns: new[] { "CaseId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_cases.pieces_request",
                table: "cases.pieces_request");

            migrationBuilder.DropColumn(
                name: "RoutedAt",
                table: "forms.request");

            migrationBuilder.DropColumn(
                name: "TimesGivenBack",
                table: "dispatch.ledger");

            migrationBuilder.DropColumn(
                name: "CameFrom",
                table: "cases.case");

            migrationBuilder.DropColumn(
                name: "Competence",
                table: "cases.case");

            migrationBuilder.DropColumn(
                name: "HandedAt",
                table: "cases.case");

            migrationBuilder.DropColumn(
                name: "HandedTo",
                table: "cases.case");

            migrationBuilder.DropColumn(
                name: "IsFinal",
                table: "cases.case");

            migrationBuilder.DropColumn(
                name: "Turn",
                table: "cases.case");

            migrationBuilder.AddPrimaryKey(
                name: "PK_cases.pieces_request",
                table: "cases.pieces_request",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_cases.pieces_request_CaseId",
                table: "cases.pieces_request",
                column: "CaseId");
        }
    }
}
