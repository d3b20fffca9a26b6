using Bot.Cards;
using Gamification;
using Gamification.Activities;
using Gamification.Goals;
using Gamification.Rewards;
using NodaTime;
using Storage;

namespace Bot.Explaining.Assigned;

/// <summary>What a tier gave, to whom and why to them; and why it gave nothing.</summary>
internal static class GrantTold
{
    /// <summary>The latest corrections and decisions; all of them stand in the list of grants.</summary>
    private const int MostLines = 5;

    public static IEnumerable<string> Of(GoalStory story, TierStanding tier) =>
        story.Grants.FirstOrDefault(grant => grant.Key.Tier == tier.Tier.Kind) is { } grant ? Given(story, grant) : [Absence(story, tier)];

    private static string Absence(GoalStory story, TierStanding tier)
    {
        var name = TierReasons.Small(tier);
        return tier.Tier.Rewards.Count == 0 ? $"Nothing was granted: no reward is attached to {name}."
            : story.Goal.IsDraft ? $"Nothing was granted: the goal is a draft."
            : story.IsShadow ? "Nothing was granted: the goal is a shadow, which only shows what it would do."
            : tier.State is TierState.Reached ? $"No grant is stored for {name} yet: a replay of the goal posts what is missing."
            : $"Nothing was granted: {name} is not reached. It would bring {TeamGoalWords.Rewards(tier.Tier.Rewards, story.Format)}.";
    }

    /// <summary>A grant from its key to its last line.</summary>
    public static IEnumerable<string> Given(GoalStory story, GrantView grant)
    {
        var place = PlaceOf(story, grant);
        yield return $"{grant.Key.Tier} was granted once, under the key {CleanText.Of(grant.Key.ToString(), 160)}, {story.Moment(grant.Credited)}, "
            + $"by version {story.Format.Number(grant.Version)} of the goal. What made it: {story.What(grant.Activity)}.";
        if (story.IsCollective)
            foreach (var sentence in Recipients(story, grant, place))
                yield return sentence;

        yield return Received(story, grant);
        foreach (var sentence in Corrections(story, grant))
            yield return sentence;
        if (grant is { KeptBy: { } by })
            yield return $"{story.Names.By(by)} keeps it{(grant.KeptAt is { } at ? $" since {story.Moment(at)}" : "")}, although a later fact may show that "
                + $"the tier was never reached: “{CleanText.Of(grant.KeptReason ?? "", 120)}”.";
        foreach (var prize in story.Prizes.Where(prize => prize.Id.Grant == grant.Key && IsTold(story, prize.Id.Recipient)))
            yield return PrizeTold.Sentence(story, prize);
    }

    private static IEnumerable<string> Recipients(GoalStory story, GrantView grant, Position place)
    {
        var moment = MomentOf(story, grant);
        var members = ConditionReasons.MembersOf(story, moment);
        var later = moment > grant.Credited ? "when the goal was published with it" : "at the crossing";
        yield return members.Count == 0
            ? $"Nobody was an active member {later}, {story.Moment(moment)}: the grant has no recipients and needs a manager."
            : $"Recipients are the active members {later}, {story.Moment(moment)}: {story.Names.Several(members)}.";
        foreach (var change in grant.Changes.TakeLast(MostLines))
            yield return $"{story.Names.By(change.By)} {(change.IsAdded ? "added" : "left out")} {story.Names.Of(change.Person)} "
                + $"{story.Moment(change.At)}: “{CleanText.Of(change.Reason, 120)}”.";

        var recipients = With(members, grant.Changes);
        if (recipients.Count > 0)
            foreach (var (_, reward) in Rewards(story, grant).Where(one => one.Reward is not Reward.Prize { OnceForTeam: true }))
                yield return SharesTold.Sentence(story, reward, recipients, place);
        if (IsPersonal(story) && !recipients.Contains(story.Person))
            yield return NotAmong(story, grant, moment);
        else if (IsPersonal(story) && grant.Lines.Count > 0 && !grant.Lines.Any(line => line.Recipient == SubjectId.Of(story.Person)))
            yield return $"{story.Names.Of(story.Person)} is among them with a share of 0.";
    }

    private static List<PersonId> With(IReadOnlyList<PersonId> members, IReadOnlyList<RecipientChange> changes)
    {
        var all = members.ToHashSet();
        foreach (var change in changes)
            if (change.IsAdded)
                all.Add(change.Person);
            else
                all.Remove(change.Person);

        return [.. all.OrderBy(id => id.Value, StringComparer.Ordinal)];
    }

