using Gamification;
using Gamification.Activities;

namespace Storage.Writing;

/// <summary>An activity in columns. Its ids are inside the ids of its entity and grouping; what else it says is its detail.</summary>
internal static class StoredActivity
{
    private const string Won = "won";
    private const string Lost = "lost";
    private const string Automatic = "automatic:";
    private const string Human = "human:";

    public static string? DetailOf(Activity activity) =>
        activity switch
        {
            Activity.DealClosed(_, _, var won, _) => won ? Won : Lost,
            Activity.MessageReceived(_, var message, _) => message,
            Activity.MessageReplied(_, var message, _, var automatic) => (automatic ? Automatic : Human) + message,
            Activity.Logged(_, var kind, _) => kind,
            _ => null,
        };

    public static Activity Read(
        FactId fact,
        ActivityKind kind,
        string entity,
        string? grouping,
        string? owner,
        Money? amount,
        string? detail
    )
    {
        var id = IdIn(entity, fact);
        return kind switch
        {
            ActivityKind.QuoteSent => new Activity.QuoteSent(id, grouping is null ? null : IdIn(grouping, fact), owner!, amount),
            ActivityKind.DealClosed => new Activity.DealClosed(id, owner!, detail is Won, amount),
            ActivityKind.DealOwnerChanged => new Activity.DealOwnerChanged(id, owner!),
            ActivityKind.DealAmountChanged => new Activity.DealAmountChanged(id, amount!.Value),
            ActivityKind.DealReopened => new Activity.DealReopened(id),
            ActivityKind.QuoteVoided => new Activity.QuoteVoided(id),
            ActivityKind.DealDeleted => new Activity.DealDeleted(id),
            ActivityKind.MessageReceived => new Activity.MessageReceived(id, detail!, owner!),
            ActivityKind.ConversationReassigned => new Activity.ConversationReassigned(id, owner!),
            ActivityKind.MessageReplied => Replied(id, detail!, owner!),
            ActivityKind.Logged => new Activity.Logged(id, detail!, owner!),
            _ => throw new System.Diagnostics.UnreachableException($"No activity for {kind}."),
        };
    }

    private static Activity.MessageReplied Replied(string conversation, string detail, string owner) =>
        detail.StartsWith(Automatic, StringComparison.Ordinal)
            ? new(conversation, detail[Automatic.Length..], owner, Automatic: true)
            : new(conversation, detail[Human.Length..], owner, Automatic: false);

    /// <summary><c>deal:crm:77</c> of connection <c>crm</c> is <c>77</c>, whatever colons the two hold.</summary>
    private static string IdIn(string entity, FactId fact) =>
        entity[(entity.IndexOf(':', StringComparison.Ordinal) + fact.Connection.Length + 2)..];
}
