using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Teleservices.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ParkedMessages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Failures",
                table: "platform.outbox",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "Forged",
                table: "platform.outbox",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "ParkedAt",
                table: "platform.outbox",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SentAt",
                table: "platform.outbox",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform.outbox_ParkedAt",
                table: "platform.outbox",
                column: "ParkedAt",
                filter: "\"ParkedAt\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_platform.outbox_ParkedAt",
                table: "platform.outbox");

            migrationBuilder.DropColumn(
                name: "Failures",
                table: "platform.outbox");

            migrationBuilder.DropColumn(
                name: "Forged",
                table: "platform.outbox");

            migrationBuilder.DropColumn(
                name: "ParkedAt",
                table: "platform.outbox");

            migrationBuilder.DropColumn(
                name: "SentAt",
                table: "platform.outbox");
        }
    }
}
