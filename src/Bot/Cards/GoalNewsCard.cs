using System.Diagnostics;
using Gamification.Announcements;
using Gamification.Badges;
using Gamification.Goals;
using Gamification.Rewards;

namespace Bot.Cards;

/// <summary>What one activity made of managers' goals: tiers, team rewards, goals that begin, and what was taken back.</summary>
public static class GoalNewsCard
{
    public const string Reached = AnnouncementKinds.TierReached;
    public const string Unlocked = AnnouncementKinds.GoalUnlocked;
    public const string TeamReward = AnnouncementKinds.TeamReward;
    public const string Reversal = AnnouncementKinds.Reversal;

    public static bool IsOne(string kind) => kind is Reached or Unlocked or TeamReward or Reversal || PrizeNews.IsOne(kind);

    /// <param name="badges">All that are known, for the names of those that tiers gave.</param>
    public static Card Compose(
        IReadOnlyList<GoalNews> news,
        ReaderFormat format,
        IReadOnlyList<(Badge Badge, bool IsDisabled)>? badges = null
    ) =>
        new(
            Title(news, format),
            [
                .. news.SelectMany(one => Parts(one, format)),
                .. GivenBadgeRows.Of([.. news.Select(one => one.Told)], badges ?? [], format),
                .. news.Any(one => PrizeNews.IsOne(one.Kind))
                    ? [new CardPart.Buttons([new(format.Say($"Rewards"), RewardsCard.Line, Answer.Private)])]
                    : Array.Empty<CardPart>(),
            ]
        );

    /// <summary><c>Ana Alvarez reached Base and Gold (Super) of “Deals each”</c>.</summary>
    public static string Headline(GoalNews news, ReaderFormat format) =>
        news.Who is { } who
            ? format.Say($"{Capital(who)} reached {Tiers(news, format)}")
            : format.Say($"You reached {Tiers(news, format)}");

    private static string Title(IReadOnlyList<GoalNews> news, ReaderFormat format)
    {
        var titles = news.GroupBy(one => one.Kind).Select(kind => TitleOf(kind.Key, kind.Count(), format)).ToList();
        return string.Join(", ", titles.Select((title, i) => i == 0 ? title : char.ToLowerInvariant(title[0]) + title[1..]));
    }

    private static string TitleOf(string kind, int count, ReaderFormat format) =>
        kind switch
        {
            Reached => format.Count(count, $"Tier reached", $"{count} tiers reached"),
            TeamReward => format.Say($"Team reward"),
            Unlocked => format.Count(count, $"Next goal unlocked", $"{count} goals unlocked"),
            PrizeNews.Fulfilled => format.Say($"A prize for you"),
            PrizeNews.Cancelled => format.Count(count, $"A prize was cancelled", $"{count} prizes were cancelled"),
            _ => format.Say($"A reward was taken back"),
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
        var tiers = Tiers(news, format);
        if (news is { User: { } user, Who: { } named })
            yield return new CardPart.Mention(named, user, format.Say($"reached {tiers}", "person"));

        yield return new CardPart.Celebration(
            Emoji(news.Tier),
            news.Who is { } who && news.User is null ? format.Say($"{who} reached {tiers}")
                : news.Who is null ? format.Say($"You reached {tiers}")
                : tiers,
            Standing(news, format),
            Art: null
        );
        if (Given(news, format) is { } given)
            yield return new CardPart.Text(
                news.IsToPerson && news.Who is null ? format.Say($"You receive {given}.") : format.Say($"Reward: {given}.")
            );
    }

    private static IEnumerable<CardPart> Celebrated(GoalNews news, ReaderFormat format)
    {
        yield return new CardPart.Celebration("🎉", Headline(news, format), Standing(news, format), Art: null);
        yield return news.IsToPerson
            ? new CardPart.Text(Given(news, format) is { } mine ? format.Say($"You receive {mine}.") : format.Say($"You took part."))
            : new CardPart.Text(Shared(news, format));
        yield return new CardPart.Text(format.Say($"Thanks to everyone who took part."));
    }

