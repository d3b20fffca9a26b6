using Gamification;
using Gamification.People;
using Gamification.Points;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;

namespace Storage.Tests;

/// <summary>Writes people and tallies as the game does: under the write lock, with a commit that names who changed.</summary>
internal sealed class BoardScript(Func<GameContext> open)
{
    public static readonly PeriodKey Week = new("2026-W47");

    public Task PersonAsync(string id, string name, Action<PersonRow>? with = null) =>
        CommitAsync(
            async db =>
            {
                if (await db.People.FindAsync(new PersonId(id)) is not { } person)
                    db.People.Add(person = Person(id, name));
                person.Name = name;
                with?.Invoke(person);
            },
            id
        );

    /// <summary>Adds points to people, all in one commit.</summary>
    public Task PointsAsync(params (string Person, long Points)[] changes) =>
        CommitAsync(
            async db =>
            {
                foreach (var (person, points) in changes)
                    (await TallyAsync(db, person, Week)).Points += points;
            },
            [.. changes.Select(change => change.Person)]
        );

    public Task TallyAsync(string person, PeriodKey period, Action<TallyRow> change) =>
        CommitAsync(async db => change(await TallyAsync(db, person, period)), person);

    public async Task CommitAsync(Func<GameContext, Task> write, params string[] people)
    {
        await using var db = open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (db.Database.IsNpgsql())
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(1)");

        await write(db);
        var last = await db.Commits.MaxAsync(row => (long?)row.Number) ?? 0;
        db.Commits.Add(
            new()
            {
                Number = last + 1,
                At = Instant.FromUtc(2026, 11, 18, 12, 0),
                Setup = 0,
                People = Packed.Of(people),
            }
        );
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private static async Task<TallyRow> TallyAsync(GameContext db, string person, PeriodKey period)
    {
        if (await db.Tallies.FindAsync(BoardKey.Organisation, period, new PersonId(person)) is { } found)
            return found;

        var tally = new TallyRow
        {
            Board = BoardKey.Organisation,
            Period = period,
            Person = new(person),
            Quotes = 0,
            Sent = 0,
            Deals = 0,
            Revenue = 0,
            Replies = 0,
            Active = 0,
            Points = 0,
        };
        db.Tallies.Add(tally);
        return tally;
    }

    private static PersonRow Person(string id, string name) =>
        new()
        {
            Id = new(id),
            Name = name,
            Email = $"{id}@example.com",
            EmailKey = $"{id}@example.com",
            Role = Role.Rep,
            Active = true,
            Ranked = true,
            Publicity = Publicity.Named,
        };
}
