using System.Collections.Frozen;
using Bot.Play;
using Gamification.Activities;
using Storage;

namespace Bot.Cards;

/// <summary>What waits, why and since when, and what can be done with it.</summary>
public static class InboxCard
{
    private const int OnAPage = 5;
    private const int LongestOwner = 60;

    private static readonly FrozenDictionary<string, string> Kinds = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["quote.sent"] = "Quote sent",
        ["quote.voided"] = "Quote voided",
        ["deal.closed"] = "Deal closed",
        ["deal.owner_changed"] = "Deal moved to another owner",
        ["deal.amount_changed"] = "Amount of a deal changed",
        ["deal.reopened"] = "Deal reopened",
        ["deal.deleted"] = "Deal deleted",
        ["client.message.received"] = "Client wrote",
        ["client.message.replied"] = "Client answered",
        ["conversation.reassigned"] = "Conversation reassigned",
        ["activity.logged"] = "Activity logged",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="note">What just happened; null when nothing did.</param>
    public static Card Compose(IReadOnlyList<WaitingFact> facts, PageWords asked, string? note, ReaderFormat format)
    {
        var (rows, page, pages) = asked.Cut(facts, OnAPage);
        return new(
            "Inbox",
            [
                .. note is null ? Array.Empty<CardPart>() : [new CardPart.Text(note, Tone.Good)],
                Opening(facts.Count, format),
                .. rows.Select(fact => Row(fact, format)),
                .. PageWords.Buttons("medalist inbox", page, pages, format),
            ]
        );
    }

    /// <summary>One fact, as a form about it shows it.</summary>
    public static IReadOnlyList<Fact> Facts(WaitingFact fact, ReaderFormat format) =>
        [
            new("Activity", Name(fact)),
            new("Owner", Owner(fact)),
            new("Reported by", CleanText.Of(fact.Fact.Connection, LongestOwner)),
            new("Occurred", format.Moment(fact.Occurred)),
            new("Waits since", format.Moment(fact.Received)),
        ];

    private static CardPart.Text Opening(int count, ReaderFormat format) =>
        count switch
        {
            0 => new("Nothing waits for you. What the CRM reports of somebody unknown, too late or without a rate comes here."),
            1 => new("One activity waits for a word of yours.", Tone.Subtle),
            _ => new($"{format.Number(count)} activities wait for a word of yours, the earliest first.", Tone.Subtle),
        };

    private static CardPart.Entry Row(WaitingFact fact, ReaderFormat format) =>
        new(
            $"{Name(fact)} · {Owner(fact)}",
            $"{Why(fact)}\nOccurred {format.Moment(fact.Occurred)} · waits since {format.Moment(fact.Received)} · {CleanText.Of(fact.Fact.Connection, LongestOwner)}",
            [.. Actions(fact)]
        );

    private static IEnumerable<Button> Actions(WaitingFact fact)
    {
        if (fact.Reason == FactReasons.UnknownOwner)
            yield return new("Link", $"inbox-link {fact.Id}", Answer.Form);
        if (fact.Reason is FactReasons.TooOld or GroupCommit.RuleError)
            yield return new("Accept", $"inbox-accept {fact.Id}", Answer.Form);
        yield return new("Dismiss", $"inbox-dismiss {fact.Id}", Answer.Form);
    }

    private static string Why(WaitingFact fact) =>
        fact.Reason switch
        {
            FactReasons.UnknownOwner => "Nobody is known by this owner. Link it, and everything that waits for it counts.",
            FactReasons.UnknownCurrency => "Its currency is unknown. Correct it in the CRM and dismiss this one.",
            FactReasons.NoRate => "There is no rate of the seven days before it. It counts by itself once an admin enters one.",
            FactReasons.TooOld => "It came more than 35 days late. It counts once somebody accepts it.",
            GroupCommit.RuleError => "The rules failed on it; the host's log says why. Accept tries again.",
            var other => other,
        };

    private static string Name(WaitingFact fact) => Kinds.GetValueOrDefault(fact.Kind, fact.Kind);

    private static string Owner(WaitingFact fact) => fact.Owner is { } owner ? CleanText.Of(owner, LongestOwner) : "no owner";
}
