using Bot.Outbox;
using Bot.Settings;
using Storage;
using Storage.Verifying;

namespace Bot.Play;

/// <summary>Posts what a replay found to differ, under the write lock, so that a second one has nothing left to post.</summary>
internal sealed class Mender(PlayStore plays, Scorekeeper scorekeeper, OutboxSignal signal, TimeProvider clock)
{
    /// <summary>How much is written under one lock: half a second's work, so that the groups of live traffic pass between.</summary>
    public const int RowsALock = 20_000;

    private readonly HashSet<long> own = [];

    /// <summary>Settles parts in their order.</summary>
    /// <returns>How many of them, from the first on, are settled. What was read beyond those is old, unless it is all of them.</returns>
    public async Task<(int Settled, bool IsRestOld)> MendAsync(IReadOnlyList<ComparedPart> parts, CancellationToken ct)
    {
        if (parts.All(IsRight))
            return (parts.Count, false);

        var settled = await WriteAsync(parts, ct);
        if (settled == parts.Count)
            return (settled, false);

        await RecountAsync(parts[settled].Verified, ct);
        return (settled + 1, true);
    }

    /// <summary>Writes what was decided on rows that are still as they were read, as far as that goes.</summary>
    private async Task<int> WriteAsync(IReadOnlyList<ComparedPart> parts, CancellationToken ct)
    {
        await using var write = await plays.BeginAsync(clock.Now(), ct);
        var settled = parts.TakeWhile(part => IsRight(part) || IsAsRead(part, write.Number)).Count();
        if (parts.Take(settled).All(IsRight))
            return settled;

        var announces = await scorekeeper.WriteAsync(write, [.. parts.Take(settled).SelectMany(part => part.Verified.Mended)], ct);
        own.Add(write.Number);
        await write.CommitAsync(ct);
        Tell(announces);
        return settled;
    }

    /// <summary>More has to be seen than was read: all of it is read again under the lock.</summary>
    private async Task RecountAsync(Verified verified, CancellationToken ct)
    {
        await using var write = await plays.BeginAsync(clock.Now(), ct);
        var decided = await scorekeeper.RecountAsync(write, verified.Again, ct);
        foreach (var person in verified.Tallies)
            await write.MendTalliesAsync(person, ct);

        await write.CommitAsync(ct);
        Tell(decided.Announcements.Count > 0);
    }

    private static bool IsRight(ComparedPart part) => part.Verified.Differences.Count == 0;

    /// <summary>Whether whatever was committed since the part was read was this run's mending of other parts.</summary>
    private bool IsAsRead(ComparedPart part, long number)
    {
        for (var committed = part.Number; committed < number; committed++)
            if (!own.Contains(committed))
                return false;

        return part.Verified.Mended.Count > 0;
    }

    private void Tell(bool announces)
    {
        if (announces)
            signal.Raise();
    }
}
