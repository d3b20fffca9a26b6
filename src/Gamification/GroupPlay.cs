using Gamification.Activities;
using Gamification.Announcements;
using Gamification.Badges;
using Gamification.Goals;
using Gamification.Points;
using Gamification.Time;

namespace Gamification;

/// <summary>
/// One group of accepted facts, decided in the order of the strata: entities, the deals' places of a day, the days' limits, goals,
/// badges, and then the differences to what is posted.
/// </summary>
internal sealed class GroupPlay
{
    private readonly IReadOnlyList<Fact> accepted;
    private readonly Recount again;
    private readonly World world;
    private readonly Book book;
    private readonly FoldContext context;
    private readonly Needed needed = new();
    private readonly List<Fact> changedBefore = [];
    private readonly Dictionary<FactId, FactState> states = [];

    public GroupPlay(IReadOnlyList<Fact> accepted, World world, Closes closes)
        : this(accepted, Recount.Nothing, world, closes) { }

    public GroupPlay(Recount again, World world, Closes closes)
        : this(again.Moved, again, world, closes) { }

    private GroupPlay(IReadOnlyList<Fact> accepted, Recount again, World world, Closes closes)
    {
        (this.accepted, this.again, this.world) = (accepted, again, world);
        book = new(world, closes);
        context = new(world, closes, book);
    }

    public Outcome Decide()
    {
        foreach (var (entity, facts) in ByEntity())
            Fold(entity, facts);

        DealDays.Assign(book, world, again.Entities);
        var days = new DayPlay(world, book, needed, again.Days).Run();
        var goals = new GoalPlay(world, book, needed);
        goals.Run(again.Goals);
        var badges = new BadgePlay(world, book, needed);
        badges.Run(again.Badges);
        return needed.Outcome is { } needs ? needs : Differences(days, goals, badges);
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

        return entities;
    }

    private void Fold(EntityId entity, List<Fact> added)
    {
        book.Open(entity);
        var before = Before(entity);
        var facts = new List<Fact>(added);
        facts.AddRange(before);
        if (facts.Count > 0)
            EntityLines.Apply(book, entity, EntityFold.Of(entity, facts, context).Effects, OccasionOf(facts, added));

        foreach (var fact in facts)
            states[fact.Id] = fact.State;

        foreach (var fact in before)
            if (states[fact.Id] != fact.State)
                changedBefore.Add(fact with { State = states[fact.Id] });
    }

    /// <summary>What is stored of an entity, without facts that come again with another place in the order.</summary>
    private IReadOnlyList<Fact> Before(EntityId entity)
    {
        var stored = world.Facts.GetValueOrDefault(entity, []);
        return again.Moved.Count == 0 ? stored : [.. stored.Where(fact => !again.Moved.Any(moved => moved.Id == fact.Id))];
    }

    private Occasion OccasionOf(List<Fact> facts, List<Fact> added) =>
        again == Recount.Nothing ? Occasion.New(added) : Occasion.Again(facts, added);

    private Outcome.Decided Differences(IReadOnlyList<DayState> days, GoalPlay goals, BadgePlay badges)
    {
        var entries = new List<Entry>();
        var tallies = new Tallies(world.Organisation);
        foreach (var line in book.Lines)
            line.Post(TeamOf(line), world.Rules.Version, entries);

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
                .. BadgeAnnouncements.Of([.. badges.Awards.Where(awarded => !IsPast(awarded.Award))], world),
            ]
        )
        {
            Goals = [.. goals.Moves.Select(move => move.After)],
        };
    }

    /// <summary>A badge that was unlocked in the past is not news.</summary>
    private bool IsPast(Award award) =>
        book.Lines.Any(line => line.IsPast && line.Position == award.At)
        || world.Histories.GetValueOrDefault(award.Person, []).Any(entry => entry.Position == award.At && RuleNames.IsPast(entry.Key.Rule));

    /// <summary>The imported past is on no board, so it is in no team.</summary>
    private TeamId? TeamOf(Line line) => line.IsPast ? null : line.Person.TeamOn(world.Organisation.DayOf(line.Key.Dated));

    private List<Fact> Facts() =>
        [.. accepted.Select(fact => states.TryGetValue(fact.Id, out var state) ? fact with { State = state } : fact), .. changedBefore];
}
