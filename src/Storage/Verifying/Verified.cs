using Gamification;
using Gamification.Verifying;

namespace Storage.Verifying;

/// <summary>One part of what is stored, compared with a fresh fold of its facts.</summary>
/// <param name="Rows">How many facts and lines were looked at.</param>
/// <param name="Again">What has to be derived again to mend the differences.</param>
/// <param name="Tallies">Whose tallies may not be the sums of their lines.</param>
public sealed record Verified(int Rows, IReadOnlyList<Difference> Differences, Recount Again, IReadOnlyList<PersonId> Tallies)
{
    /// <summary>
    /// What brings the part in line, decided on the rows as they were read: valid while nobody has committed since. Empty where more
    /// than the part has to be seen.
    /// </summary>
    public IReadOnlyList<Outcome.Decided> Mended { get; init; } = [];

    /// <summary>Grants that managers keep although the facts no longer give them.</summary>
    public int Kept { get; init; }

    public static Verified Nothing(int rows) => new(rows, [], Recount.Nothing, []);

    /// <summary>Several comparisons as one.</summary>
    public static Verified Of(IReadOnlyList<Verified> parts)
    {
        var differing = parts.Where(part => part.Differences.Count > 0).ToList();
        return new(
            parts.Sum(part => part.Rows),
            [.. differing.SelectMany(part => part.Differences)],
            new(
                differing.SelectMany(part => part.Again.Entities).ToHashSet(),
                differing.SelectMany(part => part.Again.Days).ToHashSet(),
                differing.SelectMany(part => part.Again.Badges).ToHashSet()
            )
            {
                Goals = differing.SelectMany(part => part.Again.Goals).ToHashSet(),
            },
            [.. differing.SelectMany(part => part.Tallies)]
        )
        {
            Mended = differing.TrueForAll(part => part.Mended.Count > 0) ? [.. differing.SelectMany(part => part.Mended)] : [],
        };
    }
}
