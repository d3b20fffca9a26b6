using System.Runtime.InteropServices;
using Gamification.Goals;
using Gamification.Points;

namespace Gamification.Badges;

/// <summary>A badge line with what the unlocking activity was worth.</summary>
/// <param name="IsFirst">The badge was never earned before, in whatever period.</param>
internal readonly record struct Awarded(Award Award, Badge Badge, long Revenue, bool IsFirst);

/// <summary>Brings the badges of everyone whose counts changed up to date.</summary>
internal sealed class BadgePlay(World world, Book book, Needed needed)
{
    private readonly List<BadgeProgress> progress = [];
    private readonly List<Awarded> awards = [];

    public IReadOnlyList<BadgeProgress> Progress => progress;

    public IReadOnlyList<Awarded> Awards => awards;

    /// <param name="again">Whose badges are counted again although none of their counts changed.</param>
    /// <param name="moves">What the goals of this group did.</param>
    public void Run(Recount again, IReadOnlyList<GoalMove> moves)
    {
        var goals = new GoalContributions(world, book, moves);
        foreach (var (person, changes) in Changed(again, goals))
            if (!world.Progress.TryGetValue(person, out var known))
                needed.Progress(person);
            else
                Play(new(world, book, world.People[person], known, changes, moves), again, goals);
    }

    private Dictionary<PersonId, List<Contribution>> Changed(Recount again, GoalContributions goals)
    {
        var people = again.Badges.ToDictionary(person => person, _ => new List<Contribution>());
        foreach (var line in book.Lines)
            if (Contributions.IsChanged(line))
                Contributions.AddChanges(line, Of(people, line.Key.Person));

        foreach (var (person, part) in goals.Run())
            Of(people, person).Add(part);

        foreach (var person in goals.Again)
            Of(people, person);

        foreach (var changes in people.Values)
            Contributions.Order(changes);

        return people;
    }

    private void Play(PersonBadges badges, Recount again, GoalContributions goals)
    {
        var isAgain = again.Badges.Contains(badges.Person.Id);
        foreach (var badge in world.Rules.Badges)
            Play(badges, badge, isAgain || goals.IsAgain(badge, badges.Person.Id, badges.Known), again);
    }

    private void Play(PersonBadges badges, Badge badge, bool isAgain, Recount again)
    {
        if (isAgain && !badges.IsLoaded)
        {
            badges.Ask(needed);
            return;
        }

        foreach (var row in isAgain ? badges.RowsOf(badge) : badges.ChangedRowsOf(badge))
        {
            if (!badges.Knows(row))
            {
                needed.BadgePeriod(row.Key);
                continue;
            }

            var before = badges.Before(row);
            var after = (isAgain ? null : badges.Step(row, before)) ?? badges.Recount(row, before);
            if (after is null)
                badges.Ask(needed);
            else
                Take(badges, row.Badge, before, Keeps(badge, before, after, again) ? before with { IsKept = true } : after);
        }
    }

    /// <summary>
    /// Time off that is taken back more than 30 days after the unlock takes nothing with it, and neither do edited goals or rules: only
    /// facts do.
    /// </summary>
    private static bool Keeps(Badge badge, BadgeProgress before, BadgeProgress after, Recount again) =>
        before.Crossed is { } crossed
        && !after.IsHeld
        && (
            (again.CalendarChanged is { } at && at - crossed.Credited > BadgeFold.Revocable)
            || (badge.Trigger is Trigger.GoalMonth && again.IsOfSettingsOnly)
        );

    private void Take(PersonBadges badges, Badge badge, BadgeProgress before, BadgeProgress after)
    {
        if (ReferenceEquals(before, after) || badges.IsNothing(before, after))
            return;

        progress.Add(after);
        if (before.IsHeld == after.IsHeld)
            return;

        var at = after.Crossed ?? badges.CauseOf(before);
        var isFirst = after.IsHeld && badges.IsFirst(badge, awards);
        awards.Add(new(new(badge.Id, after.Person, after.Period, after.Revision - 1, at), badge, badges.RevenueAt(at), isFirst));
    }

    private static List<Contribution> Of(Dictionary<PersonId, List<Contribution>> people, PersonId person)
    {
        ref var changes = ref CollectionsMarshal.GetValueRefOrAddDefault(people, person, out _);
        return changes ??= [];
    }
}
