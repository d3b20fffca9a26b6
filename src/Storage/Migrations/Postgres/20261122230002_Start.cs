using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Start : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "announcement",
                columns: table => new
                {
                    about = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    recipient = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    outbox = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    place = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    data = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_announcement", x => new { x.about, x.recipient });
                }
            );

            migrationBuilder.CreateTable(
                name: "audit",
                columns: table => new
                {
                    id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    what = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    about = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    before = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    after = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "award",
                columns: table => new
                {
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    badge = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    credited = table.Column<long>(type: "bigint", nullable: false),
                    occurred = table.Column<long>(type: "bigint", nullable: false),
                    connection = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    external_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_award",
                        x => new
                        {
                            x.person,
                            x.badge,
                            x.period,
                            x.revision,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "calendar",
                columns: table => new
                {
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    place = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<int>(type: "integer", nullable: true),
                    zone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    work_days = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    start = table.Column<int>(type: "integer", nullable: false),
                    end = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar", x => new { x.person, x.place });
                }
            );

            migrationBuilder.CreateTable(
                name: "channel",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    platform = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    conversation = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    team = table.Column<string>(type: "text", nullable: true, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channel", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "closed",
                columns: table => new
                {
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    start = table.Column<long>(type: "bigint", nullable: false),
                    end = table.Column<long>(type: "bigint", nullable: false),
                    commit = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    closed_at = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_closed", x => x.period);
                }
            );

            migrationBuilder.CreateTable(
                name: "coin_entry",
                columns: table => new
                {
                    goal = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    connection = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    external_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_coin_entry",
                        x => new
                        {
                            x.goal,
                            x.subject,
                            x.period,
                            x.sequence,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "commit",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    setup = table.Column<long>(type: "bigint", nullable: false),
                    people = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_commit", x => x.number);
                }
            );

            migrationBuilder.CreateTable(
                name: "conversation",
                columns: table => new
                {
                    conversation = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    service_url = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tenant_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    bot_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    scope = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    user = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    teams_team = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    teams_channel = table.Column<string>(type: "text", nullable: true, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversation", x => x.conversation);
                }
            );

            migrationBuilder.CreateTable(
                name: "day",
                columns: table => new
                {
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    date = table.Column<int>(type: "integer", nullable: false),
                    credited = table.Column<long>(type: "bigint", nullable: false),
                    occurred = table.Column<long>(type: "bigint", nullable: false),
                    connection = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    external_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    quote_places = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reply_scores = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    active = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_day", x => new { x.person, x.date });
                }
            );

            migrationBuilder.CreateTable(
                name: "day_off",
                columns: table => new
                {
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    date = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_day_off",
                        x => new
                        {
                            x.person,
                            x.date,
                            x.kind,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "entry",
                columns: table => new
                {
                    connection = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    external_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    rule = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    dated = table.Column<long>(type: "bigint", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    credited = table.Column<long>(type: "bigint", nullable: false),
                    occurred = table.Column<long>(type: "bigint", nullable: false),
                    team = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    entity = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    grouping = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    quotes = table.Column<int>(type: "integer", nullable: false),
                    sent = table.Column<int>(type: "integer", nullable: false),
                    deals = table.Column<int>(type: "integer", nullable: false),
                    revenue = table.Column<long>(type: "bigint", nullable: false),
                    replies = table.Column<int>(type: "integer", nullable: false),
                    active = table.Column<int>(type: "integer", nullable: false),
                    candidate = table.Column<int>(type: "integer", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    reply_seconds = table.Column<int>(type: "integer", nullable: true),
                    rule_version = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_entry",
                        x => new
                        {
                            x.connection,
                            x.external_id,
                            x.rule,
                            x.person,
                            x.dated,
                            x.revision,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "fact",
                columns: table => new
                {
                    connection = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    external_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    entity = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    grouping = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    owner = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    person = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    amount = table.Column<long>(type: "bigint", nullable: true),
                    claimed_amount = table.Column<long>(type: "bigint", nullable: true),
                    currency = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    detail = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    occurred = table.Column<long>(type: "bigint", nullable: false),
                    received = table.Column<long>(type: "bigint", nullable: false),
                    credited = table.Column<long>(type: "bigint", nullable: false),
                    accepted = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    claimed_occurred = table.Column<long>(type: "bigint", nullable: true),
                    body = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fact", x => new { x.connection, x.external_id });
                }
            );

            migrationBuilder.CreateTable(
                name: "grant",
                columns: table => new
                {
                    goal = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tier = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    credited = table.Column<long>(type: "bigint", nullable: false),
                    occurred = table.Column<long>(type: "bigint", nullable: false),
                    connection = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    external_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_grant",
                        x => new
                        {
                            x.goal,
                            x.subject,
                            x.tier,
                            x.period,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "grant_line",
                columns: table => new
                {
                    goal = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tier = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    recipient = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reward = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_grant_line",
                        x => new
                        {
                            x.goal,
                            x.subject,
                            x.tier,
                            x.period,
                            x.recipient,
                            x.reward,
                            x.revision,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "identity",
                columns: table => new
                {
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    external_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity", x => new { x.source, x.key });
                }
            );

            migrationBuilder.CreateTable(
                name: "membership",
                columns: table => new
                {
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    place = table.Column<int>(type: "integer", nullable: false),
                    team = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    from = table.Column<int>(type: "integer", nullable: true),
                    to = table.Column<int>(type: "integer", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership", x => new { x.person, x.place });
                }
            );

            migrationBuilder.CreateTable(
                name: "organisation",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    zone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    currency = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    first_fact = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organisation", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    recipient = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    post = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    planned = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    due = table.Column<long>(type: "bigint", nullable: false),
                    lease_owner = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    lease_until = table.Column<long>(type: "bigint", nullable: true),
                    fence = table.Column<long>(type: "bigint", nullable: false),
                    attempt = table.Column<int>(type: "integer", nullable: false),
                    message_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    edits = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "person",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    email = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    email_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    role = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    active = table.Column<bool>(type: "boolean", nullable: false),
                    ranked = table.Column<bool>(type: "boolean", nullable: false),
                    alias = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    publicity = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_person", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "progress",
                columns: table => new
                {
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    badge = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    actual = table.Column<long>(type: "bigint", nullable: false),
                    peak = table.Column<long>(type: "bigint", nullable: false),
                    last_credited = table.Column<long>(type: "bigint", nullable: false),
                    last_occurred = table.Column<long>(type: "bigint", nullable: false),
                    last_connection = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    last_external_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    crossed_credited = table.Column<long>(type: "bigint", nullable: true),
                    crossed_occurred = table.Column<long>(type: "bigint", nullable: true),
                    crossed_connection = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    crossed_external_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    revision = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_progress",
                        x => new
                        {
                            x.person,
                            x.badge,
                            x.period,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "rulebook",
                columns: table => new
                {
                    version = table.Column<int>(type: "integer", nullable: false),
                    values = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rulebook", x => x.version);
                }
            );

            migrationBuilder.CreateTable(
                name: "seen",
                columns: table => new
                {
                    platform = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_seen", x => new { x.platform, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "tally",
                columns: table => new
                {
                    board = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    quotes = table.Column<int>(type: "integer", nullable: false),
                    sent = table.Column<int>(type: "integer", nullable: false),
                    deals = table.Column<int>(type: "integer", nullable: false),
                    revenue = table.Column<long>(type: "bigint", nullable: false),
                    replies = table.Column<int>(type: "integer", nullable: false),
                    active = table.Column<int>(type: "integer", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_tally",
                        x => new
                        {
                            x.board,
                            x.period,
                            x.person,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "team",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    board_mode = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_team", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "team_manager",
                columns: table => new
                {
                    team = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_team_manager", x => new { x.team, x.person });
                }
            );

            migrationBuilder.CreateTable(
                name: "unlock",
                columns: table => new
                {
                    goal = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    credited = table.Column<long>(type: "bigint", nullable: false),
                    occurred = table.Column<long>(type: "bigint", nullable: false),
                    connection = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    external_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_unlock",
                        x => new
                        {
                            x.goal,
                            x.subject,
                            x.period,
                        }
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_announcement_outbox", table: "announcement", column: "outbox");

            migrationBuilder.CreateIndex(name: "IX_audit_about", table: "audit", column: "about");

            migrationBuilder.CreateIndex(name: "IX_conversation_user", table: "conversation", column: "user");

            migrationBuilder.CreateIndex(name: "IX_entry_entity", table: "entry", column: "entity");

            migrationBuilder.CreateIndex(name: "IX_entry_grouping", table: "entry", column: "grouping", filter: "grouping IS NOT NULL");

            migrationBuilder.CreateIndex(name: "IX_entry_person_dated", table: "entry", columns: new[] { "person", "dated" });

            migrationBuilder.CreateIndex(name: "IX_fact_entity", table: "fact", column: "entity");

            migrationBuilder.CreateIndex(name: "IX_fact_occurred", table: "fact", column: "occurred", filter: "state = 'quarantined'");

            migrationBuilder.CreateIndex(name: "IX_identity_person", table: "identity", column: "person");

            migrationBuilder.CreateIndex(name: "IX_membership_team", table: "membership", column: "team");

            migrationBuilder.CreateIndex(name: "IX_outbox_recipient_sequence", table: "outbox", columns: new[] { "recipient", "sequence" });

            migrationBuilder.CreateIndex(name: "IX_outbox_sequence", table: "outbox", column: "sequence", unique: true);

            migrationBuilder.CreateIndex(name: "IX_outbox_state_due", table: "outbox", columns: new[] { "state", "due" });

            migrationBuilder.CreateIndex(name: "IX_person_email_key", table: "person", column: "email_key", unique: true);

            migrationBuilder.CreateIndex(name: "IX_seen_at", table: "seen", column: "at");

            migrationBuilder.CreateIndex(name: "IX_team_manager_person", table: "team_manager", column: "person");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "announcement");

            migrationBuilder.DropTable(name: "audit");

            migrationBuilder.DropTable(name: "award");

            migrationBuilder.DropTable(name: "calendar");

            migrationBuilder.DropTable(name: "channel");

            migrationBuilder.DropTable(name: "closed");

            migrationBuilder.DropTable(name: "coin_entry");

            migrationBuilder.DropTable(name: "commit");

            migrationBuilder.DropTable(name: "conversation");

            migrationBuilder.DropTable(name: "day");

            migrationBuilder.DropTable(name: "day_off");

            migrationBuilder.DropTable(name: "entry");

            migrationBuilder.DropTable(name: "fact");

            migrationBuilder.DropTable(name: "grant");

            migrationBuilder.DropTable(name: "grant_line");

            migrationBuilder.DropTable(name: "identity");

            migrationBuilder.DropTable(name: "membership");

            migrationBuilder.DropTable(name: "organisation");

            migrationBuilder.DropTable(name: "outbox");

            migrationBuilder.DropTable(name: "person");

            migrationBuilder.DropTable(name: "progress");

            migrationBuilder.DropTable(name: "rulebook");

            migrationBuilder.DropTable(name: "seen");

            migrationBuilder.DropTable(name: "tally");

            migrationBuilder.DropTable(name: "team");

            migrationBuilder.DropTable(name: "team_manager");

            migrationBuilder.DropTable(name: "unlock");
        }
    }
}
