using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storage.Migrations.Sqlite
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
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<int>(type: "INTEGER", nullable: true),
                    quote = table.Column<int>(type: "INTEGER", nullable: false),
                    quotes_a_day = table.Column<int>(type: "INTEGER", nullable: false),
                    deal = table.Column<int>(type: "INTEGER", nullable: false),
                    reply = table.Column<int>(type: "INTEGER", nullable: false),
                    reply_seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    fast_reply = table.Column<int>(type: "INTEGER", nullable: false),
                    fast_reply_seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    replies_a_conversation_a_day = table.Column<int>(type: "INTEGER", nullable: false),
                    replies_a_day = table.Column<int>(type: "INTEGER", nullable: false),
                    active_day = table.Column<int>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: true),
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
