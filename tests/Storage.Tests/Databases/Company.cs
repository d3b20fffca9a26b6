using System.Globalization;
using Gamification;
using Gamification.Activities;
using Gamification.Goals;
using Gamification.People;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace Storage.Tests.Databases;

/// <summary>A small company in Paris, short words for what happens there, and the loop that records it.</summary>
internal static class Company
{
    private const string Connection = "crm";

    public static Instant Now { get; } = At("2026-11-18 09:00");

    /// <summary>An instant by the clock on the wall in Paris, for example <c>2026-11-18 09:00</c>.</summary>
    public static Instant At(string local) =>
        LocalDateTimePattern
            .CreateWithInvariantCulture("uuuu-MM-dd HH:mm")
            .Parse(local)
            .Value.InZoneLeniently(TestDatabase.Paris.Zone)
            .ToInstant();

    public static PersonRecord Person(string id, string? team = null) =>
        new(
            new(id),
            id,
            Mail(id),
            Role.Rep,
            Active: true,
            Ranked: true,
            Alias: null,
            Publicity.Named,
            team is null ? [] : [new(new(team), null, null)],
            [],
            Calendar: null
        );

    public static TeamRecord Team(string id) => new(new(id), id, [], [], BoardMode.TopThree);

    public static string Mail(string person) => $"{person}@example.com";

    public static FactId Id(string externalId) => new(Connection, externalId);

    public static Reported Quote(string id, string owner, string at = "2026-11-18 09:00", string? quote = null, string? deal = null) =>
        Report(id, at, new Activity.QuoteSent(quote ?? id, deal, Mail(owner), null));

    public static Reported Win(string id, string owner, long euros, string at = "2026-11-18 09:00", string? deal = null) =>
        Report(id, at, new Activity.DealClosed(deal ?? id, Mail(owner), true, Money.Of(euros * 100, "EUR")));

    /// <summary>A client's message, answered so many minutes later.</summary>
    public static Reported[] Talk(string id, string owner, string at, int minutes)
    {
        var (asked, answered) = (At(at), At(at) + Duration.FromMinutes(minutes));
        return
        [
            new(Id($"a{id}"), new Activity.MessageReceived(id, "m", Mail(owner)), asked, asked, "{}"),
            new(Id($"r{id}"), new Activity.MessageReplied(id, "m", Mail(owner), Automatic: false), answered, answered, "{}"),
        ];
    }

    public static Reported Report(string id, string at, Activity activity, string body = "{}") =>
        new(Id(id), activity, At(at), At(at), body);

    /// <summary>Teams <c>north</c> and <c>south</c>; ann and bob in north, cyd in south, dan in none.</summary>
    public static async Task FoundAsync(PlayStore store)
    {
        await using var write = await store.BeginAsync(Now, CancellationToken.None);
        await write.PutTeamAsync(Team("north"), CancellationToken.None);
        await write.PutTeamAsync(Team("south"), CancellationToken.None);
        foreach (var person in new[] { Person("ann", "north"), Person("bob", "north"), Person("cyd", "south"), Person("dan") })
            Assert.Null(await write.PutPersonAsync(person, CancellationToken.None));
        await write.CommitAsync(CancellationToken.None);
    }

    public static Task RecordAsync(this IServiceProvider host, params IReadOnlyList<Reported> group) =>
        host.GetRequiredService<PlayStore>().RecordAsync(group);

    public static async Task RecordAsync(this PlayStore store, params IReadOnlyList<Reported> group)
    {
        await using var write = await store.BeginAsync(Now, CancellationToken.None);
        await write.PlayAsync(group);
        await write.CommitAsync(CancellationToken.None);
    }

    /// <summary>Load, decide, write; the caller commits.</summary>
    public static async Task<Outcome.Decided> PlayAsync(this PlayWrite write, IReadOnlyList<Reported> group)
    {
        var known = await write.KnownAsync(group, CancellationToken.None);
        var fresh = group.Where(reported => !known.ContainsKey(reported.Id)).ToList();
        var world = await write.LoadAsync(fresh, CancellationToken.None);
        while (Engine.Foresee(fresh, world) is { } needs)
            world = await write.LoadAsync(world, needs, CancellationToken.None);

        return await write.WriteAsync(world, seen => Engine.Play(fresh, seen));
    }

    public static async Task<Outcome.Decided> ReleaseAsync(this PlayWrite write, IReadOnlyList<Fact> waiting)
    {
        var world = await write.LoadAsync(waiting, CancellationToken.None);
        return await write.WriteAsync(world, seen => Engine.Release(waiting, seen));
    }

    /// <summary>What a person is from now on, with all that is open derived again.</summary>
    public static async Task ChangeAsync(this PlayStore store, PersonRecord person)
    {
        await using var write = await store.BeginAsync(Now, CancellationToken.None);
        Assert.Null(await write.PutPersonAsync(person, CancellationToken.None));
        await write.RecountAsync(await write.RecountOfAsync(person.Id, CancellationToken.None));
        await write.CommitAsync(CancellationToken.None);
    }

    /// <summary>A goal is made or changed, and counted again in every period around now.</summary>
    public static async Task PutAsync(this PlayStore store, Goal goal, Instant? at = null)
    {
        var now = at ?? Now;
        await using var write = await store.BeginAsync(now, CancellationToken.None);
        await write.PutGoalAsync(goal, CancellationToken.None);
        await write.RecountAsync(Recount.Nothing with { Goals = goal.ScopesFrom(now, now, TestDatabase.Paris) });
        await write.CommitAsync(CancellationToken.None);
    }

    public static async Task<Outcome.Decided> RecountAsync(this PlayWrite write, Recount again)
    {
        var world = await write.LoadAsync(again, CancellationToken.None);
        return await write.WriteAsync(world, seen => Engine.Recount(again, seen));
    }

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task<Outcome.Decided> WriteAsync(this PlayWrite write, World world, Func<World, Outcome> play)
    {
        for (var round = 0; round < 8; round++)
            switch (play(world))
            {
                case Outcome.Needs needs:
                    world = await write.LoadAsync(world, needs, CancellationToken.None);
                    break;
                case Outcome.Decided decided:
                    await write.WriteAsync(decided, CancellationToken.None);
                    return decided;
            }

        throw new InvalidOperationException("A play asked for the same things again and again.");
    }
}
