using Gamification;
using Gamification.People;
using Gamification.Points;
using Gamification.Time;

namespace Storage;

/// <summary>What a board ranks by.</summary>
public enum BoardMeasure
{
    Points,
    Revenue,
    Deals,
    Quotes,
}

public sealed record BoardQuery(BoardKey Board, PeriodKey Period, BoardMeasure By);

/// <summary>One ranked person. Revenue scores are minor units.</summary>
public sealed record BoardRow(int Rank, PersonId Person, string Name, string? Alias, Publicity Publicity, long Score);

/// <param name="Ranked">How many people are ranked.</param>
/// <param name="Viewer">The viewer's own row; null when unranked or without a score.</param>
/// <param name="Above">The nearest higher score, for the gap to the next; null at the top.</param>
public sealed record BoardSlice(int Ranked, IReadOnlyList<BoardRow> Top, BoardRow? Viewer, IReadOnlyList<BoardRow> Around, long? Above);
