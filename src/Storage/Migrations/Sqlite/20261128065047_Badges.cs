using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Badges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(name: "kept", table: "progress", type: "INTEGER", nullable: false, defaultValue: false);

            migrationBuilder.AddColumn<string>(name: "marks", table: "progress", type: "TEXT", nullable: false, defaultValue: "");

            migrationBuilder.AddColumn<long>(name: "threshold", table: "progress", type: "INTEGER", nullable: false, defaultValue: 0L);

            migrationBuilder.AddColumn<int>(name: "logged", table: "entry", type: "INTEGER", nullable: false, defaultValue: 0);

            migrationBuilder.AddColumn<int>(name: "sprints", table: "entry", type: "INTEGER", nullable: false, defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "badge_setting",
                columns: table => new
                {
                    badge = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<int>(type: "INTEGER", nullable: true),
                    values = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    evaluated = table.Column<bool>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_badge_setting", x => new { x.badge, x.version });
                }
            );

            migrationBuilder.CreateIndex(name: "IX_fact_grouping", table: "fact", column: "grouping", filter: "grouping IS NOT NULL");

            // The two badges there were so far unlocked at 1. What the others come to is counted as soon as the schedule runs.
            migrationBuilder.Sql("UPDATE progress SET threshold = 1;");
            migrationBuilder.Sql(
                """
                INSERT INTO badge_setting (badge, version, "values", at, evaluated)
                SELECT 'catalogue', 1, '{"disabled":false}', 0, 0 WHERE EXISTS (SELECT 1 FROM fact);
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "badge_setting");

            migrationBuilder.DropIndex(name: "IX_fact_grouping", table: "fact");

            migrationBuilder.DropColumn(name: "kept", table: "progress");

            migrationBuilder.DropColumn(name: "marks", table: "progress");

            migrationBuilder.DropColumn(name: "threshold", table: "progress");

            migrationBuilder.DropColumn(name: "logged", table: "entry");

            migrationBuilder.DropColumn(name: "sprints", table: "entry");
        }
    }
}
