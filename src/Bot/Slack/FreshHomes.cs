using Storage;

namespace Bot.Slack;

/// <summary>Keeps opened home tabs fresh: after a commit, also one of another host, every one of them may look different.</summary>
internal sealed class FreshHomes(SlackHome home, HomeVisits visits, CommitReader commits)
{
    private long last;

    /// <summary>Reads anew what may have changed since the last look and whose pause is over.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        var open = visits.All;
        if (open.Count == 0)
            return;

        var newest = await commits.NumberAsync(ct);
        if (newest != last)
            foreach (var visit in open)
                visit.IsStale = true;
        last = newest;
        foreach (var visit in open.Where(visit => visit.IsStale))
            await home.RefreshAsync(visit, ct);
    }
}
