using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PointRules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "point_rules",
                columns: table => new
                {
                    version = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<int>(type: "integer", nullable: true),
                    quote = table.Column<int>(type: "integer", nullable: false),
                    quotes_a_day = table.Column<int>(type: "integer", nullable: false),
                    deal = table.Column<int>(type: "integer", nullable: false),
                    reply = table.Column<int>(type: "integer", nullable: false),
                    reply_seconds = table.Column<int>(type: "integer", nullable: false),
                    fast_reply = table.Column<int>(type: "integer", nullable: false),
                    fast_reply_seconds = table.Column<int>(type: "integer", nullable: false),
                    replies_a_conversation_a_day = table.Column<int>(type: "integer", nullable: false),
                    replies_a_day = table.Column<int>(type: "integer", nullable: false),
                    active_day = table.Column<int>(type: "integer", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_point_rules", x => x.version);
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_fact_person_credited",
                table: "fact",
                columns: new[] { "person", "credited" },
                filter: "reason IS NOT NULL"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "point_rules");

            migrationBuilder.DropIndex(name: "IX_fact_person_credited", table: "fact");
        }
    }
}
