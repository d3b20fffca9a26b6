using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storage.Migrations.Sqlite
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
                    about = table.Column<string>(type: "TEXT", nullable: false),
                    recipient = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    outbox = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false),
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
                    id = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    about = table.Column<string>(type: "TEXT", nullable: false),
                    before = table.Column<string>(type: "TEXT", nullable: true),
                    after = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
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
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    badge = table.Column<string>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    credited = table.Column<long>(type: "INTEGER", nullable: false),
                    occurred = table.Column<long>(type: "INTEGER", nullable: false),
                    connection = table.Column<string>(type: "TEXT", nullable: false),
                    external_id = table.Column<string>(type: "TEXT", nullable: false),
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
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<int>(type: "INTEGER", nullable: true),
                    zone = table.Column<string>(type: "TEXT", nullable: false),
                    work_days = table.Column<string>(type: "TEXT", nullable: false),
                    start = table.Column<int>(type: "INTEGER", nullable: false),
                    end = table.Column<int>(type: "INTEGER", nullable: false),
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
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    platform = table.Column<string>(type: "TEXT", nullable: false),
                    conversation = table.Column<string>(type: "TEXT", nullable: false),
                    team = table.Column<string>(type: "TEXT", nullable: true),
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
                    period = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    start = table.Column<long>(type: "INTEGER", nullable: false),
                    end = table.Column<long>(type: "INTEGER", nullable: false),
                    commit = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: false),
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
                    goal = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    connection = table.Column<string>(type: "TEXT", nullable: false),
                    external_id = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
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
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    setup = table.Column<long>(type: "INTEGER", nullable: false),
                    people = table.Column<string>(type: "TEXT", nullable: false),
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
                    conversation = table.Column<string>(type: "TEXT", nullable: false),
                    service_url = table.Column<string>(type: "TEXT", nullable: false),
                    tenant_id = table.Column<string>(type: "TEXT", nullable: true),
                    bot_id = table.Column<string>(type: "TEXT", nullable: false),
                    scope = table.Column<string>(type: "TEXT", nullable: false),
                    user = table.Column<string>(type: "TEXT", nullable: true),
                    teams_team = table.Column<string>(type: "TEXT", nullable: true),
                    teams_channel = table.Column<string>(type: "TEXT", nullable: true),
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
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    date = table.Column<int>(type: "INTEGER", nullable: false),
                    credited = table.Column<long>(type: "INTEGER", nullable: false),
                    occurred = table.Column<long>(type: "INTEGER", nullable: false),
                    connection = table.Column<string>(type: "TEXT", nullable: false),
                    external_id = table.Column<string>(type: "TEXT", nullable: false),
                    quote_places = table.Column<string>(type: "TEXT", nullable: false),
                    reply_scores = table.Column<string>(type: "TEXT", nullable: false),
                    active = table.Column<bool>(type: "INTEGER", nullable: false),
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
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    date = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
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
                    connection = table.Column<string>(type: "TEXT", nullable: false),
                    external_id = table.Column<string>(type: "TEXT", nullable: false),
                    rule = table.Column<string>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    dated = table.Column<long>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    credited = table.Column<long>(type: "INTEGER", nullable: false),
                    occurred = table.Column<long>(type: "INTEGER", nullable: false),
                    team = table.Column<string>(type: "TEXT", nullable: true),
                    entity = table.Column<string>(type: "TEXT", nullable: false),
                    grouping = table.Column<string>(type: "TEXT", nullable: true),
                    quotes = table.Column<int>(type: "INTEGER", nullable: false),
                    sent = table.Column<int>(type: "INTEGER", nullable: false),
                    deals = table.Column<int>(type: "INTEGER", nullable: false),
                    revenue = table.Column<long>(type: "INTEGER", nullable: false),
                    replies = table.Column<int>(type: "INTEGER", nullable: false),
                    active = table.Column<int>(type: "INTEGER", nullable: false),
                    candidate = table.Column<int>(type: "INTEGER", nullable: false),
                    points = table.Column<long>(type: "INTEGER", nullable: false),
                    reply_seconds = table.Column<int>(type: "INTEGER", nullable: true),
                    rule_version = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
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
                    connection = table.Column<string>(type: "TEXT", nullable: false),
                    external_id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    entity = table.Column<string>(type: "TEXT", nullable: false),
                    grouping = table.Column<string>(type: "TEXT", nullable: true),
                    owner = table.Column<string>(type: "TEXT", nullable: true),
                    person = table.Column<string>(type: "TEXT", nullable: true),
                    amount = table.Column<long>(type: "INTEGER", nullable: true),
                    claimed_amount = table.Column<long>(type: "INTEGER", nullable: true),
                    currency = table.Column<string>(type: "TEXT", nullable: true),
                    detail = table.Column<string>(type: "TEXT", nullable: true),
                    occurred = table.Column<long>(type: "INTEGER", nullable: false),
                    received = table.Column<long>(type: "INTEGER", nullable: false),
                    credited = table.Column<long>(type: "INTEGER", nullable: false),
                    accepted = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    claimed_occurred = table.Column<long>(type: "INTEGER", nullable: true),
                    body = table.Column<string>(type: "TEXT", nullable: false),
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
                    goal = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    tier = table.Column<string>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", nullable: false),
                    credited = table.Column<long>(type: "INTEGER", nullable: false),
                    occurred = table.Column<long>(type: "INTEGER", nullable: false),
                    connection = table.Column<string>(type: "TEXT", nullable: false),
                    external_id = table.Column<string>(type: "TEXT", nullable: false),
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
                    goal = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    tier = table.Column<string>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", nullable: false),
                    recipient = table.Column<string>(type: "TEXT", nullable: false),
                    reward = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
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
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    external_id = table.Column<string>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
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
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    team = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<int>(type: "INTEGER", nullable: true),
                    to = table.Column<int>(type: "INTEGER", nullable: true),
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
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    zone = table.Column<string>(type: "TEXT", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    first_fact = table.Column<long>(type: "INTEGER", nullable: true),
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
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    recipient = table.Column<string>(type: "TEXT", nullable: false),
                    post = table.Column<string>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    planned = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    due = table.Column<long>(type: "INTEGER", nullable: false),
                    lease_owner = table.Column<string>(type: "TEXT", nullable: true),
                    lease_until = table.Column<long>(type: "INTEGER", nullable: true),
                    fence = table.Column<long>(type: "INTEGER", nullable: false),
                    attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    message_id = table.Column<string>(type: "TEXT", nullable: true),
                    edits = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
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
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    email_key = table.Column<string>(type: "TEXT", nullable: true),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    active = table.Column<bool>(type: "INTEGER", nullable: false),
                    ranked = table.Column<bool>(type: "INTEGER", nullable: false),
                    alias = table.Column<string>(type: "TEXT", nullable: true),
                    publicity = table.Column<string>(type: "TEXT", nullable: false),
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
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    badge = table.Column<string>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", nullable: false),
                    actual = table.Column<long>(type: "INTEGER", nullable: false),
                    peak = table.Column<long>(type: "INTEGER", nullable: false),
                    last_credited = table.Column<long>(type: "INTEGER", nullable: false),
                    last_occurred = table.Column<long>(type: "INTEGER", nullable: false),
                    last_connection = table.Column<string>(type: "TEXT", nullable: false),
                    last_external_id = table.Column<string>(type: "TEXT", nullable: false),
                    crossed_credited = table.Column<long>(type: "INTEGER", nullable: true),
                    crossed_occurred = table.Column<long>(type: "INTEGER", nullable: true),
                    crossed_connection = table.Column<string>(type: "TEXT", nullable: true),
                    crossed_external_id = table.Column<string>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
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
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    values = table.Column<string>(type: "TEXT", nullable: false),
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
                    platform = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
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
                    board = table.Column<string>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    quotes = table.Column<int>(type: "INTEGER", nullable: false),
                    sent = table.Column<int>(type: "INTEGER", nullable: false),
                    deals = table.Column<int>(type: "INTEGER", nullable: false),
                    revenue = table.Column<long>(type: "INTEGER", nullable: false),
                    replies = table.Column<int>(type: "INTEGER", nullable: false),
                    active = table.Column<int>(type: "INTEGER", nullable: false),
                    points = table.Column<long>(type: "INTEGER", nullable: false),
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
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    board_mode = table.Column<string>(type: "TEXT", nullable: false),
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
                    team = table.Column<string>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
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
                    goal = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", nullable: false),
                    credited = table.Column<long>(type: "INTEGER", nullable: false),
                    occurred = table.Column<long>(type: "INTEGER", nullable: false),
                    connection = table.Column<string>(type: "TEXT", nullable: false),
                    external_id = table.Column<string>(type: "TEXT", nullable: false),
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
