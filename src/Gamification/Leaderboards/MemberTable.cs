namespace Gamification.Leaderboards;

/// <summary>
/// People and scores in two flat arrays, found by open addressing: a third of what a dictionary of objects would take.
/// A person keeps their slot while they are a member.
/// </summary>
internal sealed class MemberTable
{
    private const int Empty = -1;
    private const int Gone = -2;

    private PersonId[] people = new PersonId[16];
    private long[] scores = new long[16];
    private int[] buckets = NewBuckets(32);
    private readonly Stack<int> free = new();
    private int used;
    private int filled;

    public int Count => used - free.Count;

    public PersonId PersonAt(int slot) => people[slot];

    public long ScoreAt(int slot) => scores[slot];

    public void SetScore(int slot, long score) => scores[slot] = score;

    /// <summary>The slot of a person; negative when there is none.</summary>
    public int Find(PersonId person) => BucketOf(person) is >= 0 and var bucket ? buckets[bucket] : -1;

    public int Add(PersonId person, long score)
    {
        if (!free.TryPop(out var slot))
            slot = used++;

        if (slot == people.Length)
        {
            Array.Resize(ref people, slot + (slot / 4) + 16);
            Array.Resize(ref scores, people.Length);
        }

        (people[slot], scores[slot]) = (person, score);
        Link(slot);
        return slot;
    }

    public void Remove(int slot)
    {
        buckets[BucketOf(people[slot])] = Gone;
        people[slot] = default;
        free.Push(slot);
    }

    private int BucketOf(PersonId person)
    {
        var mask = buckets.Length - 1;
        for (var bucket = Hash(person) & mask; buckets[bucket] != Empty; bucket = (bucket + 1) & mask)
            if (buckets[bucket] != Gone && people[buckets[bucket]] == person)
                return bucket;

        return -1;
    }

    private void Link(int slot)
    {
        if ((filled + 1) * 4L > buckets.Length * 3L)
            Rebuild();
        else
            Place(slot);
    }

    private void Place(int slot)
    {
        var mask = buckets.Length - 1;
        var bucket = Hash(people[slot]) & mask;
        while (buckets[bucket] >= 0)
            bucket = (bucket + 1) & mask;

        filled += buckets[bucket] == Empty ? 1 : 0;
        buckets[bucket] = slot;
    }

    /// <summary>Grows when it is full of people, and stays as large when it is only full of gaps.</summary>
    private void Rebuild()
    {
        buckets = NewBuckets(Count * 2 > buckets.Length ? buckets.Length * 2 : buckets.Length);
        filled = 0;
        for (var slot = 0; slot < used; slot++)
            if (people[slot].Value is not null)
                Place(slot);
    }

    private static int Hash(PersonId person) => string.GetHashCode(person.Value, StringComparison.Ordinal);

    private static int[] NewBuckets(int size)
    {
        var empty = new int[size];
        Array.Fill(empty, Empty);
        return empty;
    }
}
