using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class WholeFactsByPerson : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_fact_entity", table: "fact");

            migrationBuilder.CreateIndex(name: "IX_fact_entity_person", table: "fact", columns: new[] { "entity", "person" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_fact_entity_person", table: "fact");

            migrationBuilder.CreateIndex(name: "IX_fact_entity", table: "fact", column: "entity");
        }
    }
}
