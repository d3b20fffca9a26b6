using System.Runtime.InteropServices;
using Gamification.Activities;
using Gamification.Points;

namespace Gamification.Badges;

/// <summary>A badge line with what the unlocking activity was worth.</summary>
internal readonly record struct Awarded(Award Award, Badge Badge, long Revenue);

/// <summary>Brings the badges of everyone whose counts changed up to date.</summary>
internal sealed class BadgePlay(World world, Book book, Needed needed)
{
    private readonly List<BadgeProgress> progress = [];
    private readonly List<Awarded> awards = [];

    public IReadOnlyList<BadgeProgress> Progress => progress;

    public IReadOnlyList<Awarded> Awards => awards;

    /// <param name="again">People whose badges are counted again although none of their counts changed.</param>
    public void Run(IReadOnlySet<PersonId> again)
    {
        foreach (var (person, parts) in Changed(again))
        {
            var contributions = Contribution.InOrder(parts);
            foreach (var badge in world.Rules.Badges)
                Play(badge, person, contributions, again.Contains(person));
        }
    }

    private Dictionary<PersonId, List<(Position At, Measures Measures)>> Changed(IReadOnlySet<PersonId> again)
    {
        var people = again.ToDictionary(person => person, _ => new List<(Position, Measures)>());
        foreach (var line in book.Lines)
            if (line.Wanted.Measures != line.Posted.Measures || line.StandsElsewhere)
            {
                ref var parts = ref CollectionsMarshal.GetValueRefOrAddDefault(people, line.Key.Person, out _);
                line.AddChanges(parts ??= []);
            }

        return people;
    }

    private void Play(Badge badge, PersonId person, List<Contribution> contributions, bool again)
    {
        var changes = Of(badge, contributions);
        if (changes.Count == 0 && !again)
            return;

        if (!world.Progress.TryGetValue(person, out var known))
        {
            needed.Progress(person);
            return;
        }

        var before = known.FirstOrDefault(row => row.Badge == badge.Id && row.Period.Length == 0) ?? BadgeFold.Start(badge, person);
        if (!again && changes[0].At > before.Last)
            Step(badge, before, changes, contributions);
        else if (!again && BadgeFold.IsOnlyASum(before, badge.Trigger.Threshold, changes))
            progress.Add(BadgeFold.Sum(before, changes));
        else if (world.Histories.TryGetValue(person, out var history))
            Recount(badge, before, history, contributions);
        else
            needed.History(person);
    }

    private static List<(Position At, long Value)> Of(Badge badge, List<Contribution> contributions)
    {
        var changes = new List<(Position, long)>(contributions.Count);
        foreach (var (position, measures) in contributions)
            if (badge.Trigger.Of(measures) is not 0 and var value)
                changes.Add((position, value));

        return changes;
    }

    private void Step(Badge badge, BadgeProgress before, List<(Position At, long Value)> changes, List<Contribution> contributions)
    {
        foreach (var (at, value) in changes)
        {
            var after = BadgeFold.Step(before, badge.Trigger.Threshold, value, at);
            if (after.Revision != before.Revision)
                Line(badge, after, at, contributions);

            before = after;
        }

        progress.Add(before);
    }

    private void Recount(Badge badge, BadgeProgress before, IReadOnlyList<Entry> history, List<Contribution> contributions)
    {
        var whole = Contribution.InOrder(
            history.Select(entry => (entry.Position, entry.Measures)).Concat(contributions.Select(part => (part.Position, part.Measures)))
        );
        var (after, moved) = BadgeFold.Recount(before, badge.Trigger.Threshold, Of(badge, whole));
        progress.Add(after);
        if (after.Revision != before.Revision)
            Line(badge, after, moved == Positions.Start ? after.Last : moved, whole);
    }

    private void Line(Badge badge, BadgeProgress after, Position at, List<Contribution> contributions) =>
        awards.Add(
            new(
                new(badge.Id, after.Person, after.Period, after.Revision - 1, at),
                badge,
                contributions.Find(part => part.Position == at).Measures.Revenue
            )
        );
}
