using System.Diagnostics;

namespace Gamification.Activities;

/// <summary>Which entity a fact belongs to, and which group of entities shares a limit with it.</summary>
public static class Entities
{
    public static EntityId Of(FactId fact, Activity activity) =>
        activity switch
        {
            Activity.QuoteSent(var quote, _, _, _) => EntityId.Quote(fact.Connection, quote),
            Activity.QuoteVoided(var quote) => EntityId.Quote(fact.Connection, quote),
            Activity.DealClosed(var deal, _, _, _) => EntityId.Deal(fact.Connection, deal),
            Activity.DealOwnerChanged(var deal, _) => EntityId.Deal(fact.Connection, deal),
            Activity.DealAmountChanged(var deal, _) => EntityId.Deal(fact.Connection, deal),
            Activity.DealReopened(var deal) => EntityId.Deal(fact.Connection, deal),
            Activity.DealDeleted(var deal) => EntityId.Deal(fact.Connection, deal),
            Activity.MessageReceived(var conversation, _, _) => EntityId.Conversation(fact.Connection, conversation),
            Activity.ConversationReassigned(var conversation, _) => EntityId.Conversation(fact.Connection, conversation),
            Activity.MessageReplied(var conversation, _, _, _) => EntityId.Conversation(fact.Connection, conversation),
            Activity.Logged(var id, _, _) => EntityId.Logged(fact.Connection, id),
            _ => throw new UnreachableException($"No entity for {activity.GetType().Name}."),
        };

    /// <summary>The deal whose quotes share one score a local day; null for everything but a quote with a deal.</summary>
    public static EntityId? GroupingOf(FactId fact, Activity activity) =>
        activity is Activity.QuoteSent { Deal: { } deal } ? EntityId.Deal(fact.Connection, deal) : null;

    /// <summary>The owner as reported: an email or the connection's owner id; null where the kind names none.</summary>
    public static string? OwnerOf(Activity activity) =>
        activity switch
        {
            Activity.QuoteSent(_, _, var owner, _) => owner,
            Activity.DealClosed(_, var owner, _, _) => owner,
            Activity.DealOwnerChanged(_, var owner) => owner,
            Activity.MessageReceived(_, _, var owner) => owner,
            Activity.ConversationReassigned(_, var owner) => owner,
            Activity.MessageReplied(_, _, var owner, _) => owner,
            Activity.Logged(_, _, var owner) => owner,
            Activity.DealAmountChanged or Activity.DealReopened or Activity.QuoteVoided or Activity.DealDeleted => null,
            _ => throw new UnreachableException($"No owner rule for {activity.GetType().Name}."),
        };

    public static Money? AmountOf(Activity activity) =>
        activity switch
        {
            Activity.QuoteSent(_, _, _, var amount) => amount,
            Activity.DealClosed(_, _, _, var amount) => amount,
            Activity.DealAmountChanged(_, var amount) => amount,
            _ => null,
        };
}
