using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Closes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "hash",
                table: "closed",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C"
            );

            migrationBuilder.AddColumn<string>(
                name: "state",
                table: "closed",
                type: "text",
                nullable: false,
                defaultValue: "closed",
                collation: "C"
            );

            migrationBuilder.CreateTable(
                name: "snapshot",
                columns: table => new
                {
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false),
                    board = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    rank = table.Column<int>(type: "integer", nullable: true),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    revenue = table.Column<long>(type: "bigint", nullable: false),
                    deals = table.Column<int>(type: "integer", nullable: false),
                    quotes = table.Column<int>(type: "integer", nullable: false),
                    replies = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_snapshot",
                        x => new
                        {
                            x.period,
                            x.version,
                            x.board,
                            x.person,
                        }
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "ix_fact_late", table: "fact", column: "occurred", filter: "credited <> occurred");

            migrationBuilder.CreateIndex(
                name: "ix_entry_corrected",
                table: "entry",
                column: "entity",
                filter: "reason IN ('correction', 'reversal.closed')"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "snapshot");

            migrationBuilder.DropIndex(name: "ix_fact_late", table: "fact");

            migrationBuilder.DropIndex(name: "ix_entry_corrected", table: "entry");

            migrationBuilder.DropColumn(name: "hash", table: "closed");

            migrationBuilder.DropColumn(name: "state", table: "closed");
        }
    }
}
