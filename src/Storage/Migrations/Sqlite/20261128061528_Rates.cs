using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Rates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "rates", table: "fact", type: "TEXT", nullable: true);

            migrationBuilder.CreateTable(
                name: "rate",
                columns: table => new
                {
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    date = table.Column<int>(type: "INTEGER", nullable: false),
                    rate = table.Column<string>(type: "TEXT", nullable: false),
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
