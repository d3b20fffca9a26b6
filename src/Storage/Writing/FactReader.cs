using Gamification.Activities;
using Microsoft.EntityFrameworkCore;
using Storage.Rows;

namespace Storage.Writing;

/// <summary>What is stored of reported activities: which are known already, which wait.</summary>
internal sealed class FactReader(WriteScope scope)
{
    public const string Differs = "fact.differs";

    /// <param name="isSame">Whether the first and the second body say the same.</param>
    public async Task<IReadOnlyDictionary<FactId, Known>> KnownAsync(
        IReadOnlyCollection<Reported> group,
        Func<string, string, bool> isSame,
        CancellationToken ct
    )
    {
        await HeardAsync(group, ct);
        var ids = group.Select(reported => reported.Id).ToHashSet();
        var stored = await scope.Connection.ReadAsync(FactTable.Bodies, ids, ct);
        var known = stored.ToDictionary(fact => fact.Id, fact => new Known(fact.Id, SameBody: true));
        if (known.Count == 0)
            return known;

        var bodies = stored.ToDictionary(fact => fact.Id, fact => fact.Body);
        foreach (var reported in group)
            if (bodies.TryGetValue(reported.Id, out var first) && !isSame(first, reported.Body))
            {
                known[reported.Id] = new(reported.Id, SameBody: false);
                await NoteAsync(reported, first, ct);
            }

        return known;
    }

    /// <summary>Connections are alive as long as they send, whatever it is.</summary>
    private async Task HeardAsync(IReadOnlyCollection<Reported> group, CancellationToken ct) =>
        await scope.Connection.WriteAsync(
            ConnectionTable.Heard,
            [
                .. group
                    .GroupBy(reported => reported.Id.Connection, StringComparer.Ordinal)
                    .Select(sent => (sent.Key, sent.Max(reported => reported.Received)))
                    .OrderBy(sent => sent.Key, StringComparer.Ordinal),
            ],
            ct
        );

    public async Task<IReadOnlyList<Fact>> WaitingAsync(IReadOnlyCollection<(string Connection, string Owner)> owners, CancellationToken ct)
    {
        var wanted = owners.Select(owner => (owner.Connection, owner.Owner.ToLowerInvariant())).ToHashSet();
        var connections = owners.Select(owner => owner.Connection).ToHashSet();
        var waiting = await scope.Connection.ReadAsync(FactTable.WaitingAt, connections, ct);
        return [.. waiting.Where(fact => wanted.Contains((fact.Id.Connection, Entities.OwnerOf(fact.Activity)!.ToLowerInvariant())))];
    }

    public Task<IReadOnlyList<Fact>> WaitingAsync(IReadOnlyCollection<FactId> facts, CancellationToken ct) =>
        scope.Connection.ReadAsync(FactTable.Waiting, facts.ToHashSet(), ct);

    public async Task<bool> DismissAsync(FactId fact, string reason, CancellationToken ct) =>
        await scope
            .Db.Facts.Where(row =>
                row.Connection == fact.Connection && row.ExternalId == fact.ExternalId && row.State == FactState.Quarantined
            )
            .ExecuteUpdateAsync(
                row => row.SetProperty(dismissed => dismissed.State, FactState.Listed).SetProperty(dismissed => dismissed.Reason, reason),
                ct
            ) > 0;

    /// <summary>Once for each other body, however often it comes.</summary>
    private async Task NoteAsync(Reported reported, string first, CancellationToken ct)
    {
        var about = reported.Id.ToString();
        if (await scope.Db.Audit.AnyAsync(row => row.About == about && row.What == Differs && row.After == reported.Body, ct))
            return;

        scope.Db.Audit.Add(
            new()
            {
                At = reported.Received,
                By = reported.Id.Connection,
                What = Differs,
                About = about,
                Before = first,
                After = reported.Body,
            }
        );
        await scope.SaveAsync(ct);
    }
}
