namespace Bot.Tests.Manifests;

/// <summary>What Slack asks for: the scopes of each method and of each event, as its reference says. A bot token needs one of none, all of several.</summary>
internal static class SlackGrants
{
    public static readonly IReadOnlyDictionary<string, string[]> OfMethods = new Dictionary<string, string[]>
    {
        ["apps.connections.open"] = [], // the app-level token's own: connections:write
        ["auth.test"] = [],
        ["chat.delete"] = ["chat:write"],
        ["chat.postEphemeral"] = ["chat:write"],
        ["chat.postMessage"] = ["chat:write"],
        ["chat.update"] = ["chat:write"],
        ["conversations.history"] = ["channels:history", "groups:history", "im:history"],
        ["conversations.info"] = ["channels:read", "groups:read"],
        ["conversations.open"] = ["im:write"],
        ["users.info"] = ["users:read", "users:read.email"],
        ["users.list"] = ["users:read", "users:read.email"],
        ["views.open"] = [],
        ["views.publish"] = [],
        ["views.push"] = [],
        ["views.update"] = [],
    };

    public static readonly IReadOnlyDictionary<string, string[]> OfEvents = new Dictionary<string, string[]>
    {
        ["app_home_opened"] = [],
        ["app_mention"] = ["app_mentions:read"],
        ["app_uninstalled"] = [],
        ["channel_archive"] = ["channels:read"],
        ["channel_deleted"] = ["channels:read"],
        ["channel_left"] = ["channels:read"],
        ["channel_rename"] = ["channels:read"],
        ["channel_unarchive"] = ["channels:read"],
        ["group_archive"] = ["groups:read"],
        ["group_deleted"] = ["groups:read"],
        ["group_left"] = ["groups:read"],
        ["group_rename"] = ["groups:read"],
        ["group_unarchive"] = ["groups:read"],
        ["member_joined_channel"] = ["channels:read", "groups:read"],
        ["member_left_channel"] = ["channels:read", "groups:read"],
        ["message.im"] = ["im:history"],
        ["team_join"] = ["users:read"],
        ["tokens_revoked"] = [],
        ["user_change"] = ["users:read"],
    };
}
