using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AssignedGoals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "plan", table: "goal_version", type: "text", nullable: true, collation: "C");

            migrationBuilder.AddColumn<string>(name: "reason", table: "goal_version", type: "text", nullable: true, collation: "C");

            migrationBuilder.AddColumn<string>(name: "only_period", table: "goal", type: "text", nullable: true, collation: "C");

            migrationBuilder.AddColumn<long>(name: "published", table: "goal", type: "bigint", nullable: true);

            migrationBuilder.AddColumn<bool>(name: "shadow", table: "goal", type: "boolean", nullable: false, defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "plan", table: "goal_version");

            migrationBuilder.DropColumn(name: "reason", table: "goal_version");

            migrationBuilder.DropColumn(name: "only_period", table: "goal");

            migrationBuilder.DropColumn(name: "published", table: "goal");

            migrationBuilder.DropColumn(name: "shadow", table: "goal");
        }
    }
}
