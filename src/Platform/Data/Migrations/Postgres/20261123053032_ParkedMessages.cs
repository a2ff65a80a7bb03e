using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Teleservices.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ParkedMessages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Failures",
                schema: "platform",
                table: "outbox",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "Forged",
                schema: "platform",
                table: "outbox",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ParkedAt",
                schema: "platform",
                table: "outbox",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "SentAt",
                schema: "platform",
                table: "outbox",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_ParkedAt",
                schema: "platform",
                table: "outbox",
                column: "ParkedAt",
                filter: "\"ParkedAt\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_outbox_ParkedAt",
                schema: "platform",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "Failures",
                schema: "platform",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "Forged",
                schema: "platform",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "ParkedAt",
                schema: "platform",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "SentAt",
                schema: "platform",
                table: "outbox");
        }
    }
}
