using Gamification;
using Gamification.People;
using Gamification.Points;
using Gamification.Time;
using NodaTime;

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

/// <summary>
/// Boards kept as rank structures in memory, built from the tallies on first use and brought up to date before every read
/// by the commits since: exact, own writes and other hosts' at once.
/// </summary>
public sealed class Boards
{
    /// <param name="around">Neighbours on each side of the viewer.</param>
    public Task<BoardSlice> SliceAsync(BoardQuery query, PersonId? viewer, int top, int around, CancellationToken ct) =>
        throw new NotSupportedException();

    /// <summary>Every ranked row in order.</summary>
    public Task<IReadOnlyList<BoardRow>> AllAsync(BoardQuery query, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>A person's sum over local days of the organisation, from the day tallies.</summary>
    public Task<long> SumAsync(BoardKey board, PersonId person, LocalDate first, LocalDate end, BoardMeasure by, CancellationToken ct) =>
        throw new NotSupportedException();
}
