using Bot.Settings;
using Gamification.Activities;
using Storage;

namespace Bot.Play;

/// <summary>Facts in quarantine whose time may have come: played in business order, inside the commit that made them possible.</summary>
public sealed partial class WaitingFacts(Scorekeeper scorekeeper, HostSettings settings, ILogger<WaitingFacts> log)
{
    /// <summary>Plays what waited for a person who is known now. True when there is something to tell.</summary>
    public async Task<bool> ReleaseAsync(PlayWrite write, PersonRecord person, CancellationToken ct) =>
        await ReleaseOwnedAsync(write, await write.WaitingAsync(OwnersOf(person), ct), ct);

    /// <summary>Plays what waited for an owner who is linked now.</summary>
    public async Task<bool> ReleaseAsync(PlayWrite write, string connection, string owner, CancellationToken ct) =>
        await ReleaseOwnedAsync(write, await write.WaitingAsync([(connection, owner)], ct), ct);

    /// <summary>Plays what waited for rates that are there now. Which they are, and whether there is something to tell.</summary>
    public async Task<(IReadOnlyList<FactId> Released, bool IsToBeTold)> ReleaseAsync(
        PlayWrite write,
        IReadOnlySet<string> currencies,
        CancellationToken ct
    )
    {
        var waiting = await write.WaitingForRatesAsync(currencies, ct);
        if (waiting.Count == 0)
            return ([], false);

        var told = await ReleaseAsync(write, waiting, ct);
        var left = (await write.WaitingForRatesAsync(currencies, ct)).Select(fact => fact.Id).ToHashSet();
        return ([.. waiting.Select(fact => fact.Id).Where(id => !left.Contains(id))], told);
    }

    /// <summary>Whatever connection says it, a person's email is that person.</summary>
    private HashSet<(string Connection, string Owner)> OwnersOf(PersonRecord person) =>
        [
            .. settings.Connections.Keys.Select(connection => (connection, person.Email)),
            .. person.Identities.Select(identity => (identity.Source, identity.ExternalId)),
        ];

    /// <summary>Only what waited for its owner: what is too old, or failed, goes on waiting for a manager's word.</summary>
    private Task<bool> ReleaseOwnedAsync(PlayWrite write, IReadOnlyList<Fact> waiting, CancellationToken ct) =>
        ReleaseAsync(write, [.. waiting.Where(fact => fact.Reason is FactReasons.UnknownOwner)], ct);

    /// <summary>One fact that the rules fail on keeps waiting; it does not keep a person from being known.</summary>
    private async Task<bool> ReleaseAsync(PlayWrite write, IReadOnlyList<Fact> waiting, CancellationToken ct)
    {
        try
        {
            return (await scorekeeper.ReleaseAsync(write, waiting, ct)).Announcements.Count > 0;
        }
        catch (Exception broken) when (broken is not (StoreUnavailableException or OperationCanceledException) && waiting.Count > 0)
        {
            return await ReleaseApartAsync(write, waiting, broken, ct);
        }
    }

    private async Task<bool> ReleaseApartAsync(PlayWrite write, IReadOnlyList<Fact> waiting, Exception broken, CancellationToken ct)
    {
        if (waiting is [var alone])
        {
            StillWaiting(log, alone.Id.Connection, alone.Id.ExternalId, broken);
            return false;
        }

        var told = false;
        foreach (
            var fact in waiting.OrderBy(fact => fact.Occurred).ThenBy(fact => ActivityKinds.KindOf(fact.Activity)).ThenBy(fact => fact.Id)
        )
            told |= await ReleaseAsync(write, [fact], ct);
        return told;
    }

    [LoggerMessage(1020, LogLevel.Error, "The rules failed on waiting activity {Connection}/{ExternalId}; it keeps waiting")]
    private static partial void StillWaiting(ILogger logger, string connection, string externalId, Exception exception);
}
