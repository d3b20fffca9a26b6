using Gamification;
using Gamification.Activities;
using Gamification.People;
using Gamification.Rewards;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Storage.Writing;

/// <summary>Finds what has to be derived again when something changed that many facts rest on.</summary>
internal sealed class RecountReader(WriteScope scope)
{
    private readonly PeopleReader people = new(scope);

    /// <summary>Everything of a person that is still open, after their calendar or teams changed.</summary>
    public async Task<Recount> OfPersonAsync(PersonId id, CancellationToken ct)
    {
        var past = (await scope.Connection.ReadAsync(EntryTable.PastReplies, [id], ct)).ToHashSet();
        var first = await scope.Db.Organisations.Select(row => row.FirstFact).SingleAsync(ct);
        if (first is not { } firstFact)
            return Recount.Nothing with { Entities = past };

        var open = Closing.FirstOpenFrom(firstFact, await people.ClosedAsync(ct));
        var person = (await people.ReadAsync([id], ct))[id];
        var lines = await scope.Connection.ReadAsync(EntryTable.Since, [(id, open)], ct);
        var known = await scope.Connection.ReadAsync(DayTable.Since, [new DayKey(id, DayBefore(person, open))], ct);
        var dated = lines.Select(line => line.Dated).ToList();
        var goals = new GoalScopeReader(scope);
        return new(
            past.Union(lines.Where(line => !PostedRewards.IsEntity(line.Entity)).Select(line => line.Entity)).ToHashSet(),
            lines.Select(line => new DayKey(id, person.DayOf(line.Dated))).Concat(known).ToHashSet(),
            new HashSet<PersonId> { id }
        )
        {
            CalendarChanged = scope.Now,
            Goals = (await new GoalReading(scope).CountedAsync(person, dated, ct))
                .Scopes.Concat(await goals.OfMemberAsync(person, dated, ct))
                .Concat(await goals.OfRosterAsync(ct))
                .ToHashSet(),
        };
    }

    /// <summary>A day earlier, because another zone may have put the instant into the day before.</summary>
    private static LocalDate DayBefore(Person person, Instant instant) => person.DayOf(instant).PlusDays(-1);
}
