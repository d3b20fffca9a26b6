namespace Storage;

/// <summary>
/// The boards in memory. One build serves everyone who asks meanwhile; the longest unused go once all together hold more
/// than <paramref name="budget"/> people.
/// </summary>
internal sealed class BoardCache(Func<BoardQuery, Task<BoardMemory>> build, int budget)
{
    private readonly Lock gate = new();
    private readonly Dictionary<BoardQuery, Slot> slots = [];
    private long uses;

    public Task<BoardMemory> GetAsync(BoardQuery query)
    {
        lock (gate)
        {
            if (!slots.TryGetValue(query, out var slot) || slot.Board.IsFaulted)
                slot = Add(query);

            slot.LastUse = ++uses;
            return slot.Board;
        }
    }

    /// <summary>Forgets this board unless another has taken its place already.</summary>
    public void Drop(BoardQuery query, BoardMemory board)
    {
        lock (gate)
        {
            if (slots.TryGetValue(query, out var slot) && slot.Holds(board))
                slots.Remove(query);
        }
    }

    private Slot Add(BoardQuery query)
    {
        while (slots.Count > 0 && slots.Values.Sum(slot => slot.Members) > budget)
            slots.Remove(slots.MinBy(pair => pair.Value.LastUse).Key);

        // On SQLite a build never yields, so it must not run under the lock.
        return slots[query] = new(Task.Run(() => build(query)));
    }

    private sealed class Slot(Task<BoardMemory> board)
    {
        public Task<BoardMemory> Board { get; } = board;

        public long LastUse { get; set; }

        public long Members => Board.IsCompletedSuccessfully ? Board.Result.Count : 0;

        public bool Holds(BoardMemory other) => Board.IsCompletedSuccessfully && ReferenceEquals(Board.Result, other);
    }
}
