using Gamification;

namespace Bot.Cards;

/// <summary>
/// What a button about a channel asks for. Teams shows such a card in the person's own chat, so there its buttons name the channel they
/// are about: <c>medalist channel pause in:19:sales@thread.tacv2</c>. Elsewhere they stand in the channel itself.
/// </summary>
public static class ChannelLine
{
    private const string Start = "medalist channel";
    private const string Teams = "teams:";
    private const string Mark = " in:";

    public static string Of(ChannelId channel, string words = "") =>
        channel.Value.StartsWith(Teams, StringComparison.Ordinal) ? $"{Said(words)}{Mark}{channel.Value[Teams.Length..]}" : Said(words);

    /// <summary>The line without the conversation it names, and that conversation; null where it names none.</summary>
    public static (string Line, string? Conversation) Split(string line) =>
        line.LastIndexOf(Mark, StringComparison.Ordinal) is > 0 and var mark
        && line[(mark + Mark.Length)..] is { Length: > 0 } conversation
        && !conversation.Any(char.IsWhiteSpace)
            ? (line[..mark], conversation)
            : (line, null);

    private static string Said(string words) => words.Length == 0 ? Start : $"{Start} {words}";
}
