using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Teleservices.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CompetenceTransfers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CommuneCog",
                table: "forms.draft_deadline",
                type: "TEXT",
                maxLength: 5,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FormSlug",
                table: "forms.draft_deadline",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "dispatch.competence_transfer",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Competence = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Communes = table.Column<string>(type: "TEXT", nullable: false),
                    ToId = table.Column<Guid>(type: "TEXT", nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LegalAct = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    ScheduledAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Added = table.Column<string>(type: "TEXT", nullable: false),
                    Ended = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dispatch.competence_transfer", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "dispatch.transferred_request",
                columns: table => new
                {
                    TransferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FromId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SettledAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dispatch.transferred_request", x => new { x.TransferId, x.RequestId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_dispatch.competence_transfer_State_On",
                table: "dispatch.competence_transfer",
                columns: new[] { "State", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_dispatch.transferred_request_TransferId_Outcome",
                table: "dispatch.transferred_request",
                columns: new[] { "TransferId", "Outcome" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "dispatch.competence_transfer");

            migrationBuilder.DropTable(
                name: "dispatch.transferred_request");

            migrationBuilder.DropColumn(
                name: "CommuneCog",
                table: "forms.draft_deadline");

            migrationBuilder.DropColumn(
                name: "FormSlug",
                table: "forms.draft_deadline");
        }
    }
}
