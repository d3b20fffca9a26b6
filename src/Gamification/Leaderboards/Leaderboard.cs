namespace Gamification.Leaderboards;

/// <summary>A person with a score, not ranked yet. Revenue scores are minor units.</summary>
public sealed record Standing(PersonId Person, string Name, long Score);

/// <summary>A standing with its place.</summary>
/// <param name="Medal">1 gold, 2 silver, 3 bronze; null for others and for nobody who has not scored.</param>
public sealed record Ranked(int Rank, int? Medal, Standing Standing);

/// <summary>Competition ranking: equal scores share a rank and the ranks behind them are skipped, 1-2-2-4.</summary>
public static class Leaderboard
{
    /// <summary>Inside a tie by name, whatever its case, then by id: the same on every machine and in every culture.</summary>
    public static IReadOnlyList<Ranked> Rank(IEnumerable<Standing> standings)
    {
        var ordered = standings.ToArray();
        Array.Sort(ordered, Compare);
        var ranked = new List<Ranked>(ordered.Length);
        foreach (var standing in ordered)
        {
            var rank = ranked.Count > 0 && ranked[^1].Standing.Score == standing.Score ? ranked[^1].Rank : ranked.Count + 1;
            ranked.Add(new(rank, MedalOf(rank, standing.Score), standing));
        }

        return ranked;
    }

    /// <summary>Ranks 1 to 3 with a positive score; ties share the medal.</summary>
    public static int? MedalOf(int rank, long score) => rank <= 3 && score > 0 ? rank : null;

    private static int Compare(Standing left, Standing right) =>
        right.Score.CompareTo(left.Score) is not 0 and var byScore ? byScore : InsideTies(left.Name, left.Person, right.Name, right.Person);

    /// <summary>The order of two people with the same score.</summary>
    public static int InsideTies(string leftName, PersonId left, string rightName, PersonId right) =>
        string.Compare(leftName, rightName, StringComparison.OrdinalIgnoreCase) is not 0 and var byName
            ? byName
            : string.CompareOrdinal(left.Value, right.Value);
}
