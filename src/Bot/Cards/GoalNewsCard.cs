using System.Diagnostics;
using Gamification.Badges;
using Gamification.Goals;
using Gamification.Rewards;

namespace Bot.Cards;

/// <summary>What one activity made of managers' goals: tiers, team rewards, goals that begin, and what was taken back.</summary>
public static class GoalNewsCard
{
    public const string Reached = "tier.reached";
    public const string Unlocked = "goal.unlocked";
    public const string TeamReward = "team.reward";
    public const string Reversal = "reversal";

    public static bool IsOne(string kind) => kind is Reached or Unlocked or TeamReward or Reversal || PrizeNews.IsOne(kind);

    /// <param name="badges">All that are known, for the names of those that tiers gave.</param>
    public static Card Compose(
        IReadOnlyList<GoalNews> news,
        ReaderFormat format,
        IReadOnlyList<(Badge Badge, bool IsDisabled)>? badges = null
    ) =>
        new(
            Title(news),
            [
                .. news.SelectMany(one => Parts(one, format)),
                .. GivenBadgeRows.Of([.. news.Select(one => one.Told)], badges ?? []),
                .. news.Any(one => PrizeNews.IsOne(one.Kind))
                    ? [new CardPart.Buttons([new("Rewards", RewardsCard.Line, Answer.Private)])]
                    : Array.Empty<CardPart>(),
            ]
        );

    /// <summary><c>Ana Alvarez reached Base and Gold (Super) of “Deals each”</c>.</summary>
    public static string Headline(GoalNews news) => $"{Capital(news.Who ?? "You")} reached {Tiers(news)}";

    private static string Title(IReadOnlyList<GoalNews> news)
    {
        var titles = news.GroupBy(one => one.Kind).Select(kind => TitleOf(kind.Key, kind.Count())).ToList();
        return string.Join(", ", titles.Select((title, i) => i == 0 ? title : char.ToLowerInvariant(title[0]) + title[1..]));
    }

    private static string TitleOf(string kind, int count) =>
        (kind, count) switch
        {
            (Reached, 1) => "Tier reached",
            (Reached, _) => $"{count} tiers reached",
            (TeamReward, _) => "Team reward",
            (Unlocked, 1) => "Next goal unlocked",
            (Unlocked, _) => $"{count} goals unlocked",
            (PrizeNews.Fulfilled, _) => "A prize for you",
            (PrizeNews.Cancelled, _) => count == 1 ? "A prize was cancelled" : $"{count} prizes were cancelled",
            _ => "A reward was taken back",
        };

    private static IEnumerable<CardPart> Parts(GoalNews news, ReaderFormat format) =>
        news.Kind switch
        {
            Reached => ReachedParts(news, format),
            TeamReward => Celebrated(news, format),
            Unlocked => [new CardPart.Text(UnlockedWords(news, format))],
            Reversal => TakenBack(news, format),
            PrizeNews.Fulfilled or PrizeNews.Cancelled => PrizeNews.Parts(news, format),
            _ => throw new UnreachableException($"No words for {news.Kind}."),
        };

    private static IEnumerable<CardPart> ReachedParts(GoalNews news, ReaderFormat format)
    {
        var tiers = Tiers(news);
        if (news is { User: { } user, Who: { } named })
            yield return new CardPart.Mention(named, user, $"reached {tiers}");

        yield return new CardPart.Celebration(
            Emoji(news.Tier),
            news.Who is { } who && news.User is null ? $"{who} reached {tiers}"
                : news.Who is null ? $"You reached {tiers}"
                : tiers,
            Standing(news, format),
            Art: null
        );
        if (Given(news, format) is { } given)
            yield return new CardPart.Text(news.IsToPerson && news.Who is null ? $"You receive {given}." : $"Reward: {given}.");
    }

    private static IEnumerable<CardPart> Celebrated(GoalNews news, ReaderFormat format)
    {
        yield return new CardPart.Celebration("🎉", Headline(news), Standing(news, format), Art: null);
        yield return news.IsToPerson
            ? new CardPart.Text(Given(news, format) is { } mine ? $"You receive {mine}." : "You took part.")
            : new CardPart.Text(Shared(news, format));
        yield return new CardPart.Text("Thanks to everyone who took part.");
    }

