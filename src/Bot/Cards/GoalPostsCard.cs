using Gamification.Announcements;
using Gamification.Goals;
using NodaTime;
using Storage;
using Recipient = Gamification.Announcements.Recipient;

namespace Bot.Cards;

/// <param name="News">What it says, with the names that belong to it.</param>
/// <param name="At">When it was posted first; null for what no channel heard yet.</param>
/// <param name="To">Where it was posted, or would be.</param>
/// <param name="Newest">What became of the newest edition.</param>
public sealed record NamedPost(GoalNews News, Instant? At, IReadOnlyList<Recipient> To, int Times, IReadOnlyList<DeliveryState> Newest);

/// <summary>What was posted about a goal: what, when, where, what became of it, and the way to post it again.</summary>
public static class GoalPostsCard
{
    private const int OnAPage = 6;

    public static Card Compose(Goal goal, IReadOnlyList<NamedPost> posts, PageWords asked, string? done, ReaderFormat format)
    {
        var (rows, page, pages) = asked.Cut(posts, OnAPage);
        return new(
            format.Say($"Posts of {TeamGoalWords.Name(PlanTerms.Of(goal).Plan.Name)}"),
            [
                .. done is null ? Array.Empty<CardPart>() : [new CardPart.Text(done, Tone.Good)],
                .. rows.Count == 0
                    ?
                    [
                        new CardPart.Text(
                            format.Say($"📣 Nothing was posted yet. A connected channel hears of the goal, its tiers and rewards.")
                        ),
                    ]
                    : rows.Select(CardPart (post) => Row(post, format)),
                .. PageWords.Buttons($"{TeamGoalsCard.Line} posts {goal.Id}", page, pages, format),
                new CardPart.Buttons([
                    new(format.Say($"The goal"), $"{TeamGoalsCard.Line} show {goal.Id}"),
                    new(format.Say($"Team goals"), TeamGoalsCard.Line),
                ]),
            ]
        );
    }

    /// <summary>One post, as the form that posts it again shows it.</summary>
    public static IReadOnlyList<Fact> Facts(NamedPost post, ReaderFormat format) =>
        [
            new(format.Say($"Post"), Headline(post.News, format)),
            new(format.Say($"Where"), Where(post.To, format)),
            new(format.Say($"Posted"), post.At is { } at ? format.Moment(at) : format.Say($"not yet")),
            .. post.Times == 0 ? Array.Empty<Fact>() : [new Fact(format.Say($"Posted again"), Often(post.Times, format))],
        ];

    /// <summary>The form that posts it again.</summary>
    /// <param name="about">The key of what was told first.</param>
    public static string Again(string about) => $"post-again {about}";

    private static CardPart.Entry Row(NamedPost post, ReaderFormat format) =>
        new(
            Headline(post.News, format),
            string.Join(
                '\n',
                new[]
                {
                    $"{State(post.Newest, format)} · {format.Moment(post.At!.Value)} · {Where(post.To, format)}",
                    post.Times == 0 ? null : format.Say($"posted again {Often(post.Times, format)}"),
                }.OfType<string>()
            ),
            [new(format.Say($"Publish again"), Again(post.News.Told.About), Answer.Form)]
        );

    private static string Headline(GoalNews news, ReaderFormat format) =>
        news.Kind switch
        {
            AssignedGoalCard.Published => format.Say($"Published: {news.Name}"),
            GoalNewsCard.Unlocked => news.Who is { } who
                ? format.Say($"Unlocked for {who}: {news.Name}")
                : format.Say($"Unlocked: {news.Name}"),
            _ => GoalNewsCard.Headline(news, format),
        };

    private static string Often(int times, ReaderFormat format) => format.Count(times, $"once", $"{format.Number(times)} times");

    private static string Where(IReadOnlyList<Recipient> to, ReaderFormat format) =>
        string.Join(
            ", ",
            to.GroupBy(Platform)
                .OrderBy(platform => platform.Key, StringComparer.Ordinal)
                .Select(platform => Words(platform.Key, platform.Count(), format))
        );

    private static string Platform(Recipient to) => to is Recipient.Channel(var id) ? id.Value.Split(':')[0] : "";

    private static string Words(string platform, int count, ReaderFormat format) =>
        (platform, count) switch
        {
            ("", _) => format.Say($"the person alone"),
            ("web", _) => format.Say($"the page"),
            _ => format.Count(count, $"a channel in {Name(platform)}", $"{count} channels in {Name(platform)}"),
        };

    private static string Name(string platform) => $"{char.ToUpperInvariant(platform[0])}{platform[1..]}";

    private static string State(IReadOnlyList<DeliveryState> states, ReaderFormat format) =>
        states switch
        {
            _ when states.Contains(DeliveryState.Failed) => format.Say($"✗ not delivered"),
            _ when states.Contains(DeliveryState.Unknown) => format.Say($"? not confirmed"),
            _ when states.All(state => state is DeliveryState.Sent) => format.Say($"✓ posted"),
            _ => format.Say($"▶ on its way"),
        };
}