    /// <summary>What there is, and for whom; what is given once to all of them stands by itself.</summary>
    private static string Shared(GoalNews news, ReaderFormat format)
    {
        var promised = news.Plan.Tiers.Where(tier => news.Passed.Contains(tier.Kind)).SelectMany(tier => tier.Rewards).ToList();
        var shared = Together([.. promised.Where(reward => reward is not Reward.Prize { OnceForTeam: true })]);
        var all = string.Join(", ", shared.Select(reward => TeamGoalWords.Reward(reward, format)));
        var people = People(news, format);
        IEnumerable<string> first = (promised.Count, shared.Count, news.Plan.Collective.Share) switch
        {
            (0, _, _) => [format.Say($"No reward for {people}.")],
            (_, 0, _) => [],
            (_, _, Sharing.Each) => [format.Say($"{all} each for {people}.")],
            var (_, _, share) => [format.Say($"{all}, {TeamGoalWords.Sharing(share, format)} for {people}.")],
        };
        var once = promised.Where(reward => reward is Reward.Prize { OnceForTeam: true });
        return string.Join(' ', first.Concat(once.Select(prize => $"{TeamGoalWords.Reward(prize, format)}.")));
    }

    /// <summary>50 coins of one tier and 50 of the next are 100 coins.</summary>
    private static IReadOnlyList<Reward> Together(IReadOnlyList<Reward> rewards)
    {
        var (coins, points) = (
            rewards.OfType<Reward.Coins>().Sum(one => one.Amount),
            rewards.OfType<Reward.Points>().Sum(one => one.Amount)
        );
        return
        [
            .. coins > 0 ? [new Reward.Coins(coins)] : Array.Empty<Reward>(),
            .. points > 0 ? [new Reward.Points(points)] : Array.Empty<Reward>(),
            .. rewards.Where(reward => reward is not (Reward.Coins or Reward.Points)),
        ];
    }

    private static string People(GoalNews news, ReaderFormat format)
    {
        const int most = 6;
        var hidden = news.Unnamed + Math.Max(0, news.Recipients.Count - most);
        return (news.Recipients.Count, hidden) switch
        {
            (0, 0) => format.Say($"nobody yet"),
            (0, var count) => format.Count(count, $"one person", $"{count} people"),
            (_, 0) => TeamGoalWords.Names(news.Recipients, format, most),
            var (_, count) => TeamGoalWords.AndMore(string.Join(", ", news.Recipients.Take(most)), count, format),
        };
    }

    private static string UnlockedWords(GoalNews news, ReaderFormat format)
    {
        List<string> sentences =
        [
            news.Who is { } who ? format.Say($"“{news.Name}” is unlocked for {who}.") : format.Say($"“{news.Name}” is unlocked."),
            $"{GoalWords.Target(news.Goal.Metric, news.Number("target"), format)}, {format.Standing(news.Period, PeriodState.Running)}.",
        ];
        var unlocked = string.Join(' ', sentences);
        return news.After is { } after
            ? $"🔓 {format.Say($"{TierName(after, news.Tier)} of “{TeamGoalWords.Name(PlanTerms.Of(after).Plan.Name)}” is reached:")} {unlocked}"
            : $"🔓 {unlocked}";
    }

    private static IEnumerable<CardPart> TakenBack(GoalNews news, ReaderFormat format)
    {
        yield return new CardPart.Text(
            format.Say(
                $"“{news.Name}”, {TierName(news.Goal, news.Tier)}, {format.Name(news.Period)}: what it gave was taken back, because something that counted was reopened, voided, deleted or corrected ({CleanText.Of(news.Text("fact"), 80)}). Now it stands at {GoalWords.Standing(news.Goal.Metric, news.Number("actual"), news.Number("target"), format)}; it comes again when the tier is reached again."
            )
        );
        if (news is { Goal.Subject.IsCollective: true, MayKeep: true })
            yield return new CardPart.Buttons([
                new(
                    format.Say($"Keep it"),
                    $"grant-keep {new GrantKey(new(news.Goal.Id, news.Goal.Subject, news.Period.Key), news.Tier)}",
                    Answer.Form
                ),
                new(format.Say($"Grants"), $"team-goals grants {news.Goal.Id}"),
            ]);
    }

    private static string Tiers(GoalNews news, ReaderFormat format)
    {
        var names = news.Passed.Select(tier => TierName(news.Goal, tier, news.Plan)).ToList();
        return format.Say($"{TeamGoalWords.Names(names, format)} of “{news.Name}”");
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
