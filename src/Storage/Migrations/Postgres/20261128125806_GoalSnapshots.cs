using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class GoalSnapshots : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "close_seal",
                columns: table => new
                {
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false),
                    closed_at = table.Column<long>(type: "bigint", nullable: false),
                    ledger = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    snapshot = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_close_seal", x => new { x.period, x.version });
                }
            );

            migrationBuilder.CreateTable(
                name: "goal_snapshot",
                columns: table => new
                {
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false),
                    goal = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    actual = table.Column<long>(type: "bigint", nullable: false),
                    target = table.Column<long>(type: "bigint", nullable: false),
                    attainment = table.Column<long>(type: "bigint", nullable: false),
                    replies = table.Column<int>(type: "integer", nullable: false),
                    @base = table.Column<long>(name: "base", type: "bigint", nullable: true),
                    super = table.Column<long>(type: "bigint", nullable: true),
                    mega = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_goal_snapshot",
                        x => new
                        {
                            x.period,
                            x.version,
                            x.goal,
                            x.subject,
                        }
                    );
                }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "close_seal");

            migrationBuilder.DropTable(name: "goal_snapshot");
        }
    }
}
