using System.Runtime.InteropServices;
using Gamification.People;

namespace Gamification.Badges;

/// <summary>What contributions of a person do to badges, by the period of the row they move: each badge goes through them once, however many periods it has.</summary>
internal sealed class MovesByPeriod(IReadOnlyList<Contribution> parts, Person person, Organisation organisation)
{
    private static readonly List<Move> None = [];
    private readonly Dictionary<string, Dictionary<string, List<Move>>> known = new(StringComparer.Ordinal);

    /// <summary>In the order in which they first come.</summary>
    public IEnumerable<string> PeriodsOf(Badge badge) => Of(badge).Keys;

    public IReadOnlyList<Move> Of(Row row) => Of(row.Badge).GetValueOrDefault(row.Period, None);

    private Dictionary<string, List<Move>> Of(Badge badge)
    {
        if (!known.TryGetValue(badge.Id, out var moves))
            known[badge.Id] = moves = Moves(badge.Trigger);

        return moves;
    }

    private Dictionary<string, List<Move>> Moves(Trigger trigger)
    {
        var moves = new Dictionary<string, List<Move>>(StringComparer.Ordinal);
        foreach (var part in parts)
            if (trigger.MoveOf(part, person, organisation) is { } move)
            {
                ref var ofPeriod = ref CollectionsMarshal.GetValueRefOrAddDefault(moves, move.Period, out _);
                (ofPeriod ??= []).Add(move);
            }

        return moves;
    }
}
