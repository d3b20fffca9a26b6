namespace Gamification.Activities;

/// <summary>
/// What a CRM reported, as a closed family. Ids are the CRM's own; <c>Owner</c> is an email or the connection's owner id
/// until it is resolved to a person. Amounts are in the currency the CRM named.
/// </summary>
public abstract record Activity
{
    private Activity() { }

    public sealed record QuoteSent(string Quote, string? Deal, string Owner, Money? Amount) : Activity;

    public sealed record DealClosed(string Deal, string Owner, bool Won, Money? Amount) : Activity;

    public sealed record DealOwnerChanged(string Deal, string Owner) : Activity;

    public sealed record DealAmountChanged(string Deal, Money Amount) : Activity;

    public sealed record DealReopened(string Deal) : Activity;

    public sealed record QuoteVoided(string Quote) : Activity;

    public sealed record DealDeleted(string Deal) : Activity;

    public sealed record MessageReceived(string Conversation, string Message, string Owner) : Activity;

    public sealed record ConversationReassigned(string Conversation, string Owner) : Activity;

    public sealed record MessageReplied(string Conversation, string Message, string Owner, bool Automatic) : Activity;

    /// <summary>Counts only for custom badges and goals that name its kind.</summary>
    public sealed record Logged(string Id, string LoggedKind, string Owner) : Activity;
}
