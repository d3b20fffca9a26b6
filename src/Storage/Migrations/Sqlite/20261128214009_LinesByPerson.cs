using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LinesByPerson : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // In the order of the new key: each page of the table is written once, however many lines there are.
            migrationBuilder.Sql(
                """
                CREATE TABLE "entry_by_person" (
                    "person" TEXT NOT NULL,
                    "entity" TEXT NOT NULL,
                    "connection" TEXT NOT NULL,
                    "external_id" TEXT NOT NULL,
                    "rule" TEXT NOT NULL,
                    "dated" INTEGER NOT NULL,
                    "revision" INTEGER NOT NULL,
                    "credited" INTEGER NOT NULL,
                    "occurred" INTEGER NOT NULL,
                    "team" TEXT NULL,
                    "grouping" TEXT NULL,
                    "quotes" INTEGER NOT NULL,
                    "sent" INTEGER NOT NULL,
                    "deals" INTEGER NOT NULL,
                    "revenue" INTEGER NOT NULL,
                    "replies" INTEGER NOT NULL,
                    "active" INTEGER NOT NULL,
                    "candidate" INTEGER NOT NULL,
                    "points" INTEGER NOT NULL,
                    "reply_seconds" INTEGER NULL,
                    "rule_version" INTEGER NOT NULL,
                    "reason" TEXT NOT NULL,
                    "logged" INTEGER NOT NULL DEFAULT 0,
                    "sprints" INTEGER NOT NULL DEFAULT 0,
                    CONSTRAINT "PK_entry" PRIMARY KEY ("person", "entity", "connection", "external_id", "rule", "dated", "revision")
                ) WITHOUT ROWID;
                INSERT INTO "entry_by_person" (
                    "person", "entity", "connection", "external_id", "rule", "dated", "revision", "credited", "occurred", "team", "grouping", "quotes",
                    "sent", "deals", "revenue", "replies", "active", "candidate", "points", "reply_seconds", "rule_version", "reason", "logged", "sprints"
                )
                SELECT
                    "person", "entity", "connection", "external_id", "rule", "dated", "revision", "credited", "occurred", "team", "grouping", "quotes",
                    "sent", "deals", "revenue", "replies", "active", "candidate", "points", "reply_seconds", "rule_version", "reason", "logged", "sprints"
                FROM "entry" ORDER BY "person", "entity", "connection", "external_id", "rule", "dated", "revision";
                DROP TABLE "entry";
                ALTER TABLE "entry_by_person" RENAME TO "entry";
                CREATE INDEX "IX_entry_person_dated" ON "entry" ("person", "dated");
                """
            );

            migrationBuilder.CreateIndex(
                name: "ix_entry_corrected",
                table: "entry",
                column: "entity",
                filter: "reason IN ('correction', 'reversal.closed', 'imported.correction')"
            );

            migrationBuilder.CreateIndex(
                name: "ix_entry_reward",
                table: "entry",
                column: "entity",
                filter: "substr(entity, 1, 5) = 'goal:'"
            );

            migrationBuilder.CreateIndex(
                name: "ix_entry_without_place",
                table: "entry",
                column: "grouping",
                filter: "candidate <= 0 AND rule = 'quote.sent'"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(name: "PK_entry", table: "entry");

            migrationBuilder.DropIndex(name: "ix_entry_corrected", table: "entry");

            migrationBuilder.DropIndex(name: "ix_entry_reward", table: "entry");

            migrationBuilder.DropIndex(name: "ix_entry_without_place", table: "entry");

            migrationBuilder.AddPrimaryKey(
                name: "PK_entry",
                table: "entry",
                columns: new[] { "connection", "external_id", "rule", "person", "dated", "revision" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_entry_corrected",
                table: "entry",
                column: "entity",
                filter: "reason IN ('correction', 'reversal.closed')"
            );

            migrationBuilder.CreateIndex(name: "IX_entry_entity", table: "entry", column: "entity");

            migrationBuilder.CreateIndex(name: "IX_entry_grouping", table: "entry", column: "grouping", filter: "grouping IS NOT NULL");
        }
    }
}
