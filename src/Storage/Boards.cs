using Gamification;
using Gamification.Points;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Storage;

/// <summary>
/// Boards kept as rank structures in memory, built from the tallies on first use and brought up to date before every read
/// by the commits since: exact, own writes and other hosts' at once.
/// </summary>
public sealed class Boards
{
    private const int PeopleInMemory = 1_000_000;
    private readonly BoardSource source;
    private readonly BoardCache cache;

    public Boards(IDbContextFactory<GameContext> contexts)
    {
        source = new(contexts);
        // A build is shared, so no single reader may cancel it.
        cache = new(query => source.BuildAsync(query, CancellationToken.None), PeopleInMemory);
    }

    /// <param name="around">Neighbours on each side of the viewer, who stands among them.</param>
    public async Task<BoardSlice> SliceAsync(BoardQuery query, PersonId? viewer, int top, int around, CancellationToken ct) =>
        (await CurrentAsync(query, ct)).Slice(viewer, top, around);

    /// <summary>Every ranked row in order.</summary>
    public async Task<IReadOnlyList<BoardRow>> AllAsync(BoardQuery query, CancellationToken ct) => (await CurrentAsync(query, ct)).All();

    /// <summary>A person's sum over local days of the organisation, from the day tallies.</summary>
    public Task<long> SumAsync(BoardKey board, PersonId person, LocalDate first, LocalDate end, BoardMeasure by, CancellationToken ct) =>
        source.SumAsync(board, person, first, end, by, ct);

    private async Task<BoardMemory> CurrentAsync(BoardQuery query, CancellationToken ct)
    {
        while (true)
        {
            var board = await cache.GetAsync(query).WaitAsync(ct);
            if (await source.SinceAsync(query, board.Commit, board.Count, ct) is { } changes)
            {
                board.Apply(changes);
                return board;
            }

            cache.Drop(query, board);
        }
    }
}
