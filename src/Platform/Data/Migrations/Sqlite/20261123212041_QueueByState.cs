using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Teleservices.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class QueueByState : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_cases.case_AdministrationId_State_Pile_Place_Id",
                table: "cases.case");

            migrationBuilder.CreateIndex(
                name: "IX_cases.case_AdministrationId_State_Pile_Place_Id_AwaitsAgentFrom",
                table: "cases.case",
                columns: new[] { "AdministrationId", "State", "Pile", "Place", "Id", "AwaitsAgentFrom" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_cases.case_AdministrationId_State_Pile_Place_Id_AwaitsAgentFrom",
                table: "cases.case");

            migrationBuilder.CreateIndex(
                name: "IX_cases.case_AdministrationId_State_Pile_Place_Id",
                table: "cases.case",
                columns: new[] { "AdministrationId", "State", "Pile", "Place", "Id" });
        }
    }
}
