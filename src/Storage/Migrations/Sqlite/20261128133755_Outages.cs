using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Outages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(name: "absent_at", table: "outbox", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<long>(name: "ask_at", table: "outbox", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<string>(name: "step", table: "audit", type: "TEXT", nullable: true);

            migrationBuilder.CreateIndex(name: "IX_outbox_ask_at", table: "outbox", column: "ask_at", filter: "ask_at IS NOT NULL");

            migrationBuilder.CreateIndex(name: "IX_audit_step", table: "audit", column: "step", unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_outbox_ask_at", table: "outbox");

            migrationBuilder.DropIndex(name: "IX_audit_step", table: "audit");

            migrationBuilder.DropColumn(name: "absent_at", table: "outbox");

            migrationBuilder.DropColumn(name: "ask_at", table: "outbox");

            migrationBuilder.DropColumn(name: "step", table: "audit");
        }
    }
}
