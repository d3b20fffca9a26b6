using Gamification;
using Microsoft.EntityFrameworkCore;
using Storage.Rows;

namespace Storage;

/// <summary>What the chat platforms told us and must not be forgotten.</summary>
public sealed class ChatStore(IDbContextFactory<GameContext> contexts)
{
    /// <summary>Writes only what is new: most messages come from conversations that are known.</summary>
    public async Task RememberAsync(ConversationReference reference, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var known = await FindAsync(db, reference.Conversation, ct);
        if (known == reference with { Locale = reference.Locale ?? known?.Locale })
            return;

        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO conversation (conversation, service_url, tenant_id, bot_id, scope, "user", teams_team, teams_channel, locale)
            VALUES ({reference.Conversation}, {reference.ServiceUrl}, {reference.TenantId}, {reference.BotId},
                {reference.Scope}, {reference.User}, {reference.TeamsTeam}, {reference.TeamsChannel}, {reference.Locale})
            ON CONFLICT (conversation) DO UPDATE SET
                service_url = excluded.service_url, tenant_id = excluded.tenant_id, bot_id = excluded.bot_id, scope = excluded.scope,
                "user" = excluded."user", teams_team = excluded.teams_team, teams_channel = excluded.teams_channel,
                locale = COALESCE(excluded.locale, conversation.locale)
            """,
            ct
        );
    }

    public async Task<ConversationReference?> FindAsync(string conversation, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await FindAsync(db, conversation, ct);
    }

    public async Task<ConversationReference?> FindPersonalAsync(string user, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await References(db.Conversations.Where(row => row.User == user && row.Scope == "personal").OrderBy(row => row.Conversation))
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>Conversations in one team of Teams: its channels that the bot knows.</summary>
    public async Task<IReadOnlyList<string>> OfTeamAsync(string team, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db
            .Conversations.Where(row => row.TeamsTeam == team)
            .OrderBy(row => row.Conversation)
            .Select(row => row.Conversation)
            .ToListAsync(ct);
    }

    /// <summary>Any conversation that is known: it says where Teams is, and whose tenant.</summary>
    public async Task<ConversationReference?> AnyAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await References(db.Conversations.OrderBy(row => row.TenantId == null).ThenBy(row => row.Conversation))
            .FirstOrDefaultAsync(ct);
    }

    public async Task ForgetAsync(string conversation, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Conversations.Where(row => row.Conversation == conversation).ExecuteDeleteAsync(ct);
    }

    /// <summary>The team a channel is connected to; null when it is not connected. An organisation channel has a null team.</summary>
    public async Task<ConnectedChannel?> ChannelAsync(ChannelId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Channels.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is { } row ? row.Connected : null;
    }

    /// <summary>All that is set for a channel; null when it is not connected.</summary>
    public async Task<ChannelView?> ChannelViewAsync(ChannelId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Channels.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is { } row ? ChannelView.Of(row) : null;
    }

    public async Task<IReadOnlyList<ChannelView>> ChannelViewsAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return [.. (await db.Channels.AsNoTracking().OrderBy(row => row.Id).ToListAsync(ct)).Select(ChannelView.Of)];
    }

    /// <summary>How posts in a channel call people; by name where it is not connected.</summary>
    public async Task<ChannelMention> MentionAsync(ChannelId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Channels.Where(row => row.Id == id).Select(row => row.Mention).SingleOrDefaultAsync(ct);
    }

    public async Task<IReadOnlyList<ConnectedChannel>> ChannelsAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return [.. (await db.Channels.AsNoTracking().OrderBy(row => row.Id).ToListAsync(ct)).Select(row => row.Connected)];
    }

    /// <summary>Connected channels that nothing is posted to, with the team and the reason.</summary>
    public async Task<IReadOnlyList<PausedChannel>> PausedAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db
            .Channels.Where(row => row.PausedBecause != null)
            .OrderBy(row => row.Id)
            .Select(row => new PausedChannel(row.Id, row.Team, row.PausedBecause!))
            .ToListAsync(ct);
    }

    private static Task<ConversationReference?> FindAsync(GameContext db, string conversation, CancellationToken ct) =>
        References(db.Conversations.Where(row => row.Conversation == conversation)).SingleOrDefaultAsync(ct);

    private static IQueryable<ConversationReference> References(IQueryable<ConversationRow> rows) =>
        rows.Select(row => new ConversationReference(
            row.Conversation,
            row.ServiceUrl,
            row.TenantId,
            row.BotId,
            row.Scope,
            row.User,
            row.TeamsTeam,
            row.TeamsChannel
        )
        {
            Locale = row.Locale,
        });
}
