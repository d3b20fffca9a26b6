using Gamification;
using Gamification.Badges;
using Gamification.People;
using Gamification.Points;
using Gamification.Verifying;
using NodaTime;
using Storage.Writing;

namespace Storage.Verifying;

/// <summary>The lines of the next person, with their days, tallies and badges.</summary>
internal sealed class PersonPart(WriteScope scope)
{
    /// <summary>How many people are looked up at once: one is not worth four questions.</summary>
    private const int Ahead = 100;

    private static readonly Query<PersonId> NextPeople = new(
        $"SELECT t.id FROM person AS t WHERE t.id > $1 ORDER BY t.id LIMIT {Ahead}",
        row => new(row.Text(0))
    );

    private readonly PeopleReader people = new(scope);

    public async Task<Verified> ReadAsync(string after, CancellationToken ct)
    {
        if (await scope.Connection.QueryAsync(NextPeople, [after], ct) is not [var person, ..] next)
            return new(null, 0, [], Recount.Nothing, []);
        if (!scope.Setup.People.ContainsKey(person))
            await people.ReadAsync(next, ct);

        var history = await scope.Connection.ReadAsync(EntryTable.OfPerson, [person], ct);
        var days = await scope.Connection.ReadAsync(DayTable.OfPerson, [person], ct);
        var tallies = await scope.Connection.ReadAsync(TallyTable.OfPerson, [person], ct);
        var progress = await scope.Connection.ReadAsync(ProgressTable.OfPerson, [person], ct);
        var world = await WorldAsync(person, history, days, progress, ct);
        var verification = new PersonVerification(world, person, tallies);
        var differences = verification.Run();
        return new(
            person.Value,
            history.Count,
            differences,
            AgainOf(person, world, differences),
            differences.Any(difference => difference.Kind is DifferenceKind.Tally) ? [person] : []
        );
    }

    private async Task<World> WorldAsync(
        PersonId id,
        IReadOnlyList<Entry> history,
        IReadOnlyList<DayState> days,
        IReadOnlyList<BadgeProgress> progress,
        CancellationToken ct
    )
    {
        var known = await people.ReadAsync([id], ct);
        var lines = Runs.Of(history, entry => new DayKey(id, DayOf(known[id], entry.Key.Dated)));
        foreach (var day in days)
            lines.TryAdd(new(id, day.Date), []);

        var states = days.ToDictionary(day => new DayKey(id, day.Date));
        return new(scope.Organisation, scope.Rules, await people.ClosedAsync(ct), await people.ChannelsAsync(ct))
        {
            People = known,
            Days = lines.Keys.ToDictionary(day => day, day => states.GetValueOrDefault(day)),
            DayEntries = lines,
            Progress = new Dictionary<PersonId, IReadOnlyList<BadgeProgress>> { [id] = progress },
            Histories = new Dictionary<PersonId, IReadOnlyList<Entry>> { [id] = history },
        };
    }

    private static Recount AgainOf(PersonId person, World world, IReadOnlyList<Difference> differences) =>
        differences.Any(difference => difference.Kind is not DifferenceKind.Tally)
            ? Recount.Nothing with
            {
                Days = world.DayEntries.Keys.ToHashSet(),
                Badges = new HashSet<PersonId> { person },
            }
            : Recount.Nothing;

    private static LocalDate DayOf(Person person, Instant instant) => person.DayOf(instant);
}