    private static string NotAmong(GoalStory story, GrantView grant, Instant moment)
    {
        var name = story.Names.Of(story.Person);
        return grant.Changes.LastOrDefault(change => change.Person == story.Person) is { IsAdded: false }
                ? $"{name} receives nothing: a manager left them out."
            : !story.Trace.IsActiveAt(story.Person, moment) ? $"{name} receives nothing: not active."
            : $"{name} receives nothing: no member on {story.Format.Date(story.Format.Organisation.DayOf(moment))}.";
    }

    private static string Received(GoalStory story, GrantView grant)
    {
        var net = grant
            .Lines.GroupBy(line => (line.Recipient, line.Reward))
            .Select(line => (line.Key.Recipient, line.Key.Reward, Amount: line.Sum(revision => revision.Amount)))
            .Where(line => line.Amount != 0)
            .GroupBy(line => line.Recipient)
            .Select(of =>
                $"{story.Names.Of(of.Key)} {string.Join(" and ", of.Select(line => Amount(story, grant, line.Reward, line.Amount)))}"
            )
            .ToList();
        return net.Count == 0
            ? "Nobody holds anything of it now."
            : $"Held now: {string.Join("; ", net.Take(SharesTold.Most))}{(net.Count > SharesTold.Most ? $"; and {story.Format.Number(net.Count - SharesTold.Most)} more" : "")}.";
    }

    /// <summary>Lines that were taken back, or given again.</summary>
    private static IEnumerable<string> Corrections(GoalStory story, GrantView grant)
    {
        var lines = grant.Lines.Where(line => line.Revision > 0).OrderBy(line => line.At).ThenBy(line => line.Revision).ToList();
        foreach (var line in lines.TakeLast(MostLines))
            yield return $"Line {story.Format.Number(line.Revision)} of {story.Names.Of(line.Recipient)}: "
                + $"{Amount(story, grant, line.Reward, Math.Abs(line.Amount))} {Verb(line)} by {story.What(line.At.Fact)}.{Why(story, line)}";
        if (lines.Count > MostLines)
            yield return $"{story.Format.Number(lines.Count - MostLines)} earlier lines correct it too.";
    }

    private static string Verb(GrantLineView line) => line.Amount < 0 ? "taken back" : "given again";

    private static string Why(GoalStory story, GrantLineView line) =>
        line.Reason switch
        {
            GrantReasons.Reversed when story.IsCollective => " It shows that the tier was never reached, or another one receives it.",
            GrantReasons.Reversed => " The sum fell below the trigger.",
            GrantReasons.Shared => " It is shared differently now.",
            _ => "",
        };

    private static string Amount(GoalStory story, GrantView grant, string reward, long amount) =>
        Rewards(story, grant).FirstOrDefault(one => one.Name == reward).Reward is { } named && !RewardNames.IsShared(named)
            ? TeamGoalWords.Reward(named, story.Format)
            : GrantWords.Amount(RewardNames.KindOf(reward), amount, story.Format);

    private static IEnumerable<(string Name, Reward Reward)> Rewards(GoalStory story, GrantView grant) =>
        RewardNames.All(
            story
                .Goal.Versions.FirstOrDefault(version => version.Number == grant.Version)
                ?.Plan?.Tiers.FirstOrDefault(tier => tier.Kind == grant.Key.Tier)
                ?.Rewards
                ?? []
        );

    /// <summary>What was passed already when the goal was published, or its version made, went to the members of that moment.</summary>
    private static Instant MomentOf(GoalStory story, GrantView grant)
    {
        var made = story.Goal.Versions.FirstOrDefault(version => version.Number == grant.Version)?.At ?? grant.Credited;
        return Instant.Max(grant.Credited, Instant.Max(made, story.Goal.Assignment?.Published ?? made));
    }

    private static Position PlaceOf(GoalStory story, GrantView grant) =>
        story.Trace.Counted.FirstOrDefault(one => one.At.Fact == grant.Activity)?.At
        ?? new(grant.Credited, Instant.MaxValue, grant.Activity);

    /// <summary>A person who is asked about, and not the team as a whole by one of its managers.</summary>
    private static bool IsPersonal(GoalStory story) => story.Trace.Memberships.ContainsKey(story.Person) || story.IsNamed;

    private static bool IsTold(GoalStory story, SubjectId recipient) =>
        recipient.Person is not { } person || !story.IsCollective || person == story.Person;
}
