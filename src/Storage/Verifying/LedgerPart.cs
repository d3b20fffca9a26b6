using Gamification;
using Gamification.Activities;
using Gamification.Points;
using Gamification.Verifying;
using Storage.Writing;

namespace Storage.Verifying;

/// <summary>The lines of some people with what rests on them.</summary>
internal sealed class LedgerPart(WriteScope scope)
{
    private readonly LedgerReading ledgers = new(scope);

    public async Task<ReadPart> ReadAsync(PeopleSpan span, CancellationToken ct)
    {
        var read = new List<Func<Verified>>();
        foreach (var person in await ledgers.PeopleAsync(span, ct))
            read.Add(await ReadAsync(person, ct));

        return new(span.IsLast ? null : span.Until, scope.Number, () => Verified.Of([.. read.Select(compare => compare())]));
    }

    private async Task<Func<Verified>> ReadAsync(PersonId person, CancellationToken ct)
    {
        var history = await ledgers.HistoryAsync(person, ct);
        var world = await ledgers.AddAsync(await ledgers.WorldAsync([person], ct), person, history, ct);
        var tallies = await ledgers.TalliesAsync(person, ct);
        return () => new(history.Count, new PersonVerification(world, person, tallies).Run(), Recount.Nothing, []);
    }
}
