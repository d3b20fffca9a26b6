namespace Storage.Verifying;

/// <summary>
/// How much a replay writes under one lock. Beside live traffic little, so that its groups pass between; while nobody else writes more
/// and more, up to what takes a second or two: then each page of the ledger's indexes is written a few times and not for every person.
/// </summary>
public sealed class ReplayPace
{
    private const int Least = 20_000;
    private const int Most = 80_000;

    public int RowsALock { get; private set; } = Least;

    /// <summary>
    /// What is read before it is taken, so that the next is derived while this is written. Less than what is written under one lock:
    /// while that waits for the rest, the lock is free for live traffic.
    /// </summary>
    public int RowsAhead => RowsALock * 3 / 4;

    /// <param name="isAlone">Whether nobody else has committed since the parts were read.</param>
    public void Wrote(bool isAlone) => RowsALock = isAlone ? Math.Min(2 * RowsALock, Most) : Least;
}
