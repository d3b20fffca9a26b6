namespace Bot.Slack;

/// <summary>Text as Slack sends it, turned back into what the person typed.</summary>
internal static class SlackText
{
    /// <summary>Slack escapes <c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c>, and nothing else.</summary>
    public static string Plain(string text) =>
        text.Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal)
            .Trim();

    /// <summary>Without the mention that called the bot: <c>&lt;@U0BOT&gt; leaderboard</c> is <c>leaderboard</c>. Other mentions stay.</summary>
    /// <param name="bot">Null when Slack did not say who the bot is: then it is whom the text starts with.</param>
    public static string WithoutMention(string text, string? bot) =>
        bot is null ? WithoutLeadingMention(text) : text.Replace($"<@{bot}>", " ", StringComparison.Ordinal);

    private static string WithoutLeadingMention(string text) =>
        text.TrimStart() is ['<', '@', ..] start && start.IndexOf('>', StringComparison.Ordinal) is > 0 and var end
            ? start[(end + 1)..]
            : text;
}
