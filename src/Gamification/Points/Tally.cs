using Gamification.Time;

namespace Gamification.Points;

/// <summary>A board's stored name: <c>org</c> or <c>team:{id}</c>.</summary>
public readonly record struct BoardKey(string Value)
{
    public static BoardKey Organisation { get; } = new("org");

    public static BoardKey Team(TeamId team) => new($"team:{team}");

    public override string ToString() => Value;
}

public readonly record struct TallyKey(BoardKey Board, PeriodKey Period, PersonId Person);

/// <summary>The sums of one person on one board in one period, or a difference to them.</summary>
public sealed record Tally(TallyKey Key, Measures Measures, long Points);
