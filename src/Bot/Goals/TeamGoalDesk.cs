using System.Text.Json;
using Bot.Outbox;
using Bot.Play;
using Bot.Settings;
using Gamification.Goals;
using NodaTime;
using Storage;

namespace Bot.Goals;

/// <summary>
/// What a manager does from the card of a goal without changing it: derive it again from the facts, under the write lock, and audited.
/// </summary>
public sealed class TeamGoalDesk(PlayStore store, Scorekeeper scorekeeper, OutboxSignal signal, TimeProvider clock)
{
    /// <summary>Derives what the goal counts and grants again, and posts what differs.</summary>
    /// <returns>How many rows that took: none where everything was right.</returns>
    public async Task<int> ReplayAsync(PersonView by, Goal goal, CancellationToken ct)
    {
        await using var write = await store.BeginAsync(clock.Now(), ct);
        var now = clock.Now();
        var decided = await scorekeeper.RecountAsync(write, await write.RecountOfAsync(goal, ct), ct);
        var changes = decided.Grants.Count + decided.GrantLines.Count + decided.Coins.Count + decided.Unlocks.Count + decided.Entries.Count;
        var after = JsonSerializer.Serialize(new { changes }, JsonSerializerOptions.Web);
        await write.AuditAsync(new(now, by.Id.Value, "goal.replayed", $"goal:{goal.Id}", Before: null, after, Reason: null), ct);
        await write.CommitAsync(ct);
        if (decided.Announcements.Count > 0)
            signal.Raise();

        return changes;
    }
}
