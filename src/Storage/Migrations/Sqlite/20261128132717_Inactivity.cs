using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Inactivity : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "inactivity",
                columns: table => new
                {
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: true),
                    until = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inactivity", x => new { x.person, x.number });
                }
            );

            // Nobody knows since when who is inactive by now is so: since the latest that was granted to them, or else since ever.
            migrationBuilder.Sql(
                """
                INSERT INTO inactivity (person, number, since, until)
                SELECT
                    p.id,
                    1,
                    MAX(CASE
                        WHEN l.credited >= v.made_at AND l.credited >= COALESCE(o.published, 0) THEN l.credited
                        WHEN v.made_at >= COALESCE(o.published, 0) THEN v.made_at
                        ELSE o.published
                    END) + 1,
                    NULL
                FROM person AS p
                LEFT JOIN grant_line AS l ON l.recipient = 'person:' || p.id
                LEFT JOIN "grant" AS g ON g.goal = l.goal AND g.subject = l.subject AND g.tier = l.tier AND g.period = l.period
                LEFT JOIN goal_version AS v ON v.goal = g.goal AND v.number = g.version
                LEFT JOIN goal AS o ON o.id = g.goal
                WHERE NOT p.active
                GROUP BY p.id;
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "inactivity");
        }
    }
}
