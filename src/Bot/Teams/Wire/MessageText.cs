namespace Bot.Teams.Wire;

/// <summary>What a person typed, without the mention that made Teams deliver it.</summary>
internal static class MessageText
{
    /// <summary>Only mentions of the bot itself are taken out: a person of the same name stays.</summary>
    public static string Of(Activity activity) => OwnMentions(activity).Aggregate(Spaced(activity.Text ?? ""), WithoutMention).Trim();

    /// <summary>Mentions of anybody but the bot, as they stand in what <see cref="Of"/> gives.</summary>
    public static IEnumerable<(Account Who, string Text)> Others(Activity activity)
    {
        foreach (var entity in activity.Entities ?? [])
            if (entity is { Type: "mention", Mentioned: { } who, Text: { Length: > 0 } text } && who.Id != activity.Recipient.Id)
                yield return (who, Spaced(text));
    }

    /// <summary>The name inside a mention.</summary>
    public static string Untagged(string mention) =>
        mention.Replace("<at>", "", StringComparison.OrdinalIgnoreCase).Replace("</at>", "", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> OwnMentions(Activity activity) =>
        from entity in activity.Entities ?? []
        where entity?.Type == "mention" && entity.Mentioned?.Id == activity.Recipient.Id
        select entity.Text into mention
        where mention is { Length: > 0 }
        select Spaced(mention);

    private static string WithoutMention(string text, string mention) => text.Replace(mention, "", StringComparison.Ordinal);

    /// <summary>Clients pad a mention with spaces that do not break, as an entity or as the character itself.</summary>
    private static string Spaced(string text) => text.Replace("&nbsp;", " ", StringComparison.OrdinalIgnoreCase).Replace('\u00A0', ' ');
}
