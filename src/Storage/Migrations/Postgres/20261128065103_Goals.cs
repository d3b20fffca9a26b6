using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Goals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "first_visit",
                columns: table => new
                {
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_first_visit", x => x.person);
                }
            );

            migrationBuilder.CreateTable(
                name: "goal",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    owner = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    metric = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created = table.Column<long>(type: "bigint", nullable: false),
                    archived = table.Column<long>(type: "bigint", nullable: true),
                    replacement = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    shared = table.Column<bool>(type: "boolean", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_goal", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "goal_pause",
                columns: table => new
                {
                    goal = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<int>(type: "integer", nullable: false),
                    paused_at = table.Column<long>(type: "bigint", nullable: false),
                    resumed_at = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_goal_pause", x => new { x.goal, x.number });
                }
            );

            migrationBuilder.CreateTable(
                name: "goal_progress",
                columns: table => new
                {
                    goal = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    actual = table.Column<long>(type: "bigint", nullable: false),
                    peak = table.Column<long>(type: "bigint", nullable: false),
                    last_credited = table.Column<long>(type: "bigint", nullable: false),
                    last_occurred = table.Column<long>(type: "bigint", nullable: false),
                    last_connection = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    last_external_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    crossed_credited = table.Column<long>(type: "bigint", nullable: true),
                    crossed_occurred = table.Column<long>(type: "bigint", nullable: true),
                    crossed_connection = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    crossed_external_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    target = table.Column<long>(type: "bigint", nullable: true),
                    replies = table.Column<int>(type: "integer", nullable: true),
                    unchanged = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_goal_progress",
                        x => new
                        {
                            x.goal,
                            x.subject,
                            x.period,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "goal_version",
                columns: table => new
                {
                    goal = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<int>(type: "integer", nullable: false),
                    holds_from = table.Column<int>(type: "integer", nullable: false),
                    target = table.Column<long>(type: "bigint", nullable: false),
                    made_at = table.Column<long>(type: "bigint", nullable: false),
                    made_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_goal_version", x => new { x.goal, x.number });
                }
            );

            migrationBuilder.CreateIndex(name: "IX_goal_subject", table: "goal", column: "subject");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "first_visit");

            migrationBuilder.DropTable(name: "goal");

            migrationBuilder.DropTable(name: "goal_pause");

            migrationBuilder.DropTable(name: "goal_progress");

            migrationBuilder.DropTable(name: "goal_version");
        }
    }
}
