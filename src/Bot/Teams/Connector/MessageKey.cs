namespace Bot.Teams.Connector;

/// <summary>A posted message as it is stored: <c>{conversation}|{activity}</c>. The activity is empty for a chat that was only opened.</summary>
internal sealed record MessageKey(string Conversation, string Activity)
{
    /// <summary>Null for what is no such key.</summary>
    public static MessageKey? Parse(string stored) =>
        stored.LastIndexOf('|') is > 0 and var bar ? new(stored[..bar], stored[(bar + 1)..]) : null;

    public override string ToString() => $"{Conversation}|{Activity}";
}
