namespace Bot.Teams.Wire;

/// <summary>The types of activities the bot acts on.</summary>
internal static class ActivityTypes
{
    public const string Message = "message";
    public const string Invoke = "invoke";
    public const string Installation = "installationUpdate";
    public const string Conversation = "conversationUpdate";
}
