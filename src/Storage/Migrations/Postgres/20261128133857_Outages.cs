using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Outages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(name: "absent_at", table: "outbox", type: "bigint", nullable: true);

            migrationBuilder.AddColumn<long>(name: "ask_at", table: "outbox", type: "bigint", nullable: true);

            migrationBuilder.AddColumn<string>(name: "step", table: "audit", type: "text", nullable: true, collation: "C");

            migrationBuilder.CreateTable(
                name: "errand",
                columns: table => new
                {
                    platform = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    body = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    due = table.Column<long>(type: "bigint", nullable: false),
                    lease_owner = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    lease_until = table.Column<long>(type: "bigint", nullable: true),
                    fence = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_errand", x => new { x.platform, x.id });
                }
            );

            migrationBuilder.CreateIndex(name: "IX_outbox_ask_at", table: "outbox", column: "ask_at", filter: "ask_at IS NOT NULL");

            migrationBuilder.CreateIndex(name: "IX_audit_step", table: "audit", column: "step", unique: true);

            migrationBuilder.CreateIndex(name: "IX_errand_at", table: "errand", column: "at");

            migrationBuilder.CreateIndex(name: "IX_errand_due", table: "errand", column: "due", filter: "body IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "errand");

            migrationBuilder.DropIndex(name: "IX_outbox_ask_at", table: "outbox");

            migrationBuilder.DropIndex(name: "IX_audit_step", table: "audit");

            migrationBuilder.DropColumn(name: "absent_at", table: "outbox");

            migrationBuilder.DropColumn(name: "ask_at", table: "outbox");

            migrationBuilder.DropColumn(name: "step", table: "audit");
        }
    }
}