    /// <summary>What there is, and for whom.</summary>
    private static string Shared(GoalNews news, ReaderFormat format)
    {
        var promised = news
            .Plan.Tiers.Where(tier => news.Passed.Contains(tier.Kind))
            .SelectMany(tier => tier.Rewards)
            .Select(reward => TeamGoalWords.Reward(reward, format))
            .ToList();
        var how = news.Plan.Collective.Share is Sharing.Each ? " each" : $", {TeamGoalWords.Sharing(news.Plan.Collective.Share)}";
        return $"{(promised.Count == 0 ? "No reward" : string.Join(", ", promised))}{(promised.Count == 0 ? "" : how)} for {People(news)}.";
    }

    private static string People(GoalNews news)
    {
        const int most = 6;
        var hidden = news.Unnamed + Math.Max(0, news.Recipients.Count - most);
        return (news.Recipients.Count, hidden) switch
        {
            (0, 0) => "nobody yet",
            (0, var count) => count == 1 ? "one person" : $"{count} people",
            (_, 0) => TeamGoalWords.Names(news.Recipients, most),
            var (_, count) => $"{string.Join(", ", news.Recipients.Take(most))} and {count} more",
        };
    }

    private static string UnlockedWords(GoalNews news, ReaderFormat format)
    {
        var reached = news.After is { } after
            ? $"{TierName(after, news.Tier)} of “{TeamGoalWords.Name(PlanTerms.Of(after).Plan.Name)}” is reached: "
            : "";
        var who = news.Who is { } name ? $" for {name}" : "";
        return $"🔓 {reached}“{news.Name}” is unlocked{who}. {GoalWords.Target(news.Goal.Metric, news.Number("target"), format)}, {format.Standing(news.Period, PeriodState.Running)}.";
    }

    private static IEnumerable<CardPart> TakenBack(GoalNews news, ReaderFormat format)
    {
        yield return new CardPart.Text(
            $"“{news.Name}”, {TierName(news.Goal, news.Tier)}, {format.Name(news.Period)}: what it gave was taken back, because something "
                + $"that counted was reopened, voided, deleted or corrected ({CleanText.Of(news.Text("fact"), 80)}). "
                + $"Now it stands at {GoalWords.Standing(news.Goal.Metric, news.Number("actual"), news.Number("target"), format)}; "
                + "it comes again when the tier is reached again."
        );
        if (news is { Goal.Subject.IsCollective: true, MayKeep: true })
            yield return new CardPart.Buttons([
                new("Keep it", $"grant-keep {new GrantKey(new(news.Goal.Id, news.Goal.Subject, news.Period.Key), news.Tier)}", Answer.Form),
                new("Grants", $"team-goals grants {news.Goal.Id}"),
            ]);
    }

    private static string Tiers(GoalNews news)
    {
        var names = news.Passed.Select(tier => TierName(news.Goal, tier, news.Plan)).ToList();
        return $"{TeamGoalWords.Names(names)} of “{news.Name}”";
    }

    private static string Standing(GoalNews news, ReaderFormat format) =>
        $"{GoalWords.Standing(news.Goal.Metric, news.Number("actual"), news.Number("target"), format)} · {format.Name(news.Period)}";

    private static string? Given(GoalNews news, ReaderFormat format) =>
        news.Rewards.Count == 0 ? null : string.Join(", ", news.Rewards.Select(reward => Given(news, reward.Kind, reward.Amount, format)));

    /// <summary>A prize by its name, as it was promised; whatever else is counted.</summary>
    private static string Given(GoalNews news, string kind, long amount, ReaderFormat format) =>
        kind == RewardNames.Prize
        && news.Plan.Tiers.Where(tier => news.Passed.Contains(tier.Kind)).SelectMany(tier => tier.Rewards.OfType<Reward.Prize>()).ToList()
            is { Count: > 0 } prizes
            ? string.Join(", ", prizes.Select(prize => TeamGoalWords.Reward(prize, format)))
            : GrantWords.Amount(kind, amount, format);

    /// <summary>By its label, where the manager gave it one.</summary>
    public static string TierName(Goal goal, TierKind kind, GoalPlan? plan = null) =>
        (plan ?? PlanTerms.Of(goal).Plan).Tiers.FirstOrDefault(tier => tier.Kind == kind) is { } tier
            ? TeamGoalWords.Tier(tier)
            : kind.ToString();

    private static string Emoji(TierKind tier) =>
        tier switch
        {
            TierKind.Base => "🏁",
            TierKind.Super => "🚀",
            _ => "🏔️",
        };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
