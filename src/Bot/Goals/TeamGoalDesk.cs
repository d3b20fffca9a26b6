using System.Globalization;
using Bot.Outbox;
using Bot.Play;
using Bot.Settings;
using Gamification;
using Gamification.Goals;
using NodaTime;
using Storage;

namespace Bot.Goals;

/// <summary>
/// What a manager does from the card of a goal without changing it: tell of it again, or derive it again from the facts. Under the write
/// lock, and audited.
/// </summary>
public sealed class TeamGoalDesk(
    PlayStore store,
    DirectoryReader directory,
    Scorekeeper scorekeeper,
    Organisation organisation,
    OutboxSignal signal,
    TimeProvider clock
)
{
    /// <summary>Posts that a goal was published once more; at most once an hour to each.</summary>
    /// <returns>How many are told now.</returns>
    public async Task<int> TellAgainAsync(PersonView by, Goal goal, CancellationToken ct)
    {
        await using var write = await store.BeginAsync(clock.Now(), ct);
        var now = clock.Now();
        var today = organisation.DayOf(now);
        var hour = now.InUtc().ToString("uuuu-MM-dd'T'HH", CultureInfo.InvariantCulture);
        var readers = await AssignedAudience.OfAsync(AssignedEdit.Published, goal, write, directory, today, ct);
        var told = readers
            .Select(reader => AssignedAnnouncements.Of(AssignedEdit.Published, goal, reader, today))
            .Select(one => one with { About = $"{one.About}:{hour}", Post = $"{one.Post}:{hour}" })
            .ToList();
        await write.PlanAsync(told, ct);
        await write.AuditAsync(new(now, by.Id.Value, "goal.told.again", $"goal:{goal.Id}", Before: null, After: null, Reason: null), ct);
        await write.CommitAsync(ct);
        signal.Raise();
        return told.Count;
    }

    /// <summary>Derives what the goal counts and grants again, and posts what differs.</summary>
    /// <returns>How many rows that took: none where everything was right.</returns>
    public async Task<int> ReplayAsync(PersonView by, Goal goal, CancellationToken ct)
    {
        await using var write = await store.BeginAsync(clock.Now(), ct);
        var now = clock.Now();
        var decided = await scorekeeper.RecountAsync(write, await write.RecountOfAsync(goal, ct), ct);
        var changes = decided.Grants.Count + decided.GrantLines.Count + decided.Coins.Count + decided.Unlocks.Count + decided.Entries.Count;
        var after = string.Create(CultureInfo.InvariantCulture, $"{changes} changes");
        await write.AuditAsync(new(now, by.Id.Value, "goal.replayed", $"goal:{goal.Id}", Before: null, after, Reason: null), ct);
        await write.CommitAsync(ct);
        if (decided.Announcements.Count > 0)
            signal.Raise();

        return changes;
    }
}
