using Bot.Cards;

namespace Bot.Channels;

/// <summary>Why a message was not taken, where the words are ours: stored in English, said in the language of who reads the status.</summary>
public static class DeliveryReasons
{
    public static readonly FormattableString NotConnected = $"The platform of this recipient is not connected.";

    public static readonly FormattableString SlackNotConnected = $"Slack is not connected: set Slack__BotToken.";

    public static readonly FormattableString NoRecipient = $"The message has no recipient.";

    public static readonly FormattableString NothingToEdit = $"The message to edit is not known here any more.";

    public static readonly FormattableString NobodyWrote = $"Nobody wrote to the bot yet, so it does not know where Teams is.";

    public static readonly FormattableString NotAllowed = $"The service URL is not among Teams:AllowedServiceUrls.";

    public static readonly FormattableString NoChat = $"Teams opened no chat.";

    private static readonly FormattableString[] All =
    [
        NotConnected,
        SlackNotConnected,
        NoRecipient,
        NothingToEdit,
        NobodyWrote,
        NotAllowed,
        NoChat,
    ];

    /// <param name="stored">In the words of the platform where they are not ours.</param>
    public static string Said(string stored, int longest, ReaderFormat format) =>
        All.FirstOrDefault(reason => reason.Format == stored) is { } known ? format.Say(known)
        : ChannelTrouble.All.FirstOrDefault(trouble => trouble.Happened == stored) is { } trouble ? ChannelWords.Happened(trouble, format)
        : CleanText.Of(stored, longest);
}
