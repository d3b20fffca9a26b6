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

    private static readonly FrozenDictionary<string, FormattableString> Kinds = new Dictionary<string, FormattableString>(
        StringComparer.Ordinal
    )
    {
        ["quote.sent"] = $"Quote sent",
        ["quote.voided"] = $"Quote voided",
        ["deal.closed"] = $"Deal closed",
        ["deal.owner_changed"] = $"Deal moved to another owner",
        ["deal.amount_changed"] = $"Amount of a deal changed",
        ["deal.reopened"] = $"Deal reopened",
        ["deal.deleted"] = $"Deal deleted",
        ["client.message.received"] = $"Client wrote",
        ["client.message.replied"] = $"Client answered",
        ["conversation.reassigned"] = $"Conversation reassigned",
        ["activity.logged"] = $"Activity logged",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="note">What just happened; null when nothing did.</param>
    /// <param name="rejected">How many came after the close and count nowhere.</param>
    public static Card Compose(IReadOnlyList<WaitingFact> facts, PageWords asked, string? note, ReaderFormat format, int rejected = 0)
    {
        var (rows, page, pages) = asked.Cut(facts, OnAPage);
        return new(
            format.Say($"Inbox"),
            [
                .. note is null ? Array.Empty<CardPart>() : [new CardPart.Text(note, Tone.Good)],
                Opening(facts.Count, format),
                .. rows.Select(fact => Row(fact, format)),
                .. PageWords.Buttons("medalist inbox", page, pages, format),
                .. rejected == 0
                    ? Array.Empty<CardPart>()
                    : [new CardPart.Buttons([new Button(format.Say($"Came too late ({format.Number(rejected)})"), "medalist inbox late")])],
            ]
        );
    }

    /// <summary>What came after the close of its period while the company rejects such.</summary>
    public static Card Rejected(IReadOnlyList<WaitingFact> facts, PageWords asked, ReaderFormat format)
    {
        var (rows, page, pages) = asked.Cut(facts, OnAPage);
        return new(
            format.Say($"Came too late"),
            [
                new CardPart.Text(
                    facts.Count == 0
                        ? format.Say($"Nothing came after the close of its period and was rejected.")
                        : format.Count(
                            facts.Count,
                            $"{format.Number(facts.Count)} activity came after the close of its period and counts nowhere. It counts once that period is reopened.",
                            $"{format.Number(facts.Count)} activities came after the close of their period and count nowhere. They count once that period is reopened."
                        ),
                    facts.Count == 0 ? Tone.Normal : Tone.Subtle
                ),
                .. rows.Select(fact => new CardPart.Entry(Heading(fact, format), Received(fact, format), [])),
                .. PageWords.Buttons("medalist inbox late", page, pages, format),
                new CardPart.Buttons([new Button(format.Say($"Inbox"), "medalist inbox")]),
            ]
        );
    }

    /// <summary>One fact, as a form about it shows it.</summary>
    public static IReadOnlyList<Fact> Facts(WaitingFact fact, ReaderFormat format) =>
        [
            new(format.Say($"Activity"), Name(fact, format)),
            new(format.Say($"Owner"), Owner(fact, format)),
            new(format.Say($"Reported by"), CleanText.Of(fact.Fact.Connection, LongestOwner)),
            new(format.Say($"Occurred"), format.Moment(fact.Occurred)),
            new(format.Say($"Waits since"), format.Moment(fact.Received)),
        ];

    private static CardPart.Text Opening(int count, ReaderFormat format) =>
        count == 0
            ? new(format.Say($"Nothing waits for you. What the CRM reports of somebody unknown, too late or without a rate comes here."))
            : new(
                format.Count(
                    count,
                    $"One activity waits for a word of yours.",
                    $"{format.Number(count)} activities wait for a word of yours, the earliest first."
                ),
                Tone.Subtle
            );

    private static CardPart.Entry Row(WaitingFact fact, ReaderFormat format) =>
        new(Heading(fact, format), $"{Why(fact, format)}\n{Waits(fact, format)}", [.. Actions(fact, format)]);

    private static string Heading(WaitingFact fact, ReaderFormat format) => $"{Name(fact, format)} · {Owner(fact, format)}";

    private static string Waits(WaitingFact fact, ReaderFormat format) =>
        format.Say($"Occurred {format.Moment(fact.Occurred)} · waits since {format.Moment(fact.Received)} · {Connection(fact)}");

    private static string Received(WaitingFact fact, ReaderFormat format) =>
        format.Say($"Occurred {format.Moment(fact.Occurred)} · received {format.Moment(fact.Received)} · {Connection(fact)}");

    private static string Connection(WaitingFact fact) => CleanText.Of(fact.Fact.Connection, LongestOwner);

    private static IEnumerable<Button> Actions(WaitingFact fact, ReaderFormat format)
    {
        if (fact.Reason == FactReasons.UnknownOwner)
            yield return new(format.Say($"Link"), $"inbox-link {fact.Id}", Answer.Form);
        if (fact.Reason is FactReasons.TooOld or GroupCommit.RuleError)
            yield return new(format.Say($"Accept"), $"inbox-accept {fact.Id}", Answer.Form);
        yield return new(format.Say($"Dismiss"), $"inbox-dismiss {fact.Id}", Answer.Form);
    }

    private static string Why(WaitingFact fact, ReaderFormat format) =>
        fact.Reason switch
        {
            FactReasons.UnknownOwner => format.Say($"Nobody is known by this owner. Link it, and everything that waits for it counts."),
            FactReasons.UnknownCurrency => format.Say($"Its currency is unknown. Correct it in the CRM and dismiss this one."),
            FactReasons.NoRate => format.Say(
                $"There is no rate of the seven days before it. It counts by itself once an admin enters one."
            ),
            FactReasons.TooOld => format.Say($"It came more than 35 days late. It counts once somebody accepts it."),
            GroupCommit.RuleError => format.Say($"The rules failed on it; the host's log says why. Accept tries again."),
            var other => other,
        };

    private static string Name(WaitingFact fact, ReaderFormat format) =>
        Kinds.TryGetValue(fact.Kind, out var name) ? format.Say(name) : fact.Kind;

    private static string Owner(WaitingFact fact, ReaderFormat format) =>
        fact.Owner is { } owner ? CleanText.Of(owner, LongestOwner) : format.Say($"no owner");
}
