using System.Collections.Frozen;
using System.Diagnostics;

namespace Gamification.Activities;

/// <summary>The kinds of SPEC 3; the value is their order at one instant.</summary>
public enum ActivityKind
{
    QuoteSent,
    DealClosed,
    DealOwnerChanged,
    DealAmountChanged,
    DealReopened,
    QuoteVoided,
    DealDeleted,
    MessageReceived,
    ConversationReassigned,
    MessageReplied,
    Logged,
}

/// <summary>The kinds' names on the wire and in the database.</summary>
public static class ActivityKinds
{
    private static readonly FrozenDictionary<ActivityKind, string> Names = new Dictionary<ActivityKind, string>
    {
        [ActivityKind.QuoteSent] = "quote.sent",
        [ActivityKind.DealClosed] = "deal.closed",
        [ActivityKind.DealOwnerChanged] = "deal.owner_changed",
        [ActivityKind.DealAmountChanged] = "deal.amount_changed",
        [ActivityKind.DealReopened] = "deal.reopened",
        [ActivityKind.QuoteVoided] = "quote.voided",
        [ActivityKind.DealDeleted] = "deal.deleted",
        [ActivityKind.MessageReceived] = "client.message.received",
        [ActivityKind.ConversationReassigned] = "conversation.reassigned",
        [ActivityKind.MessageReplied] = "client.message.replied",
        [ActivityKind.Logged] = "activity.logged",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, ActivityKind> Kinds = Names.ToFrozenDictionary(
        pair => pair.Value,
        pair => pair.Key,
        StringComparer.Ordinal
    );

    /// <summary>All wire names, in the order of the kinds.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Names.OrderBy(pair => pair.Key).Select(pair => pair.Value)];

    extension(ActivityKind kind)
    {
        public string Name => Names[kind];
    }

    /// <summary>Null when the name is no kind.</summary>
    public static ActivityKind? Parse(string name) => Kinds.TryGetValue(name, out var kind) ? kind : null;

    public static ActivityKind KindOf(Activity activity) =>
        activity switch
        {
            Activity.QuoteSent => ActivityKind.QuoteSent,
            Activity.DealClosed => ActivityKind.DealClosed,
            Activity.DealOwnerChanged => ActivityKind.DealOwnerChanged,
            Activity.DealAmountChanged => ActivityKind.DealAmountChanged,
            Activity.DealReopened => ActivityKind.DealReopened,
            Activity.QuoteVoided => ActivityKind.QuoteVoided,
            Activity.DealDeleted => ActivityKind.DealDeleted,
            Activity.MessageReceived => ActivityKind.MessageReceived,
            Activity.ConversationReassigned => ActivityKind.ConversationReassigned,
            Activity.MessageReplied => ActivityKind.MessageReplied,
            Activity.Logged => ActivityKind.Logged,
            _ => throw new UnreachableException($"No kind for {activity.GetType().Name}."),
        };
}
