using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ChannelSettings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "language", table: "person", type: "text", nullable: true, collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "muted",
                table: "person",
                type: "text",
                nullable: false,
                defaultValue: "none",
                collation: "C"
            );

            migrationBuilder.AddColumn<string>(name: "carrier", table: "outbox", type: "text", nullable: true, collation: "C");

            migrationBuilder.AddColumn<long>(name: "dismissed", table: "outbox", type: "bigint", nullable: true);

            migrationBuilder.AddColumn<long>(name: "posted", table: "outbox", type: "bigint", nullable: true);

            migrationBuilder.AddColumn<string>(name: "boards", table: "channel", type: "text", nullable: true, collation: "C");

            migrationBuilder.AddColumn<int>(name: "budget", table: "channel", type: "integer", nullable: true);

            migrationBuilder.AddColumn<string>(name: "language", table: "channel", type: "text", nullable: true, collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "off",
                table: "channel",
                type: "text",
                nullable: false,
                defaultValue: "none",
                collation: "C"
            );

            migrationBuilder.AddColumn<string>(name: "paused_because", table: "channel", type: "text", nullable: true, collation: "C");

            migrationBuilder.AddColumn<string>(name: "quiet", table: "channel", type: "text", nullable: true, collation: "C");

            migrationBuilder.CreateTable(
                name: "connection",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    last_event = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_connection", x => x.name);
                }
            );

            migrationBuilder.CreateIndex(name: "IX_outbox_carrier", table: "outbox", column: "carrier", filter: "carrier IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_recipient_posted",
                table: "outbox",
                columns: new[] { "recipient", "posted" },
                filter: "posted IS NOT NULL"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "connection");

            migrationBuilder.DropIndex(name: "IX_outbox_carrier", table: "outbox");

            migrationBuilder.DropIndex(name: "IX_outbox_recipient_posted", table: "outbox");

            migrationBuilder.DropColumn(name: "language", table: "person");

            migrationBuilder.DropColumn(name: "muted", table: "person");

            migrationBuilder.DropColumn(name: "carrier", table: "outbox");

            migrationBuilder.DropColumn(name: "dismissed", table: "outbox");

            migrationBuilder.DropColumn(name: "posted", table: "outbox");

            migrationBuilder.DropColumn(name: "boards", table: "channel");

            migrationBuilder.DropColumn(name: "budget", table: "channel");

            migrationBuilder.DropColumn(name: "language", table: "channel");

            migrationBuilder.DropColumn(name: "off", table: "channel");

            migrationBuilder.DropColumn(name: "paused_because", table: "channel");

            migrationBuilder.DropColumn(name: "quiet", table: "channel");
        }
    }
}
