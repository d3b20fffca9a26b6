using Gamification.Activities;
using Gamification.Goals;
using Gamification.People;
using Gamification.Points;
using Gamification.Time;
using Period = Gamification.Time.Period;

namespace Gamification.Badges;

/// <summary>The rows of one person while a group is played, with what changes in them and, where it is asked for, all that ever counted.</summary>
/// <param name="changes">In order.</param>
internal sealed class PersonBadges(
    World world,
    Book book,
    Person person,
    IReadOnlyList<BadgeProgress> known,
    IReadOnlyList<Contribution> changes,
    IReadOnlyList<GoalMove> moves
)
{
    private readonly Dictionary<(string Badge, string Period), BadgeProgress> rows = known.ToDictionary(row => (row.Badge, row.Period));
    private readonly MovesByPeriod changed = new(changes, person, world.Organisation);
    private List<Contribution>? history;
    private bool? loaded;
    private MovesByPeriod? ever;

    public Person Person => person;

    public IReadOnlyList<BadgeProgress> Known => known;

    /// <summary>Whether all that ever counted is here.</summary>
    public bool IsLoaded => loaded ??= Unloaded is { Count: 0 };

    public void Ask(Needed needed)
    {
        if (!world.Histories.ContainsKey(person.Id))
            needed.History(person.Id);
        if (!world.Goals.ContainsKey(SubjectId.Of(person.Id)))
            needed.Goals(SubjectId.Of(person.Id));
        foreach (var chained in Unloaded ?? [])
            needed.GoalProgress(chained);
    }

    /// <summary>Goals of which it has to be known where they were unlocked; null while the history is not there.</summary>
    private List<GoalScope>? Unloaded =>
        world.Histories.TryGetValue(person.Id, out var lines) && world.Goals.ContainsKey(SubjectId.Of(person.Id))
            ? [.. ChainedMonths.Of(world, person.Id, lines).Where(chained => !world.GoalProgress.ContainsKey(chained))]
            : null;

    /// <summary>Whether it was looked for, stored or not.</summary>
    public bool Knows(Row row) =>
        row.Badge.Trigger.Repeats is null || world.Histories.ContainsKey(person.Id) || world.BadgePeriods.ContainsKey(row.Key);

    public BadgeProgress Before(Row row) => Stored(row.Badge.Id, row.Period) ?? row.Empty;

    /// <summary>Rows that a change of this group moves.</summary>
    public IEnumerable<Row> ChangedRowsOf(Badge badge) => changed.PeriodsOf(badge).Select(period => new Row(badge, person, period));

    /// <summary>All rows: one, or one for each period that is stored or that the history knows.</summary>
    public IEnumerable<Row> RowsOf(Badge badge) =>
        badge.Trigger.Repeats is null
            ? [new(badge, person, "")]
            : rows
                .Keys.Where(row => row.Badge == badge.Id)
                .Select(row => row.Period)
                .Union(Ever?.PeriodsOf(badge) ?? [])
                .Select(period => new Row(badge, person, period));

    /// <summary>Null when only the history can tell.</summary>
    public BadgeProgress? Step(Row row, BadgeProgress before) =>
        row.Badge.Trigger.FoldOf(row).Step(before, changed.Of(row), StandingOf(row.Badge.Trigger));

    /// <summary>Null while the history is not loaded.</summary>
    public BadgeProgress? Recount(Row row, BadgeProgress before) =>
        Ever is not { } all ? null
        : row.Badge.Trigger.FoldOf(row).Recount(before, all.Of(row)) is var after && Waits(row, before, after) ? before
        : after;

    /// <summary>Whether there is no row, and nothing to put into one.</summary>
    public bool IsNothing(BadgeProgress before, BadgeProgress after) =>
        after is { Actual: 0, Peak: 0, Crossed: null } && after.Last == Positions.Start && Stored(before.Badge, before.Period) is null;

    /// <summary>Whether the badge was never earned, in whatever period, nor is by this group already.</summary>
    public bool IsFirst(Badge badge, List<Awarded> awards) =>
        !known.Any(row => row.Badge == badge.Id && row.Revision > 0)
        && !world.BadgePeriods.Values.Any(row => row is { Revision: > 0 } && row.Badge == badge.Id && row.Person == person.Id)
        && !awards.Exists(awarded => awarded.Badge == badge && awarded.Award.Person == person.Id);

    /// <summary>Where the change stands that took a badge: the newest of this group, or the place of the unlock where no activity did.</summary>
    public Position CauseOf(BadgeProgress before) => changes.Count > 0 ? changes[^1].At : before.Crossed ?? before.Last;

    public long RevenueAt(Position at)
    {
        var parts = history ?? changes;
        long sum = 0;
        for (var i = FirstAt(parts, at); i < parts.Count && parts[i].At == at; i++)
            sum += parts[i].Measures.Revenue;

        return sum;
    }

    /// <summary>The first place that is not before a position.</summary>
    private static int FirstAt(IReadOnlyList<Contribution> ordered, Position at)
    {
        var (first, end) = (0, ordered.Count);
        while (first < end)
            if (ordered[(first + end) / 2].At < at)
                first = ((first + end) / 2) + 1;
            else
                end = (first + end) / 2;

        return first;
    }

    private BadgeProgress? Stored(string badge, string period) =>
        rows.GetValueOrDefault((badge, period)) ?? world.BadgePeriods.GetValueOrDefault(new(person.Id, badge, period));

    private MovesByPeriod? Ever => ever ??= History is { } all ? new(all, person, world.Organisation) : null;

    private List<Contribution>? History => history ??= IsLoaded ? Whole(world.Histories[person.Id]) : null;

    private List<Contribution> Whole(IReadOnlyList<Entry> stored)
    {
        var all = Contributions.History(stored, Mine);
        all.AddRange(Goals.Weeks().Select(Contribution.Of));
        if (Goals.CountsMonths)
            all.AddRange(Goals.Months(Contributions.History([.. stored.Where(IsPresent)], Mine.Where(line => !line.IsPast))));
        Contributions.Order(all);
        return all;
    }

    private GoalHistory Goals => new(world, person, moves);

    private bool Waits(Row row, BadgeProgress before, BadgeProgress after) =>
        row.Badge.Trigger is Trigger.GoalWeeks && !after.IsHeld && before.Crossed is { } crossed && Goals.IsOpenAgain(crossed.Credited);

    private IEnumerable<Line> Mine => book.Lines.Where(line => line.Key.Person == person.Id);

    private static bool IsPresent(Entry entry) => !RuleNames.IsPast(entry.Key.Rule);

    /// <summary>What a deal or goal stood at before this group.</summary>
    private Func<string, long> StandingOf(Trigger trigger) =>
        trigger is Trigger.GoalMonth
            ? goal => changes.First(change => change.Goal?.Goal == goal).Goal!.From
            : deal => book.LinesOf(new(deal)).Where(line => line.Key.Person == person.Id).Sum(line => line.Posted.Measures.Revenue);
}
