using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Teleservices.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class QueueByState : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_case_AdministrationId_State_Pile_Place_Id",
                schema: "cases",
                table: "case");

            migrationBuilder.CreateIndex(
                name: "IX_case_AdministrationId_State_Pile_Place_Id_AwaitsAgentFrom",
                schema: "cases",
                table: "case",
                columns: new[] { "AdministrationId", "State", "Pile", "Place", "Id", "AwaitsAgentFrom" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_case_AdministrationId_State_Pile_Place_Id_AwaitsAgentFrom",
                schema: "cases",
                table: "case");

            migrationBuilder.CreateIndex(
                name: "IX_case_AdministrationId_State_Pile_Place_Id",
                schema: "cases",
                table: "case",
                columns: new[] { "AdministrationId", "State", "Pile", "Place", "Id" });
        }
    }
}
