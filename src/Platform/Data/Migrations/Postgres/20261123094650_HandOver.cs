using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Teleservices.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class HandOver : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_pieces_request",
                schema: "cases",
                table: "pieces_request");

            migrationBuilder.DropIndex(
                name: "IX_pieces_request_CaseId",
                schema: "cases",
                table: "pieces_request");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "RoutedAt",
                schema: "forms",
                table: "request",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<int>(
                name: "TimesGivenBack",
                schema: "dispatch",
                table: "ledger",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "CameFrom",
                schema: "cases",
                table: "case",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Competence",
                schema: "cases",
                table: "case",
                type: "character varying(60)",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "HandedAt",
                schema: "cases",
                table: "case",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "HandedTo",
                schema: "cases",
                table: "case",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsFinal",
                schema: "cases",
                table: "case",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Turn",
                schema: "cases",
                table: "case",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddPrimaryKey(
                name: "PK_pieces_request",
                schema: "cases",
                table: "pieces_request",
                columns: new[] { "CaseId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_pieces_request",
                schema: "cases",
                table: "pieces_request");

            migrationBuilder.DropColumn(
                name: "RoutedAt",
                schema: "forms",
                table: "request");

            migrationBuilder.DropColumn(
                name: "TimesGivenBack",
                schema: "dispatch",
                table: "ledger");

            migrationBuilder.DropColumn(
                name: "CameFrom",
                schema: "cases",
                table: "case");

            migrationBuilder.DropColumn(
                name: "Competence",
                schema: "cases",
                table: "case");

            migrationBuilder.DropColumn(
                name: "HandedAt",
                schema: "cases",
                table: "case");

            migrationBuilder.DropColumn(
                name: "HandedTo",
                schema: "cases",
                table: "case");

            migrationBuilder.DropColumn(
                name: "IsFinal",
                schema: "cases",
                table: "case");

            migrationBuilder.DropColumn(
                name: "Turn",
                schema: "cases",
                table: "case");

            migrationBuilder.AddPrimaryKey(
                name: "PK_pieces_request",
                schema: "cases",
                table: "pieces_request",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_pieces_request_CaseId",
                schema: "cases",
                table: "pieces_request",
                column: "CaseId");
        }
    }
}
