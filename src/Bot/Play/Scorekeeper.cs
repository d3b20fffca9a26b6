using Bot.Settings;
using Gamification;
using Gamification.Activities;
using Storage;

namespace Bot.Play;

/// <summary>Loads what a group touches, lets the rules decide, and writes the differences: all inside one transaction under the write lock.</summary>
public sealed class Scorekeeper(OrganisationSettings organisation)
{
    /// <summary>Why a fact is only listed while the game is switched off.</summary>
    public const string Disabled = "disabled";

    /// <summary>What was not foreseen, then the recounts that turned out to be needed; more rounds than that would hold the lock for nothing.</summary>
    private const int MaxRounds = 8;

    /// <summary>Plays activities that are not stored yet.</summary>
    public async Task<Outcome.Decided> PlayAsync(PlayWrite write, IReadOnlyList<Reported> fresh, CancellationToken ct)
    {
        var world = await write.LoadAsync(fresh, ct);
        while (organisation.Enabled && Engine.Foresee(fresh, world) is { } needs)
            world = await write.LoadAsync(world, needs, ct);

        var decided = organisation.Enabled
            ? await DecideAsync(write, world, present => Engine.Play(fresh, present), ct)
            : Only([.. fresh.Select(reported => Stored(reported, world) with { State = FactState.Listed, Reason = Disabled })]);
        await write.WriteAsync(decided, ct);
        return decided;
    }

    /// <summary>Plays stored facts that waited. Those that must go on waiting are not among the decided ones.</summary>
    public async Task<Outcome.Decided> ReleaseAsync(PlayWrite write, IReadOnlyList<Fact> waiting, CancellationToken ct)
    {
        if (waiting.Count == 0 || !organisation.Enabled)
            return Only([]);

        var world = await write.LoadAsync(waiting, ct);
        var decided = await DecideAsync(write, world, present => Engine.Release(waiting, present), ct);
        await write.WriteAsync(decided, ct);
        return decided;
    }

    /// <summary>Derives a part of the game again and writes only what differs.</summary>
    public async Task<Outcome.Decided> RecountAsync(PlayWrite write, Recount again, CancellationToken ct)
    {
        if (!organisation.Enabled)
            return Only([]);

        var decided = await DecideAsync(write, await write.LoadAsync(again, ct), world => Engine.Recount(again, world), ct);
        await write.WriteAsync(decided, ct);
        return decided;
    }

    /// <summary>Writes what was decided on rows that are still as they were. True when there is something to tell.</summary>
    public async Task<bool> WriteAsync(PlayWrite write, IReadOnlyList<Outcome.Decided> decided, CancellationToken ct)
    {
        if (!organisation.Enabled)
            return false;

        foreach (var part in Outcome.Decided.Joined(decided))
            await write.WriteAsync(part, ct);

        return decided.Any(part => part.Announcements.Count > 0);
    }

    /// <summary>Stores an activity the rules failed on, for a manager to accept or dismiss.</summary>
    public static async Task SetAsideAsync(PlayWrite write, Reported reported, string reason, CancellationToken ct)
    {
        var world = await write.LoadAsync(new[] { reported }, ct);
        await write.WriteAsync(Only([Stored(reported, world) with { State = FactState.Quarantined, Reason = reason }]), ct);
    }

    private static async Task<Outcome.Decided> DecideAsync(PlayWrite write, World world, Func<World, Outcome> play, CancellationToken ct)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            switch (play(world))
            {
                case Outcome.Decided decided:
                    return decided;
                case Outcome.Needs needs:
                    world = await write.LoadAsync(world, needs, ct);
                    break;
            }
        }
        throw new InvalidOperationException($"The rules still asked for more after {MaxRounds} rounds.");
    }

    private static Fact Stored(Reported reported, World world) =>
        new(
            reported.Id,
            reported.Activity,
            Person: null,
            Amount: null,
            reported.Occurred,
            reported.Received,
            Credited: reported.Received,
            world.Commit,
            FactState.Listed,
            Reason: null,
            ClaimedOccurred: null,
            reported.Body
        );

    private static Outcome.Decided Only(IReadOnlyList<Fact> facts) => new(facts, [], [], [], [], [], []);
}
