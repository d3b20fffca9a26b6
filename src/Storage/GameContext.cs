using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Storage.Rows;

namespace Storage;

/// <summary>The model both databases share. One sealed context a database carries its migrations.</summary>
public abstract class GameContext(DbContextOptions options) : DbContext(options)
{
    internal DbSet<FactRow> Facts => Set<FactRow>();
    internal DbSet<EntryRow> Entries => Set<EntryRow>();
    internal DbSet<DayRow> Days => Set<DayRow>();
    internal DbSet<TallyRow> Tallies => Set<TallyRow>();
    internal DbSet<ProgressRow> Progress => Set<ProgressRow>();
    internal DbSet<AwardRow> Awards => Set<AwardRow>();
    internal DbSet<AnnouncementRow> Announcements => Set<AnnouncementRow>();
    internal DbSet<OutboxRow> Outbox => Set<OutboxRow>();
    internal DbSet<CommitRow> Commits => Set<CommitRow>();
    internal DbSet<ClosedRow> Closed => Set<ClosedRow>();
    internal DbSet<SnapshotRow> Snapshots => Set<SnapshotRow>();
    internal DbSet<GoalSnapshotRow> GoalSnapshots => Set<GoalSnapshotRow>();
    internal DbSet<CloseSealRow> CloseSeals => Set<CloseSealRow>();
    internal DbSet<TeamRow> Teams => Set<TeamRow>();
    internal DbSet<TeamManagerRow> TeamManagers => Set<TeamManagerRow>();
    internal DbSet<ChannelRow> Channels => Set<ChannelRow>();
    internal DbSet<PersonRow> People => Set<PersonRow>();
    internal DbSet<InactivityRow> Inactivities => Set<InactivityRow>();
    internal DbSet<MembershipRow> Memberships => Set<MembershipRow>();
    internal DbSet<IdentityRow> Identities => Set<IdentityRow>();
    internal DbSet<CalendarRow> Calendars => Set<CalendarRow>();
    internal DbSet<DayOffRow> DaysOff => Set<DayOffRow>();
    internal DbSet<OrganisationRow> Organisations => Set<OrganisationRow>();
    internal DbSet<PointRulesRow> PointRules => Set<PointRulesRow>();

    internal DbSet<RulebookRow> Rulebooks => Set<RulebookRow>();
    internal DbSet<BadgeSettingRow> BadgeSettings => Set<BadgeSettingRow>();
    internal DbSet<AuditRow> Audit => Set<AuditRow>();
    internal DbSet<ConnectionRow> Connections => Set<ConnectionRow>();
    internal DbSet<ConversationRow> Conversations => Set<ConversationRow>();
    internal DbSet<GoalRow> Goals => Set<GoalRow>();
    internal DbSet<GoalVersionRow> GoalVersions => Set<GoalVersionRow>();
    internal DbSet<GoalPauseRow> GoalPauses => Set<GoalPauseRow>();
    internal DbSet<GoalProgressRow> GoalProgress => Set<GoalProgressRow>();
    internal DbSet<FirstVisitRow> FirstVisits => Set<FirstVisitRow>();
    internal DbSet<CheckupRow> Checkups => Set<CheckupRow>();
    internal DbSet<RateRow> Rates => Set<RateRow>();
    internal DbSet<GrantRow> Grants => Set<GrantRow>();
    internal DbSet<GrantLineRow> GrantLines => Set<GrantLineRow>();
    internal DbSet<RecipientChangeRow> RecipientChanges => Set<RecipientChangeRow>();
    internal DbSet<CoinEntryRow> CoinEntries => Set<CoinEntryRow>();
    internal DbSet<UnlockRow> Unlocks => Set<UnlockRow>();
    internal DbSet<PrizeStepRow> PrizeSteps => Set<PrizeStepRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conversions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(GameContext).Assembly, mapping => mapping != typeof(ErrandMapping));
        ColumnNames.Apply(modelBuilder);
    }

    /// <summary>The properties that are stored as text, whatever type they have in code.</summary>
    protected static IEnumerable<IMutableProperty> TextProperties(ModelBuilder model) =>
        model
            .Model.GetEntityTypes()
            .SelectMany(row => row.GetProperties())
            .Where(property => (property.GetValueConverter()?.ProviderClrType ?? property.ClrType) == typeof(string));
}
