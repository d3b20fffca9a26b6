using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storage.Migrations.Sqlite
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
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
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
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: true),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    metric = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    created = table.Column<long>(type: "INTEGER", nullable: false),
                    archived = table.Column<long>(type: "INTEGER", nullable: true),
                    replacement = table.Column<string>(type: "TEXT", nullable: true),
                    shared = table.Column<bool>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
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
                    goal = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    paused_at = table.Column<long>(type: "INTEGER", nullable: false),
                    resumed_at = table.Column<long>(type: "INTEGER", nullable: true),
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
                    goal = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", nullable: false),
                    actual = table.Column<long>(type: "INTEGER", nullable: false),
                    peak = table.Column<long>(type: "INTEGER", nullable: false),
                    last_credited = table.Column<long>(type: "INTEGER", nullable: false),
                    last_occurred = table.Column<long>(type: "INTEGER", nullable: false),
                    last_connection = table.Column<string>(type: "TEXT", nullable: false),
                    last_external_id = table.Column<string>(type: "TEXT", nullable: false),
                    crossed_credited = table.Column<long>(type: "INTEGER", nullable: true),
                    crossed_occurred = table.Column<long>(type: "INTEGER", nullable: true),
                    crossed_connection = table.Column<string>(type: "TEXT", nullable: true),
                    crossed_external_id = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: true),
                    target = table.Column<long>(type: "INTEGER", nullable: true),
                    replies = table.Column<int>(type: "INTEGER", nullable: true),
                    unchanged = table.Column<bool>(type: "INTEGER", nullable: false),
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
                    goal = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    holds_from = table.Column<int>(type: "INTEGER", nullable: false),
                    target = table.Column<long>(type: "INTEGER", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    made_by = table.Column<string>(type: "TEXT", nullable: false),
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
