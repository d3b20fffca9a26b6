using System.Globalization;
using Gamification.Badges;
using Gamification.Goals;
using Gamification.Points;
using static System.FormattableString;

namespace Gamification.Verifying;

/// <summary>Deals all days of a person afresh, adds up their lines and counts their badges and goals, and compares with what is stored.</summary>
/// <param name="world">With the person's lines by day and as history, their days, badge progress and goals with their progress.</param>
/// <param name="stored">All tallies of the person.</param>
public sealed class PersonVerification(World world, PersonId person, IReadOnlyList<Tally> stored)
{
    private const int DaysTogether = 100;

    private readonly List<Difference> differences = [];

    public IReadOnlyList<Difference> Run()
    {
        var scope = Recount.Nothing with
        {
            Days = AreDaysRight() ? new HashSet<DayKey>() : world.DayEntries.Keys.ToHashSet(),
            Badges = new HashSet<PersonId> { person },
            Goals = world.GoalProgress.Keys.Where(IsOwn).ToHashSet(),
            OwnGoalsOnly = true,
        };
        if (Engine.Recount(scope, world) is not Outcome.Decided decided)
            throw new InvalidOperationException($"The days and badges of '{person}' were not all loaded.");

        CompareLines(decided.Entries);
        CompareDays(decided.Days);
        CompareBadges(decided.Progress);
        CompareGoals(decided.Goals);
        CompareTallies();
        return differences;
    }

    /// <summary>Days do not rest on each other: while they are right, of a long history only some are dealt in memory at a time.</summary>
    private bool AreDaysRight() =>
        world
            .DayEntries.Keys.OrderBy(day => day.Date)
            .Chunk(DaysTogether)
            .All(days =>
                Engine.Recount(Recount.Nothing with { Days = days.ToHashSet() }, world) is Outcome.Decided { Entries: [] } dealt
                && dealt.Days.All(IsRight)
            );

    private bool IsRight(DayState day) =>
        world.Days.GetValueOrDefault(new(person, day.Date)) is var stored && (IsSame(stored, day) || Text(stored) == Text(day));

    /// <summary>Of managers' goals it only has to be known where they were unlocked.</summary>
    private bool IsOwn(GoalScope scope) => world.Goals[SubjectId.Of(person)].Any(goal => goal.Id == scope.Goal && goal.Assignment is null);

    private void CompareLines(IReadOnlyList<Entry> posted)
    {
        foreach (var entry in posted)
            Add(DifferenceKind.Line, Text(entry.Key), "0", Invariant($"{entry.Points} more points, {entry.Measures}"));
    }

    private void CompareDays(IReadOnlyList<DayState> days)
    {
        foreach (var day in days)
            if (!IsRight(day))
                Add(DifferenceKind.Day, Text(day.Date), Text(world.Days.GetValueOrDefault(new(person, day.Date))), Text(day));
    }

    private void CompareBadges(IReadOnlyList<BadgeProgress> progress)
    {
        var known = world.Progress[person].ToDictionary(row => (row.Badge, row.Period));
        foreach (var row in progress)
            if (
                known.GetValueOrDefault((row.Badge, row.Period)) is var stored
                && (stored?.Actual, stored?.Crossed) != (row.Actual, row.Crossed)
                && Text(stored) is var before
                && before != Text(row)
            )
                Add(DifferenceKind.Badge, $"{row.Badge} {row.Period}".TrimEnd(), before, Text(row));
    }

    private void CompareGoals(IReadOnlyList<GoalProgress> goals)
    {
        foreach (var goal in goals)
            if (GoalVerification.TextOf(world.GoalProgress[goal.Scope]) is var before && before != GoalVerification.TextOf(goal))
                Add(DifferenceKind.Goal, $"{goal.Scope.Goal} {goal.Scope.Period}", before, GoalVerification.TextOf(goal));
    }

    private void CompareTallies()
    {
        foreach (var missing in MissingTallies(world.Organisation, world.Histories[person], stored))
            Add(DifferenceKind.Tally, Text(missing.Key), "0", Invariant($"{missing.Points} more points, {missing.Measures}"));
    }

    /// <summary>What has to be added to the stored tallies to make them the sums of the ledger.</summary>
    public static IReadOnlyList<Tally> MissingTallies(Organisation organisation, IReadOnlyList<Entry> lines, IReadOnlyList<Tally> stored)
    {
        var tallies = new Tallies(organisation);
        foreach (var entry in lines)
            tallies.Add(entry);

        return tallies.DifferencesTo(stored);
    }

    private void Add(DifferenceKind kind, string key, string before, string after) =>
        differences.Add(new(kind, person, key, before, after));

    private static bool IsSame(DayState? stored, DayState derived) =>
        stored is not null
        && (stored.Last, stored.Active) == (derived.Last, derived.Active)
        && stored.QuotePlaces.SequenceEqual(derived.QuotePlaces)
        && stored.ReplyScores.Count == derived.ReplyScores.Count
        && stored.ReplyScores.All(score => derived.ReplyScores.GetValueOrDefault(score.Key) == score.Value);

    /// <summary>A day that nothing is left of is no day.</summary>
    private static string Text(DayState? day) =>
        day is null || day.Last.Fact.ExternalId.Length == 0
            ? ""
            : Invariant(
                $"{day.Last} {string.Join(' ', day.QuotePlaces)} {string.Join(' ', day.ReplyScores.OrderBy(score => score.Key.Value, StringComparer.Ordinal))} {day.Active}"
            );

    private static string Text(BadgeProgress? row) =>
        row is null or { Actual: 0, Crossed: null } ? "" : Invariant($"{row.Actual}, held since {row.Crossed}");

    private static string Text<T>(T value) => string.Create(CultureInfo.InvariantCulture, $"{value}");
}
