using Bot.Outbox;
using Bot.Settings;
using Gamification;
using Gamification.Activities;
using Storage;

namespace Bot.Play;

/// <summary>Changes of people and teams under the write lock; facts that waited for them are played in the same commit.</summary>
/// <remarks><c>by</c> is a person's id or <c>api</c>, for the audit row.</remarks>
public sealed class DirectoryDesk(
    PlayStore store,
    DirectoryReader directory,
    Scorekeeper scorekeeper,
    WaitingFacts waiting,
    OutboxSignal signal,
    TimeProvider clock
)
{
    public async Task PutTeamAsync(TeamRecord team, string by, CancellationToken ct)
    {
        await using var write = await store.BeginAsync(clock.Now(), ct);
        var before = await directory.TeamRecordAsync(team.Id, ct);
        await write.PutTeamAsync(team, ct);
        await AuditAsync(write, by, "team.put", team.Id.Value, before is null ? null : AuditText.Of(before), AuditText.Of(team), ct);
        await write.CommitAsync(ct);
    }

    public async Task<PutRefusal?> PutPersonAsync(PersonRecord person, string by, CancellationToken ct)
    {
        await using var write = await BeginAsync(by, ct);
        return await PutPersonAsync(write, await directory.RecordAsync(person.Id, ct), person, by, ct);
    }

    /// <summary>Changes what is stored under the lock, so that two people who edit different things both keep theirs.</summary>
    public async Task<PutRefusal?> ChangePersonAsync(
        PersonId person,
        Func<PersonRecord, PersonRecord> change,
        string by,
        CancellationToken ct
    )
    {
        await using var write = await BeginAsync(by, ct);
        return await directory.RecordAsync(person, ct) is { } stored
            ? await PutPersonAsync(write, stored, change(stored), by, ct)
            : new PutRefusal.Gone();
    }

    private async Task<PutRefusal?> PutPersonAsync(
        PlayWrite write,
        PersonRecord? before,
        PersonRecord person,
        string by,
        CancellationToken ct
    )
    {
        if (await write.PutPersonAsync(person, ct) is { } refusal)
            return refusal;

        await AuditAsync(write, by, "person.put", person.Id.Value, before is null ? null : AuditText.Of(before), AuditText.Of(person), ct);
        // Somebody new counts in the goals of their team since ever.
        var counts = before is null ? person.Memberships.Count > 0 : !person.WorksLike(before);
        var told = counts && await RecountAsync(write, person.Id, ct);
        told |= await waiting.ReleaseAsync(write, person, ct);
        await CommitAsync(write, told, ct);
        return null;
    }

    /// <summary>Links a CRM owner or a chat user to a person, and plays what waited for the owner.</summary>
    public async Task<PutRefusal?> LinkAsync(string source, string externalId, PersonId person, string by, CancellationToken ct)
    {
        await using var write = await BeginAsync(by, ct);
        if (await write.LinkAsync(source, externalId, person, ct) is { } refusal)
            return refusal;

        await AuditAsync(write, by, "identity.linked", person.Value, before: null, AuditText.Of(new Identity(source, externalId)), ct);
        await CommitAsync(write, await waiting.ReleaseAsync(write, source, externalId, ct), ct);
        return null;
    }

    /// <summary>Lets go of a chat user who left: what is told to the person is on the page from now on.</summary>
    public async Task UnlinkAsync(string source, string externalId, string by, CancellationToken ct)
    {
        await using var write = await store.BeginAsync(clock.Now(), ct);
        if (await write.UnlinkAsync(source, externalId, ct) is not { } person)
            return;

        await AuditAsync(write, by, "identity.unlinked", person.Value, AuditText.Of(new Identity(source, externalId)), after: null, ct);
        await write.CommitAsync(ct);
    }

    /// <summary>Accepts a waiting fact as it is: credited now if it was too old. Null when done, else why not.</summary>
    public async Task<FormattableString?> AcceptAsync(FactId fact, string by, CancellationToken ct)
    {
        await using var write = await BeginAsync(by, ct);
        var waiting = await write.WaitingAsync([fact], ct);
        var decided = await scorekeeper.ReleaseAsync(write, waiting, ct);
        if (decided.Facts.FirstOrDefault(accepted => accepted.Id == fact) is not { State: not FactState.Quarantined } accepted)
            return $"What it waits for is still missing.";

        var before = AuditText.Of(FactState.Quarantined, waiting[0].Reason);
        await AuditAsync(write, by, "activity.accepted", fact.ToString(), before, AuditText.Of(accepted.State, accepted.Reason), ct);
        await CommitAsync(write, decided.Announcements.Count > 0, ct);
        return null;
    }

    public async Task<bool> DismissAsync(FactId fact, string by, string reason, CancellationToken ct)
    {
        await using var write = await store.BeginAsync(clock.Now(), ct);
        var waiting = await write.WaitingAsync([fact], ct);
        if (!await write.DismissAsync(fact, reason, ct))
            return false;

        var before = AuditText.Of(FactState.Quarantined, waiting[0].Reason);
        var after = AuditText.Of(FactState.Listed, reason);
        await write.AuditAsync(new(clock.Now(), by, "activity.dismissed", fact.ToString(), before, after, reason), ct);
        await write.CommitAsync(ct);
        return true;
    }

    public async Task ConnectAsync(string platform, string conversation, TeamId? team, string by, CancellationToken ct)
    {
        await using var write = await store.BeginAsync(clock.Now(), ct);
        var known = await write.ConnectAsync(platform, conversation, team, ct);
        await AuditAsync(
            write,
            by,
            "channel.connected",
            $"{platform}:{conversation}",
            known is null ? null : AuditText.OfTeam(known.Team),
            AuditText.OfTeam(team),
            ct
        );
        await write.CommitAsync(ct);
    }

    /// <summary>How the posts of a channel call people. False when the channel is not connected.</summary>
    public async Task<bool> MentionAsync(ChannelId channel, ChannelMention before, ChannelMention mention, string by, CancellationToken ct)
    {
        await using var write = await store.BeginAsync(clock.Now(), ct);
        if (!await write.MentionAsync(channel, mention, ct))
            return false;

        await AuditAsync(write, by, "channel.mention", channel.Value, before.ToString(), mention.ToString(), ct);
        await write.CommitAsync(ct);
        return true;
    }

    /// <summary>Whether a person hears that a badge is near, or a goal half way.</summary>
    public async Task HintsAsync(PersonView person, bool on, CancellationToken ct)
    {
        await using var write = await store.BeginAsync(clock.Now(), ct);
        await write.HintsAsync(person.Id, on, ct);
        await AuditAsync(write, person.Id.Value, "person.hints", person.Id.Value, OnOff(person.Hints), OnOff(on), ct);
        await write.CommitAsync(ct);
    }

    /// <summary>Whoever does it in chat hears what comes of it at once; everybody else when they are at work.</summary>
    private async Task<PlayWrite> BeginAsync(string by, CancellationToken ct)
    {
        var write = await store.BeginAsync(clock.Now(), ct);
        write.Answer(new(by));
        return write;
    }

    private static string OnOff(bool on) => on ? "on" : "off";

    /// <summary>Holidays, time off, hours, zone and teams hold at once: what is open is derived again in the same commit.</summary>
    private async Task<bool> RecountAsync(PlayWrite write, PersonId person, CancellationToken ct) =>
        (await scorekeeper.RecountAsync(write, await write.RecountOfAsync(person, ct), ct)).Announcements.Count > 0;

    private Task AuditAsync(PlayWrite write, string by, string what, string about, string? before, string? after, CancellationToken ct) =>
        write.AuditAsync(new(clock.Now(), by, what, about, before, after, Reason: null), ct);

    private async Task CommitAsync(PlayWrite write, bool isToBeTold, CancellationToken ct)
    {
        await write.CommitAsync(ct);
        if (isToBeTold)
            signal.Raise();
    }
}
