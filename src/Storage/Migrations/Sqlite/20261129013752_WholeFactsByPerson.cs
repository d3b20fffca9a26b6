using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WholeFactsByPerson : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_fact_entity", table: "fact");

            migrationBuilder.DropIndex(name: "IX_fact_person_entity", table: "fact");

            migrationBuilder.CreateIndex(
                name: "ix_fact_by_person",
                table: "fact",
                columns: new[]
                {
                    "person",
                    "entity",
                    "connection",
                    "external_id",
                    "accepted",
                    "amount",
                    "claimed_amount",
                    "claimed_occurred",
                    "credited",
                    "currency",
                    "detail",
                    "grouping",
                    "kind",
                    "occurred",
                    "owner",
                    "rates",
                    "reason",
                    "received",
                    "source",
                    "state",
                }
            );

            migrationBuilder.CreateIndex(name: "IX_fact_entity_person", table: "fact", columns: new[] { "entity", "person" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_fact_by_person", table: "fact");

            migrationBuilder.DropIndex(name: "IX_fact_entity_person", table: "fact");

            migrationBuilder.CreateIndex(name: "IX_fact_entity", table: "fact", column: "entity");

            migrationBuilder.CreateIndex(name: "IX_fact_person_entity", table: "fact", columns: new[] { "person", "entity" });
        }
    }
}
