namespace Gamification.Goals;

/// <summary>What each person brought to a collective goal, as a value.</summary>
public sealed class MemberSums : IEquatable<MemberSums>
{
    private readonly SortedDictionary<string, long> sums;

    private MemberSums(SortedDictionary<string, long> sums) => this.sums = sums;

    public static MemberSums None { get; } = new(new(StringComparer.Ordinal));

    public long this[PersonId person] => sums.GetValueOrDefault(person.Value);

    /// <summary>In the ordinal order of their ids, without those that cancelled out.</summary>
    public IEnumerable<KeyValuePair<PersonId, long>> All => sums.Select(sum => KeyValuePair.Create(new PersonId(sum.Key), sum.Value));

    public static MemberSums Of(IEnumerable<KeyValuePair<PersonId, long>> parts) => None.With(parts);

    public MemberSums With(IEnumerable<KeyValuePair<PersonId, long>> parts)
    {
        var added = new SortedDictionary<string, long>(sums, StringComparer.Ordinal);
        foreach (var (person, value) in parts)
            if (added.GetValueOrDefault(person.Value) + value is not 0 and var sum)
                added[person.Value] = sum;
            else
                added.Remove(person.Value);

        return added.Count == 0 ? None : new(added);
    }

    public bool Equals(MemberSums? other) => other is not null && sums.SequenceEqual(other.sums);

    public override bool Equals(object? obj) => Equals(obj as MemberSums);

    public override int GetHashCode() => sums.Count;

    public override string ToString() => string.Join(' ', sums);
}
