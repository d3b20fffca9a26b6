using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Operations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "fact",
                type: "text",
                nullable: false,
                defaultValue: "wire",
                collation: "C"
            );

            migrationBuilder.Sql(SchedulerTables.Create);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(SchedulerTables.Drop);

            migrationBuilder.DropColumn(name: "source", table: "fact");
        }
    }
}
