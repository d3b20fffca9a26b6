namespace Storage;

/// <summary>A Teams conversation as an authenticated activity described it.</summary>
/// <param name="Conversation">Without <c>;messageid=</c>.</param>
/// <param name="Scope"><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</param>
/// <param name="User">The AAD object id of the person of a personal conversation.</param>
public sealed record ConversationReference(
    string Conversation,
    string ServiceUrl,
    string? TenantId,
    string BotId,
    string Scope,
    string? User,
    string? TeamsTeam,
    string? TeamsChannel
)
{
    /// <summary>The language of the person's client, of a personal conversation: <c>pt-BR</c>.</summary>
    public string? Locale { get; init; }
}
