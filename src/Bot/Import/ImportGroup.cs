using System.Security.Cryptography;
using System.Text;
using Bot.Crm;
using Bot.Play;
using Gamification;
using Gamification.Activities;
using Gamification.Time;
using Storage;

namespace Bot.Import;

/// <summary>One group of lines in one transaction under the write lock; a group that the rules fail on is taken apart.</summary>
internal sealed class ImportGroup(Scorekeeper scorekeeper, Organisation organisation, ImportReport report)
{
    private readonly HashSet<ulong> tried = [];

    /// <summary>Durable when it returns; what it notes in the report did happen.</summary>
    public async Task RecordAsync(PlayWrite write, IReadOnlyList<(long Line, Reported Reported)> group, CancellationToken ct)
    {
        var (fresh, repeats) = await SortAsync(write, group, ct);
        var decided = fresh.Count == 0 ? null : await scorekeeper.PlayAsync(write, [.. fresh.Values.Select(line => line.Reported)], ct);
        if (decided is not null || repeats.Exists(repeat => !repeat.IsSame))
            await write.CommitAsync(ct);

        Note(repeats);
        Note(fresh, decided?.Facts ?? []);
    }

    /// <summary>Decides like <see cref="RecordAsync"/> and writes nothing that lasts.</summary>
    /// <param name="due">Periods that would be closed first.</param>
    public async Task TryAsync(
        PlayWrite write,
        IReadOnlyList<(long Line, Reported Reported)> group,
        IReadOnlyList<ClosedPeriod> due,
        CancellationToken ct
    )
    {
        var (fresh, repeats) = await SortAsync(write, group, ct);
        foreach (var (id, line) in fresh.ToList())
            if (!tried.Add(Fingerprint(id)) && fresh.Remove(id))
                repeats.Add((line.Line, IsSame: true));

        Reported[] reported = [.. fresh.Values.Select(line => line.Reported)];
        var world = await write.LoadAsync(reported, ct);
        Note(repeats);
        Note(fresh, Engine.Accept(reported, world with { Closed = [.. world.Closed, .. due] }));
    }

    public async Task SetAsideAsync(PlayWrite write, (long Line, Reported Reported) alone, CancellationToken ct)
    {
        await Scorekeeper.SetAsideAsync(write, alone.Reported, GroupCommit.RuleError, ct);
        await write.CommitAsync(ct);
        report.Wait(alone.Line, GroupCommit.RuleError, owner: null);
    }

    private async Task<(Dictionary<FactId, (long Line, Reported Reported)> Fresh, List<(long Line, bool IsSame)> Repeats)> SortAsync(
        PlayWrite write,
        IReadOnlyList<(long Line, Reported Reported)> group,
        CancellationToken ct
    )
    {
        var known = await write.KnownAsync([.. group.Select(line => line.Reported)], SaysTheSame, ct);
        var fresh = new Dictionary<FactId, (long Line, Reported Reported)>(group.Count);
        var repeats = new List<(long Line, bool IsSame)>();
        foreach (var (line, reported) in group)
            if (known.TryGetValue(reported.Id, out var stored))
                repeats.Add((line, stored.SameBody));
            else if (!fresh.TryAdd(reported.Id, (line, reported)))
                repeats.Add((line, SaysTheSame(fresh[reported.Id].Reported.Body, reported.Body)));

        return (fresh, repeats);
    }

    /// <summary>A dry run writes nothing that would be found again, so it remembers eight bytes of each id.</summary>
    private static ulong Fingerprint(FactId id) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(id.ExternalId)));

    private void Note(List<(long Line, bool IsSame)> repeats)
    {
        report.Already += repeats.Count;
        foreach (var (line, isSame) in repeats)
            if (!isSame)
                report.Name(line, "already recorded with another content, which stands");
    }

    /// <summary>By file and by webhook the same event has other words: what it says is compared.</summary>
    private bool SaysTheSame(string first, string second) =>
        first == second
        || (
            CanonicalBody.Parse(Encoding.UTF8.GetBytes(first), organisation.Currency) is CanonicalBody.Valid a
            && CanonicalBody.Parse(Encoding.UTF8.GetBytes(second), organisation.Currency) is CanonicalBody.Valid b
            && (a.Activity, a.Occurred) == (b.Activity, b.Occurred)
        );

    private void Note(Dictionary<FactId, (long Line, Reported Reported)> fresh, IReadOnlyList<Fact> facts)
    {
        foreach (var fact in facts)
            if (fresh.TryGetValue(fact.Id, out var line))
                Note(line.Line, fact);
    }

    private void Note(long line, Fact fact)
    {
        if (fact.State is FactState.Quarantined)
            report.Wait(line, fact.Reason!, Entities.OwnerOf(fact.Activity));
        else if (fact.State is FactState.Listed)
            report.Listed++;
        else if (fact.IsPast)
            report.Past++;
        else
            report.Counted++;
    }
}
