using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Rates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "rates", table: "fact", type: "text", nullable: true, collation: "C");

            migrationBuilder.CreateTable(
                name: "rate",
                columns: table => new
                {
                    currency = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    date = table.Column<int>(type: "integer", nullable: false),
                    rate = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rate", x => new { x.currency, x.date });
                }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "rate");

            migrationBuilder.DropColumn(name: "rates", table: "fact");
        }
    }
}
