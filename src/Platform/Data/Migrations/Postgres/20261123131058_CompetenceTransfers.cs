using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Teleservices.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CompetenceTransfers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CommuneCog",
                schema: "forms",
                table: "draft_deadline",
                type: "character varying(5)",
                maxLength: 5,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FormSlug",
                schema: "forms",
                table: "draft_deadline",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "competence_transfer",
                schema: "dispatch",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Competence = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Communes = table.Column<string[]>(type: "character varying(5)[]", nullable: false),
                    ToId = table.Column<Guid>(type: "uuid", nullable: true),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    LegalAct = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    By = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    ScheduledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Added = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    Ended = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_competence_transfer", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "transferred_request",
                schema: "dispatch",
                columns: table => new
                {
                    TransferId = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FromId = table.Column<Guid>(type: "uuid", nullable: false),
                    ToId = table.Column<Guid>(type: "uuid", nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SettledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_transferred_request", x => new { x.TransferId, x.RequestId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_competence_transfer_State_On",
                schema: "dispatch",
                table: "competence_transfer",
                columns: new[] { "State", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_transferred_request_TransferId_Outcome",
                schema: "dispatch",
                table: "transferred_request",
                columns: new[] { "TransferId", "Outcome" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "competence_transfer",
                schema: "dispatch");

            migrationBuilder.DropTable(
                name: "transferred_request",
                schema: "dispatch");

            migrationBuilder.DropColumn(
                name: "CommuneCog",
                schema: "forms",
                table: "draft_deadline");

            migrationBuilder.DropColumn(
                name: "FormSlug",
                schema: "forms",
                table: "draft_deadline");
        }
    }
}
