using Gamification.Activities;
using Gamification.Goals;
using Gamification.Points;
using Gamification.Time;

namespace Gamification.Rewards;

/// <summary>
/// Bonus points against the ledger: open lines follow what should stand; what belongs to a closed day is carried to the first open one,
/// so that the sum is right.
/// </summary>
internal sealed class BonusLedger(World world, Closes closes)
{
    /// <summary>A line that nothing was posted for yet.</summary>
    public Entry New(GoalScope scope, Bonus bonus) => Row(scope, bonus.Key, 0, bonus.At, TeamOf(bonus.Key), bonus.Points);

    /// <param name="rules">The rules that are compared.</param>
    /// <param name="wanted">All that should stand under them.</param>
    /// <param name="cause">Where what is carried is posted.</param>
    public IEnumerable<Entry> Differences(
        GoalScope scope,
        PostedRewards posted,
        IReadOnlySet<string> rules,
        IReadOnlyList<Bonus> wanted,
        Position cause
    )
    {
        var stored = posted.Entries.Where(entry => rules.Contains(entry.Key.Rule)).ToLookup(entry => entry.Key);
        var missing = new Dictionary<(string Rule, PersonId Person), long>();
        var entries = new List<Entry>();
        foreach (var key in wanted.Select(bonus => bonus.Key).Union(stored.Select(line => line.Key)).ToList())
        {
            var bonus = wanted.FirstOrDefault(bonus => bonus.Key == key);
            var net = stored[key].Sum(entry => entry.Points);
            if (closes.Hold(key.Dated))
                missing[(key.Rule, key.Person)] = missing.GetValueOrDefault((key.Rule, key.Person)) + (bonus?.Points ?? 0) - net;
            else
                entries.AddRange(Difference(scope, key, bonus, [.. stored[key]], net));
        }

        foreach (var rule in rules)
            entries.AddRange(
                Carry(
                    scope,
                    posted,
                    RuleNames.Carried(rule),
                    missing.Where(one => one.Key.Rule == rule).ToDictionary(one => one.Key.Person, one => one.Value),
                    cause
                )
            );

        return entries;
    }

    /// <summary>
    /// Of a period that was reopened: what was posted stays, wherever it stands, and only what all of it is short of is added, under the
    /// earliest activities that should have more.
    /// </summary>
    public IEnumerable<Entry> Missing(GoalScope scope, PostedRewards posted, string rule, IReadOnlyList<Bonus> wanted, Position cause)
    {
        var stored = posted.Entries.Where(entry => entry.Key.Rule == rule).ToLookup(entry => entry.Key);
        var standing = stored
            .Where(lines => wanted.All(bonus => bonus.Key != lines.Key))
            .Select(lines => new Bonus(lines.Key, lines.MaxBy(line => line.Revision)!.Position, 0));
        var left = Math.Max(0, wanted.Sum(bonus => bonus.Points) - posted.PointsOf(rule));
        var carried = posted.Entries.Where(entry => entry.Key.Rule == RuleNames.Carried(rule)).Sum(entry => entry.Points);
        var entries = new List<Entry>();
        foreach (var bonus in wanted.Concat(standing).OrderBy(bonus => bonus.At).ToList())
        {
            var net = stored[bonus.Key].Sum(entry => entry.Points);
            var more = Math.Clamp(bonus.Points - net, 0, left);
            left -= more;
            if (closes.Hold(bonus.Key.Dated))
                carried += more;
            else
                entries.AddRange(Difference(scope, bonus.Key, bonus with { Points = net + more }, [.. stored[bonus.Key]], net));
        }

        var person = scope.Subject.Person!.Value;
        entries.AddRange(Carry(scope, posted, RuleNames.Carried(rule), new() { [person] = carried + left }, cause));
        return entries;
    }

    private IEnumerable<Entry> Difference(GoalScope scope, EntryKey key, Bonus? bonus, List<Entry> stored, long net)
    {
        var points = bonus?.Points ?? 0;
        var last = stored.MaxBy(entry => entry.Revision);
        var at = bonus?.At ?? last!.Position;
        if (net != 0 && points != 0 && last!.Team != TeamOf(key))
        {
            yield return Row(scope, key, stored.Count, at, last.Team, -net);
            yield return Row(scope, key, stored.Count + 1, at, TeamOf(key), points);
        }
        else if (points != net)
            yield return Row(scope, key, stored.Count, at, net == 0 ? TeamOf(key) : last!.Team, points - net);
    }

    private IEnumerable<Entry> Carry(GoalScope scope, PostedRewards posted, string rule, Dictionary<PersonId, long> missing, Position cause)
    {
        var carried = posted.Entries.Where(entry => entry.Key.Rule == rule).ToLookup(entry => entry.Key.Person);
        foreach (var person in missing.Keys.Union(carried.Select(lines => lines.Key)))
        {
            var difference = missing.GetValueOrDefault(person) - carried[person].Sum(entry => entry.Points);
            if (difference == 0)
                continue;

            var open = carried[person].Where(entry => !closes.Hold(entry.Key.Dated)).MaxBy(entry => (entry.Key.Dated, entry.Revision));
            var key = open?.Key ?? new(cause.Fact, rule, person, closes.FirstOpenFrom(cause.Credited));
            yield return Row(
                scope,
                key,
                carried[person].Count(entry => entry.Key == key),
                open?.Position ?? cause,
                open is null ? TeamOf(key) : open.Team,
                difference
            );
        }
    }

    private TeamId? TeamOf(EntryKey key) => world.People[key.Person].TeamOn(world.Organisation.DayOf(key.Dated));

    private static Entry Row(GoalScope scope, EntryKey key, int revision, Position at, TeamId? team, long points) =>
        new(
            key,
            revision,
            at,
            team,
            PostedRewards.EntityOf(scope),
            Grouping: null,
            default,
            Candidate: 0,
            points,
            ReplySeconds: null,
            RuleVersion: 0,
            points < 0 ? Reasons.BonusGone : Reasons.Bonus
        );
}
