using Gamification.Activities;
using Gamification.Announcements;
using Gamification.Badges;
using Gamification.Goals;
using Gamification.Points;
using Gamification.Rewards;
using Gamification.Time;

namespace Gamification;

/// <summary>
/// One group of accepted facts, decided in the order of the strata: entities, the deals' places of a day, the days' limits, goals,
/// rewards, badges, and then the differences to what is posted.
/// </summary>
internal sealed class GroupPlay
{
    private readonly IReadOnlyList<Fact> accepted;
    private readonly Recount again;
    private readonly Closes closes;
    private readonly bool isAgain;
    private readonly World world;
    private readonly Book book;
    private readonly EarliestQuotes quotes;
    private readonly FoldContext context;
    private readonly Needed needed = new();
    private readonly List<Fact> changedBefore = [];
    private readonly Dictionary<FactId, Fact> folded = [];
    private readonly Acceptance acceptance;
    private HashSet<Position>? past;

    public GroupPlay(IReadOnlyList<Fact> accepted, World world, Closes closes)
        : this(accepted, Recount.Nothing, world, closes) { }

    public GroupPlay(Recount again, World world, Closes closes)
        : this(again.Moved, again, world, closes) { }

    private GroupPlay(IReadOnlyList<Fact> accepted, Recount again, World world, Closes closes)
    {
        (this.accepted, this.again, this.world, this.closes) = (accepted, again, world, closes);
        isAgain = again != Recount.Nothing;
        book = new(world, closes);
        quotes = new(world, accepted);
        context = new(world, closes, book, quotes);
        acceptance = new(world, closes);
    }

    public Outcome Decide()
    {
        foreach (var (entity, facts) in ByEntity())
            Fold(entity, facts);

        DealDays.Assign(book, world, again.Entities);
        var days = new DayPlay(world, book, needed, again.Days).Run();
        var goals = new GoalPlay(world, book, needed);
        goals.Run(again);
        var rewards = new RewardPlay(world, needed, closes);
        rewards.Run(goals.Moves);
        var badges = new BadgePlay(world, book, needed);
        badges.Run(again, goals.Moves);
        return needed.Outcome is { } needs ? needs : Differences(days, goals, rewards, badges);
    }

    private Dictionary<EntityId, List<Fact>> ByEntity()
    {
        var entities = again.Entities.ToDictionary(entity => entity, _ => new List<Fact>());
        foreach (var fact in accepted)
            if (fact.State is FactState.Counted)
            {
                if (!entities.TryGetValue(fact.Entity, out var facts))
                    entities[fact.Entity] = facts = [];

                facts.Add(fact);
            }

        foreach (var deal in quotes.Earlier.Keys)
            if (world.Facts.ContainsKey(deal))
                entities.TryAdd(deal, []);

        return entities;
    }

    private void Fold(EntityId entity, List<Fact> added)
    {
        book.Open(entity);
        var before = Before(entity);
        var facts = new List<Fact>(added);
        facts.AddRange(before.Select(Retried).Where(fact => fact.State is not FactState.Listed));
        if (facts.Count > 0)
            EntityLines.Apply(book, entity, EntityFold.Of(entity, facts, context).Effects, OccasionOf(facts, added, before));

        foreach (var fact in facts)
            folded[fact.Id] = fact;

        foreach (var fact in before)
            if (folded.TryGetValue(fact.Id, out var now) && (now.State, now.Reason, now.Rates) != (fact.State, fact.Reason, fact.Rates))
                changedBefore.Add(now);
    }

    /// <summary>What waits for a rate takes part if the deal has one for it now.</summary>
    private Fact Retried(Fact stored) => stored.State is FactState.Quarantined ? acceptance.AcceptAgain(stored) : stored;

    /// <summary>What is stored of an entity, without facts that come again with another place in the order.</summary>
    private IReadOnlyList<Fact> Before(EntityId entity)
    {
        var stored = world.Facts.GetValueOrDefault(entity, []);
        var coming =
            again.Moved.Count > 0 ? again.Moved
            : stored.Any(fact => fact.State is FactState.Quarantined) ? accepted
            : [];
        return coming.Count == 0 ? stored : [.. stored.Where(fact => !coming.Any(fresh => fresh.Id == fact.Id))];
    }

    /// <summary>What came, or waited until now, and takes part is what may be new about closed periods.</summary>
    private Occasion OccasionOf(List<Fact> facts, List<Fact> added, IReadOnlyList<Fact> before)
    {
        if (!isAgain && added.Count == 0 && quotes.Earlier.TryGetValue(facts[0].Entity, out var quote))
            return Occasion.Of(quote, facts[0]);

        if (!isAgain && !facts.Exists(IsWaiting) && !before.Any(IsWaiting))
            return Occasion.New(added);

        var part = facts.Exists(IsWaiting) ? facts.FindAll(fact => !IsWaiting(fact)) : facts;
        if (isAgain)
            return Occasion.Again(part, added);

        var stood = before.Where(fact => !IsWaiting(fact)).Select(fact => fact.Id).ToHashSet();
        return Occasion.New([.. part.Where(fact => !stood.Contains(fact.Id))]);
    }

    private static bool IsWaiting(Fact fact) => fact.State is FactState.Quarantined;

    private Outcome.Decided Differences(IReadOnlyList<DayState> days, GoalPlay goals, RewardPlay rewards, BadgePlay badges)
    {
        var entries = new List<Entry>();
        var tallies = new Tallies(world.Organisation);
        foreach (var line in book.Lines)
            line.Post(TeamOf(line), world.Rules.Points.On(line.Day).Version, entries);

        entries.AddRange(rewards.Entries);
        foreach (var entry in entries)
            tallies.Add(entry);

        return new(
            Facts(),
            entries,
            days,
            tallies.Differences(),
            badges.Progress,
            [.. badges.Awards.Select(awarded => awarded.Award)],
            [
                .. GoalAnnouncements.Of(goals.Moves, world),
                .. RewardAnnouncements.Of(goals.Moves, rewards.Tiers, world),
                .. BadgeAnnouncements.Of([.. badges.Awards.Where(awarded => !IsPast(awarded.Award))], world),
                .. NearBadges.Of(badges.Progress, world),
            ]
        )
        {
            Goals = [.. goals.Moves.Where(move => move.IsChanged).Select(move => move.After)],
            Grants = rewards.Grants,
            GrantLines = rewards.Lines,
            Coins = rewards.Coins,
            Unlocks = rewards.Unlocks,
        };
    }

    /// <summary>A badge that was unlocked in the past is not news.</summary>
    private bool IsPast(Award award) => (past ??= Past()).Contains(award.At);

    private HashSet<Position> Past()
    {
        var positions = new HashSet<Position>();
        foreach (var line in book.Lines)
            if (line.IsPast)
                positions.Add(line.Position);

        foreach (var entry in world.Histories.Values.SelectMany(entries => entries))
            if (RuleNames.IsPast(entry.Key.Rule))
                positions.Add(entry.Position);

        return positions;
    }

    /// <summary>The imported past is on no board, so it is in no team.</summary>
    private TeamId? TeamOf(Line line) => line.IsPast ? null : line.Person.TeamOn(world.Organisation.DayOf(line.Key.Dated));

    private List<Fact> Facts() => [.. accepted.Select(fact => folded.GetValueOrDefault(fact.Id, fact)), .. changedBefore];
}
