namespace Bot.Slack;

/// <summary>One slash command as Slack sends it.</summary>
/// <param name="Line">Command and arguments as typed: <c>/leaderboard last month</c>.</param>
/// <param name="ResponseUrl">Takes up to five more answers within half an hour.</param>
internal sealed record SlashCommand(string User, string Conversation, string Line, Uri? ResponseUrl, string? Trigger)
{
    /// <summary>Null when a field that every command has is missing; <paramref name="missing"/> names it.</summary>
    public static SlashCommand? Parse(Func<string, string?> field, out string missing)
    {
        missing = Array.Find(["command", "user_id", "channel_id"], name => field(name) is null) ?? "";
        return missing.Length > 0
            ? null
            : new(
                field("user_id")!,
                field("channel_id")!,
                $"{field("command")} {field("text")}",
                ResponseAddress.Parse(field("response_url")),
                field("trigger_id")
            );
    }
}

/// <summary>The address of further answers. It came signed by Slack; what is no web address is no address.</summary>
internal static class ResponseAddress
{
    public static Uri? Parse(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "https" or "http") ? uri : null;
}
