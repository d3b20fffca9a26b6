using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Grants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "connection", table: "grant_line", type: "TEXT", nullable: false, defaultValue: "");

            migrationBuilder.AddColumn<long>(name: "credited", table: "grant_line", type: "INTEGER", nullable: false, defaultValue: 0L);

            migrationBuilder.AddColumn<string>(name: "external_id", table: "grant_line", type: "TEXT", nullable: false, defaultValue: "");

            migrationBuilder.AddColumn<long>(name: "occurred", table: "grant_line", type: "INTEGER", nullable: false, defaultValue: 0L);

            migrationBuilder.AddColumn<long>(name: "kept_at", table: "grant", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<string>(name: "kept_by", table: "grant", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(name: "kept_reason", table: "grant", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<int>(name: "version", table: "grant", type: "INTEGER", nullable: false, defaultValue: 0);

            migrationBuilder.AddColumn<string>(name: "promise", table: "goal_progress", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<long>(name: "credited", table: "coin_entry", type: "INTEGER", nullable: false, defaultValue: 0L);

            migrationBuilder.AddColumn<long>(name: "occurred", table: "coin_entry", type: "INTEGER", nullable: false, defaultValue: 0L);

            migrationBuilder.AddColumn<long>(name: "kept", table: "checkup", type: "INTEGER", nullable: false, defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "recipient_change",
                columns: table => new
                {
                    goal = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    tier = table.Column<string>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    added = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_recipient_change",
                        x => new
                        {
                            x.goal,
                            x.subject,
                            x.tier,
                            x.period,
                            x.number,
                        }
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_grant_line_recipient", table: "grant_line", column: "recipient");

            migrationBuilder.CreateIndex(name: "IX_coin_entry_subject", table: "coin_entry", column: "subject");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "recipient_change");

            migrationBuilder.DropIndex(name: "IX_grant_line_recipient", table: "grant_line");

            migrationBuilder.DropIndex(name: "IX_coin_entry_subject", table: "coin_entry");

            migrationBuilder.DropColumn(name: "connection", table: "grant_line");

            migrationBuilder.DropColumn(name: "credited", table: "grant_line");

            migrationBuilder.DropColumn(name: "external_id", table: "grant_line");

            migrationBuilder.DropColumn(name: "occurred", table: "grant_line");

            migrationBuilder.DropColumn(name: "kept_at", table: "grant");

            migrationBuilder.DropColumn(name: "kept_by", table: "grant");

            migrationBuilder.DropColumn(name: "kept_reason", table: "grant");

            migrationBuilder.DropColumn(name: "version", table: "grant");

            migrationBuilder.DropColumn(name: "promise", table: "goal_progress");

            migrationBuilder.DropColumn(name: "credited", table: "coin_entry");

            migrationBuilder.DropColumn(name: "occurred", table: "coin_entry");

            migrationBuilder.DropColumn(name: "kept", table: "checkup");
        }
    }
}
