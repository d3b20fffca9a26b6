using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Closes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "hash", table: "closed", type: "TEXT", nullable: false, defaultValue: "");

            migrationBuilder.AddColumn<string>(name: "state", table: "closed", type: "TEXT", nullable: false, defaultValue: "closed");

            migrationBuilder.CreateTable(
                name: "snapshot",
                columns: table => new
                {
                    period = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    board = table.Column<string>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    rank = table.Column<int>(type: "INTEGER", nullable: true),
                    points = table.Column<long>(type: "INTEGER", nullable: false),
                    revenue = table.Column<long>(type: "INTEGER", nullable: false),
                    deals = table.Column<int>(type: "INTEGER", nullable: false),
                    quotes = table.Column<int>(type: "INTEGER", nullable: false),
                    replies = table.Column<int>(type: "INTEGER", nullable: false),
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
