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
    private List<Contribution>? history;

    public Person Person => person;

    public IReadOnlyList<BadgeProgress> Known => known;

    /// <summary>Whether all that ever counted is here.</summary>
    public bool IsLoaded => world.Histories.ContainsKey(person.Id) && world.Goals.ContainsKey(SubjectId.Of(person.Id));

    public void Ask(Needed needed)
    {
        if (!world.Histories.ContainsKey(person.Id))
            needed.History(person.Id);
        if (!world.Goals.ContainsKey(SubjectId.Of(person.Id)))
            needed.Goals(SubjectId.Of(person.Id));
    }

    public BadgeProgress Before(Row row) => rows.GetValueOrDefault((row.Badge.Id, row.Period)) ?? row.Empty;

    /// <summary>Rows that a change of this group moves.</summary>
    public IEnumerable<Row> ChangedRowsOf(Badge badge) => PeriodsOf(Moves(badge, changes)).Select(period => new Row(badge, person, period));

    /// <summary>All rows: one, or one for each period that is stored or that the history knows.</summary>
    public IEnumerable<Row> RowsOf(Badge badge) =>
        badge.Trigger.Repeats is null
            ? [new(badge, person, "")]
            : rows
                .Keys.Where(row => row.Badge == badge.Id)
                .Select(row => row.Period)
                .Union(History is { } all ? PeriodsOf(Moves(badge, all)) : [])
                .Select(period => new Row(badge, person, period));

    /// <summary>Null when only the history can tell.</summary>
    public BadgeProgress? Step(Row row, BadgeProgress before) =>
        row.Badge.Trigger.FoldOf(row).Step(before, Moves(row, changes), StandingOf(row.Badge.Trigger));

    /// <summary>Null while the history is not loaded.</summary>
    public BadgeProgress? Recount(Row row, BadgeProgress before) =>
        History is not { } all ? null
        : row.Badge.Trigger.FoldOf(row).Recount(before, Moves(row, all)) is var after && Waits(row, before, after) ? before
        : after;

    /// <summary>Whether there is no row, and nothing to put into one.</summary>
    public bool IsNothing(BadgeProgress before, BadgeProgress after) =>
        after is { Actual: 0, Peak: 0, Crossed: null } && after.Last == Positions.Start && !rows.ContainsKey((before.Badge, before.Period));

    /// <summary>Whether the badge was never earned, in whatever period, nor is by this group already.</summary>
    public bool IsFirst(Badge badge, List<Awarded> awards) =>
        !known.Any(row => row.Badge == badge.Id && row.Revision > 0)
        && !awards.Exists(awarded => awarded.Badge == badge && awarded.Award.Person == person.Id);

    /// <summary>Where the change stands that took a badge: the newest of this group, or the place of the unlock where no activity did.</summary>
    public Position CauseOf(BadgeProgress before) => changes.Count > 0 ? changes[^1].At : before.Crossed ?? before.Last;

    public long RevenueAt(Position at)
    {
        long sum = 0;
        foreach (var part in history ?? changes)
            if (part.At == at)
                sum += part.Measures.Revenue;

        return sum;
    }

    private List<Contribution>? History => history ??= IsLoaded ? Whole(world.Histories[person.Id]) : null;

    private List<Contribution> Whole(IReadOnlyList<Entry> stored)
    {
        var all = Contributions.History(stored, Mine);
        all.AddRange(Goals.Weeks().Select(Contribution.Of));
        all.AddRange(Goals.Months(Contributions.History([.. stored.Where(IsPresent)], Mine.Where(line => !line.IsPast))));
        all.Sort(Contributions.InOrder);
        return all;
    }

    private GoalHistory Goals => new(world, person, moves);

    private bool Waits(Row row, BadgeProgress before, BadgeProgress after) =>
        row.Badge.Trigger is Trigger.GoalWeeks && !after.IsHeld && before.Crossed is { } crossed && Goals.IsOpenAgain(crossed.Credited);

    private IEnumerable<Line> Mine => book.Lines.Where(line => line.Key.Person == person.Id);

    private static bool IsPresent(Entry entry) => !RuleNames.IsPast(entry.Key.Rule);

    private List<Move> Moves(Badge badge, IReadOnlyList<Contribution> parts)
    {
        var moves = new List<Move>();
        foreach (var part in parts)
            if (badge.Trigger.MoveOf(part, person, world.Organisation) is { } move)
                moves.Add(move);

        return moves;
    }

    private List<Move> Moves(Row row, IReadOnlyList<Contribution> parts) =>
        Moves(row.Badge, parts) is var moves && moves.TrueForAll(move => move.Period == row.Period)
            ? moves
            : moves.FindAll(move => move.Period == row.Period);

    private static IEnumerable<string> PeriodsOf(List<Move> moves) => moves.Select(move => move.Period).Distinct();

    /// <summary>What a deal or goal stood at before this group.</summary>
    private Func<string, long> StandingOf(Trigger trigger) =>
        trigger is Trigger.GoalMonth
            ? goal => changes.First(change => change.Goal?.Goal == goal).Goal!.From
            : deal => book.LinesOf(new(deal)).Where(line => line.Key.Person == person.Id).Sum(line => line.Posted.Measures.Revenue);
}
