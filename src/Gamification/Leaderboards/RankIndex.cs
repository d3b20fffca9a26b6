namespace Gamification.Leaderboards;

/// <summary>A person of a board with a score.</summary>
public readonly record struct Member(PersonId Person, long Score);

/// <summary>
/// A board in memory: the rank of a score among a million people in less than a microsecond. Members stand in order in blocks; a
/// Fenwick tree over the sizes of the blocks counts those in front. Filled fastest in order, best first. Not for concurrent use.
/// </summary>
/// <param name="insideTies">The order of people with the same score; by id where none is given. It must not change for a member.</param>
public sealed class RankIndex(IComparer<PersonId>? insideTies = null)
{
    private readonly MemberTable members = new();
    private readonly RankBlocks blocks = new(insideTies ?? ById.Instance);

    /// <summary>How many people are on the board.</summary>
    public int Count => members.Count;

    /// <summary>Puts a person on the board, or moves them to another score.</summary>
    public void Set(PersonId person, long score)
    {
        var slot = members.Find(person);
        if (slot >= 0)
        {
            if (members.ScoreAt(slot) == score)
                return;

            blocks.Remove(members, slot);
            members.SetScore(slot, score);
        }
        else
            slot = members.Add(person, score);

        blocks.Insert(members, slot);
    }

    /// <summary>Takes a person off the board. False when they are not on it.</summary>
    public bool Remove(PersonId person)
    {
        var slot = members.Find(person);
        if (slot < 0)
            return false;

        blocks.Remove(members, slot);
        members.Remove(slot);
        return true;
    }

    /// <summary>Null when the person is not on the board.</summary>
    public long? ScoreOf(PersonId person) => members.Find(person) is >= 0 and var slot ? members.ScoreAt(slot) : null;

    /// <summary>1 more than the number of people with a greater score, on the board or not.</summary>
    public int RankOf(long score) => 1 + blocks.CountAbove(members, score);

    /// <summary>The first people in order.</summary>
    public IReadOnlyList<Member> Top(int count) => Range(0, count);

    /// <summary>The nearest greater score; null at the top.</summary>
    public long? NextAbove(long score) => blocks.CountAbove(members, score) is > 0 and var above ? Range(above - 1, 1)[0].Score : null;

    /// <summary>A person with those who stand around them in order, at most <paramref name="around"/> on each side; empty when not on the board.</summary>
    public IReadOnlyList<Member> Neighbours(PersonId person, int around)
    {
        var slot = members.Find(person);
        if (slot < 0)
            return [];

        var index = blocks.IndexOf(members, slot);
        var first = Math.Max(0, index - around);
        return Range(first, index - first + around + 1);
    }

    /// <summary>The people from a place in the order on; the first place is 0.</summary>
    public IReadOnlyList<Member> Range(int first, int count)
    {
        var range = new List<Member>(Math.Clamp(count, 0, Count));
        foreach (var slot in blocks.From(first))
        {
            if (range.Count >= count)
                break;

            range.Add(new(members.PersonAt(slot), members.ScoreAt(slot)));
        }

        return range;
    }

    private sealed class ById : IComparer<PersonId>
    {
        public static ById Instance { get; } = new();

        public int Compare(PersonId x, PersonId y) => string.CompareOrdinal(x.Value, y.Value);
    }
}
