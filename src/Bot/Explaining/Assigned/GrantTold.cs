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
        return tier.Tier.Rewards.Count == 0 ? story.Say($"Nothing was granted: no reward is attached to {name}.")
            : story.Goal.IsDraft ? story.Say($"Nothing was granted: the goal is a draft.")
            : story.IsShadow ? story.Say($"Nothing was granted: the goal is a shadow, which only shows what it would do.")
            : tier.State is TierState.Reached ? story.Say($"No grant is stored for {name} yet: a replay of the goal posts what is missing.")
            : story.Say(
                $"Nothing was granted: {name} is not reached. It would bring {TeamGoalWords.Rewards(tier.Tier.Rewards, story.Format)}."
            );
    }

    /// <summary>A grant from its key to its last line.</summary>
    public static IEnumerable<string> Given(GoalStory story, GrantView grant)
    {
        var place = PlaceOf(story, grant);
        yield return story.Say(
            $"{grant.Key.Tier} was granted once, under the key {CleanText.Of(grant.Key.ToString(), 160)}, {story.Moment(grant.Credited)}, by version {story.Format.Number(grant.Version)} of the goal. What made it: {story.What(grant.Activity)}."
        );
        if (story.IsCollective)
            foreach (var sentence in Recipients(story, grant, place))
                yield return sentence;

        yield return Received(story, grant);
        foreach (var sentence in Corrections(story, grant))
            yield return sentence;
        if (grant is { KeptBy: { } by })
            yield return Kept(story, grant, story.Names.By(by));
        foreach (var prize in story.Prizes.Where(prize => prize.Id.Grant == grant.Key && IsTold(story, prize.Id.Recipient)))
            yield return PrizeTold.Sentence(story, prize);
    }

    private static string Kept(GoalStory story, GrantView grant, string by)
    {
        var reason = CleanText.Of(grant.KeptReason ?? "", 120);
        return grant.KeptAt is { } at
            ? story.Say(
                $"{by} keeps it since {story.Moment(at)}, although a later fact may show that the tier was never reached: “{reason}”."
            )
            : story.Say($"{by} keeps it, although a later fact may show that the tier was never reached: “{reason}”.");
    }

    private static IEnumerable<string> Recipients(GoalStory story, GrantView grant, Position place)
    {
        var moment = MomentOf(story, grant);
        var members = ConditionReasons.MembersOf(story, moment);
        yield return Members(story, members, moment, isLater: moment > grant.Credited);
        foreach (var change in grant.Changes.TakeLast(MostLines))
            yield return Changed(story, change);

        var recipients = With(members, grant.Changes);
        if (recipients.Count > 0)
            foreach (var (_, reward) in Rewards(story, grant).Where(one => one.Reward is not Reward.Prize { OnceForTeam: true }))
                yield return SharesTold.Sentence(story, reward, recipients, place);
        if (IsPersonal(story) && !recipients.Contains(story.Person))
            yield return NotAmong(story, grant, moment);
        else if (IsPersonal(story) && grant.Lines.Count > 0 && !grant.Lines.Any(line => line.Recipient == SubjectId.Of(story.Person)))
            yield return story.Say($"{story.Names.Of(story.Person)} is among them with a share of 0.");
    }

    private static string Members(GoalStory story, IReadOnlyList<PersonId> members, Instant moment, bool isLater)
    {
        var (at, names) = (story.Moment(moment), story.Names.Several(members));
        return (members.Count == 0, isLater) switch
        {
            (true, true) => story.Say(
                $"Nobody was an active member when the goal was published with it, {at}: the grant has no recipients and needs a manager."
            ),
            (true, false) => story.Say(
                $"Nobody was an active member at the crossing, {at}: the grant has no recipients and needs a manager."
            ),
            (false, true) => story.Say($"Recipients are the active members when the goal was published with it, {at}: {names}."),
            (false, false) => story.Say($"Recipients are the active members at the crossing, {at}: {names}."),
        };
    }

    private static string Changed(GoalStory story, RecipientChange change)
    {
        var (by, person) = (story.Names.By(change.By), story.Names.Of(change.Person));
        var (at, reason) = (story.Moment(change.At), CleanText.Of(change.Reason, 120));
        return change.IsAdded
            ? story.Say($"{by} added {person} {at}: “{reason}”.")
            : story.Say($"{by} left out {person} {at}: “{reason}”.");
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
                ? story.Say($"{name} receives nothing: a manager left them out.")
            : !story.Trace.IsActiveAt(story.Person, moment) ? story.Say($"{name} receives nothing: not active.")
            : story.Say($"{name} receives nothing: no member on {story.Format.Date(story.Format.Organisation.DayOf(moment))}.");
    }

    private static string Received(GoalStory story, GrantView grant)
    {
        var held = grant
            .Lines.GroupBy(line => (line.Recipient, line.Reward))
            .Select(line => (line.Key.Recipient, line.Key.Reward, Amount: line.Sum(revision => revision.Amount)))
            .Where(line => line.Amount != 0)
            .GroupBy(line => line.Recipient)
            .Select(of =>
                (
                    Who: of.Key,
                    What: of.Select(line => Amount(story, grant, line.Reward, line.Amount))
                        .Aggregate((all, one) => story.Say($"{all} and {one}"))
                )
            )
            .GroupBy(one => one.What, one => story.Names.Of(one.Who), StringComparer.Ordinal)
            .Select(alike => Held(alike.Key, [.. alike], story))
            .ToList();
        return held.Count == 0 ? story.Say($"Nobody holds anything of it now.") : story.Say($"Held now: {SharesTold.List(held, story)}.");
    }

    private static string Held(string what, IReadOnlyList<string> who, GoalStory story) =>
        who is [var one]
            ? $"{one} {what}"
            : story.Say($"{what} each: {SharesTold.AndMore(string.Join(", ", who.Take(SharesTold.Most)), who.Count, story)}");

    /// <summary>Lines that were taken back, or given again.</summary>
    private static IEnumerable<string> Corrections(GoalStory story, GrantView grant)
    {
        var lines = grant.Lines.Where(line => line.Revision > 0).OrderBy(line => line.At).ThenBy(line => line.Revision).ToList();
        foreach (var line in lines.TakeLast(MostLines))
            yield return Corrected(story, grant, line) + Why(story, line);
        if (lines.Count > MostLines)
            yield return story.Say($"{story.Format.Number(lines.Count - MostLines)} earlier lines correct it too.");
    }

    private static string Corrected(GoalStory story, GrantView grant, GrantLineView line)
    {
        var (n, name) = (story.Format.Number(line.Revision), story.Names.Of(line.Recipient));
        var (amount, what) = (Amount(story, grant, line.Reward, Math.Abs(line.Amount)), story.What(line.At.Fact));
        return line.Amount < 0
            ? story.Say($"Line {n} of {name}: {amount} taken back by {what}.")
            : story.Say($"Line {n} of {name}: {amount} given again by {what}.");
    }

    private static string Why(GoalStory story, GrantLineView line) =>
        line.Reason switch
        {
            GrantReasons.Reversed when story.IsCollective =>
                $" {story.Say($"It shows that the tier was never reached, or another one receives it.")}",
            GrantReasons.Reversed => $" {story.Say($"The sum fell below the trigger.")}",
            GrantReasons.Shared => $" {story.Say($"It is shared differently now.")}",
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
