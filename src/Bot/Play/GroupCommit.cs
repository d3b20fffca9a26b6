using Bot.Outbox;
using Bot.Settings;
using Gamification;
using Gamification.Activities;
using Storage;

namespace Bot.Play;

/// <summary>Makes one group of activities durable: what is new is played, what is known is left as it is.</summary>
internal sealed class GroupCommit(Scorekeeper scorekeeper, OutboxSignal signal, TimeProvider clock)
{
    public const string RuleError = "rule-error";

    private static readonly Recorded New = new Recorded.New();
    private static readonly Recorded Already = new Recorded.Already();

    /// <summary>The answer to each, in their order; durable when it returns.</summary>
    public async Task<IReadOnlyList<Recorded>> RecordAsync(PlayWrite write, IReadOnlyList<Reported> group, CancellationToken ct)
    {
        var known = await write.KnownAsync(group, ct);
        var fresh = new Dictionary<FactId, Reported>(group.Count);
        foreach (var reported in group)
            if (!known.ContainsKey(reported.Id))
                fresh.TryAdd(reported.Id, reported);

        var decided = fresh.Count == 0 ? null : await scorekeeper.PlayAsync(write, [.. fresh.Values], ct);
        await NoteDifferencesAsync(write, group, fresh, ct);
        if (decided is not null || known.Values.Any(stored => !stored.SameBody))
            await write.CommitAsync(ct);
        if (decided is { Announcements.Count: > 0 })
            signal.Raise();
        return Answers(group, fresh, decided);
    }

    /// <summary>Keeps an activity the rules failed on, alone, so that nothing the CRM said is lost.</summary>
    public static async Task<Recorded> SetAsideAsync(PlayWrite write, Reported reported, CancellationToken ct)
    {
        await Scorekeeper.SetAsideAsync(write, reported, RuleError, ct);
        await write.CommitAsync(ct);
        return new Recorded.Quarantined(RuleError);
    }

    private static Recorded[] Answers(IReadOnlyList<Reported> group, Dictionary<FactId, Reported> fresh, Outcome.Decided? decided)
    {
        var waiting = new Dictionary<FactId, string>();
        foreach (var fact in decided?.Facts ?? [])
            if (fact.State is FactState.Quarantined)
                waiting[fact.Id] = fact.Reason!;

        return [.. group.Select(AnswerTo)];

        Recorded AnswerTo(Reported reported) =>
            !fresh.TryGetValue(reported.Id, out var first) || !ReferenceEquals(first, reported) ? Already
            : waiting.TryGetValue(reported.Id, out var reason) ? new Recorded.Quarantined(reason)
            : New;
    }

    /// <summary>The store notes what differs from a stored body; here it is what differs inside the group.</summary>
    private async Task NoteDifferencesAsync(
        PlayWrite write,
        IReadOnlyList<Reported> group,
        Dictionary<FactId, Reported> fresh,
        CancellationToken ct
    )
    {
        foreach (var reported in group)
            if (fresh.TryGetValue(reported.Id, out var first) && first.Body != reported.Body)
                await write.AuditAsync(
                    new(
                        clock.Now(),
                        reported.Id.Connection,
                        "fact.differs",
                        reported.Id.ToString(),
                        first.Body,
                        reported.Body,
                        Reason: null
                    ),
                    ct
                );
    }
}
