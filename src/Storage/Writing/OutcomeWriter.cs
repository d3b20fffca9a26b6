using Gamification;
using Gamification.Activities;
using Gamification.Rewards;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Storage.Writing;

/// <summary>Writes the differences of one play, each table by one kind of statement.</summary>
internal sealed class OutcomeWriter(WriteScope scope, AnnouncementPlanner planner)
{
    /// <summary>The earliest credited instant this transaction stored; null where it stored none earlier than known. The imported past is not the game's first day.</summary>
    private Instant? earliest;

    public async Task WriteAsync(Outcome.Decided outcome, CancellationToken ct)
    {
        await ClaimAsync(outcome.Grants, ct);
        await scope.Connection.WriteAsync(FactTable.Write, outcome.Facts, ct);
        await scope.Connection.WriteAsync(EntryTable.Write, outcome.Entries, ct);
        await scope.Connection.WriteAsync(DayTable.Write, outcome.Days, ct);
        await scope.Connection.WriteAsync(TallyTable.Add, outcome.Tallies, ct);
        await scope.Connection.WriteAsync(ProgressTable.Write, outcome.Progress, ct);
        await scope.Connection.WriteAsync(ProgressTable.WriteAward, outcome.Awards, ct);
        await scope.Connection.WriteAsync(GoalProgressTable.Write, outcome.Goals, ct);
        await scope.Connection.WriteAsync(GrantTable.WriteLine, outcome.GrantLines, ct);
        await scope.Connection.WriteAsync(GrantTable.WriteCoins, outcome.Coins, ct);
        await scope.Connection.WriteAsync(GrantTable.WriteUnlock, outcome.Unlocks, ct);
        var cancelled = await new PrizeWriter(scope).FollowAsync(outcome.GrantLines, ct);
        await planner.PlanAsync([.. outcome.Announcements, .. cancelled], ct);
        foreach (var tally in outcome.Tallies)
            scope.Changed.Add(tally.Key.Person);
        await NoteFirstAsync(outcome.Facts, ct);
    }

    /// <summary>What was written is now known to be stored.</summary>
    public void Committed() => scope.Setup.FirstFact = earliest ?? scope.Setup.FirstFact;

    /// <summary>
    /// A grant is inserted before anything it pays. One that somebody else inserted since it was looked for pays nothing here: nothing of
    /// the outcome is written, and whoever plays again finds it.
    /// </summary>
    private async Task ClaimAsync(IReadOnlyList<Grant> grants, CancellationToken ct)
    {
        var claimed = await scope.Connection.WriteAsync(GrantTable.Write, grants, ct);
        if (claimed.Count != grants.Count)
            throw new InvalidOperationException($"{grants.Except(claimed).First().Key} was granted by somebody else.");
    }

    private async Task NoteFirstAsync(IReadOnlyList<Fact> facts, CancellationToken ct)
    {
        var known = earliest ?? scope.Setup.FirstFact ?? Instant.MaxValue;
        var first = known;
        foreach (var fact in facts)
            if (fact.State is FactState.Counted or FactState.Superseded && !fact.IsPast && fact.Credited < first)
                first = fact.Credited;
        if (first == known)
            return;

        earliest = first;
        await scope
            .Db.Organisations.Where(row => row.FirstFact == null || row.FirstFact > first)
            .ExecuteUpdateAsync(row => row.SetProperty(organisation => organisation.FirstFact, first), ct);
    }
}
