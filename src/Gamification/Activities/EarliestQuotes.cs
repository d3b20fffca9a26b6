using NodaTime;

namespace Gamification.Activities;

/// <summary>
/// When the earliest quote of each deal was sent, voided or not, with the quotes of this group: a quote may be heard of after the win
/// that it makes a sprint.
/// </summary>
internal sealed class EarliestQuotes
{
    private readonly IReadOnlyDictionary<EntityId, Instant> stored;
    private readonly Dictionary<EntityId, Fact> earlier = [];

    public EarliestQuotes(World world, IEnumerable<Fact> accepted)
    {
        stored = world.EarliestQuotes;
        foreach (var fact in accepted)
            if (
                fact.State is FactState.Counted
                && Entities.GroupingOf(fact.Id, fact.Activity) is { } deal
                && (Of(deal) is not { } known || fact.Occurred < known)
            )
                earlier[deal] = fact;
    }

    /// <summary>Deals whose earliest quote came with this group, and that quote.</summary>
    public IReadOnlyDictionary<EntityId, Fact> Earlier => earlier;

    public Instant? Of(EntityId deal) =>
        earlier.TryGetValue(deal, out var fact) ? fact.Occurred
        : stored.TryGetValue(deal, out var known) ? known
        : null;
}
