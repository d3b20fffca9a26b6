using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LinesByPerson : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(name: "PK_entry", table: "entry");

            migrationBuilder.DropIndex(name: "ix_entry_corrected", table: "entry");

            migrationBuilder.DropIndex(name: "IX_entry_entity", table: "entry");

            migrationBuilder.DropIndex(name: "IX_entry_grouping", table: "entry");

            migrationBuilder.AddPrimaryKey(
                name: "PK_entry",
                table: "entry",
                columns: new[] { "person", "entity", "connection", "external_id", "rule", "dated", "revision" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_entry_corrected",
                table: "entry",
                column: "entity",
                filter: "reason IN ('correction', 'reversal.closed', 'imported.correction')"
            );

            migrationBuilder.CreateIndex(
                name: "ix_entry_reward",
                table: "entry",
                column: "entity",
                filter: "substr(entity, 1, 5) = 'goal:'"
            );

            migrationBuilder.CreateIndex(
                name: "ix_entry_without_place",
                table: "entry",
                column: "grouping",
                filter: "candidate <= 0 AND rule = 'quote.sent'"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(name: "PK_entry", table: "entry");

            migrationBuilder.DropIndex(name: "ix_entry_corrected", table: "entry");

            migrationBuilder.DropIndex(name: "ix_entry_reward", table: "entry");

            migrationBuilder.DropIndex(name: "ix_entry_without_place", table: "entry");

            migrationBuilder.AddPrimaryKey(
                name: "PK_entry",
                table: "entry",
                columns: new[] { "connection", "external_id", "rule", "person", "dated", "revision" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_entry_corrected",
                table: "entry",
                column: "entity",
                filter: "reason IN ('correction', 'reversal.closed')"
            );

            migrationBuilder.CreateIndex(name: "IX_entry_entity", table: "entry", column: "entity");

            migrationBuilder.CreateIndex(name: "IX_entry_grouping", table: "entry", column: "grouping", filter: "grouping IS NOT NULL");
        }
    }
}
