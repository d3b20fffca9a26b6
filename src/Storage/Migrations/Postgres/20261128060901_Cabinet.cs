using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Cabinet : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "share_badge_progress",
                table: "team",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<bool>(name: "hints", table: "person", type: "boolean", nullable: false, defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "mention",
                table: "channel",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "share_badge_progress", table: "team");

            migrationBuilder.DropColumn(name: "hints", table: "person");

            migrationBuilder.DropColumn(name: "mention", table: "channel");
        }
    }
}
