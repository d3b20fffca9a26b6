using System.Globalization;
using Gamification.Activities;
using Gamification.Goals;
using Gamification.People;
using Gamification.Rewards;

namespace Gamification.Announcements;

/// <summary>
/// Who hears of managers' goals: of a tier the channels of the team and the person, of a collective reward the channels and everybody who
/// receives something, of what is taken back those who lose it, and the managers where they may keep it.
/// </summary>
internal static class RewardAnnouncements
{
    public const string Reached = AnnouncementKinds.TierReached;
    public const string Unlocked = AnnouncementKinds.GoalUnlocked;
    public const string TeamReward = AnnouncementKinds.TeamReward;
    public const string Reversal = AnnouncementKinds.Reversal;

    public static IEnumerable<Announcement> Of(IReadOnlyList<GoalMove> moves, IReadOnlyList<TierMove> tiers, World world)
    {
        foreach (var move in moves)
            if (move is { Unlocked: { } at, Aim.Plan.After: { } after, Goal.Assignment.IsShadow: false })
                foreach (var reader in ReadersOf(move, at, world))
                    yield return UnlockOf(move, after, at, reader, world);

        foreach (
            var highest in tiers.Where(tier => tier.IsReached).GroupBy(tier => tier.Move.After.Scope).Select(passed => passed.ToList())
        )
        foreach (var told in ReachedOf(highest, world))
            yield return told;

        foreach (var tier in tiers)
        foreach (var told in ReversalsOf(tier, world))
            yield return told;
    }

    /// <summary>What is taken back by one activity goes out together.</summary>
    public static string PostOfReversal(Position at) => $"revoked:{at.Fact.Connection}:{at.Fact.ExternalId}";

    /// <summary>One activity may pass several tiers: the highest is told, with those it passed on the way.</summary>
    private static IEnumerable<Announcement> ReachedOf(List<TierMove> passed, World world)
    {
        var highest = passed.MaxBy(tier => tier.Tier)!;
        var (move, at) = (highest.Move, highest.After!.Value);
        var isCelebrated = move.Aim.IsCollective && passed.Exists(tier => tier.Net.Count > 0);
        var data = Data(move, world);
        data["tier"] = NameOf(highest.Tier);
        data["tiers"] = string.Join(' ', passed.Select(tier => tier.Tier).Order().Select(NameOf));
        data["actual"] = Text(move.After.Actual);
        var readers = ReadersOf(move, at, world);
        if (isCelebrated)
        {
            data["recipients"] = string.Join(' ', PeopleOf(passed).Select(person => person.Value));
            readers = readers.Concat(PeopleOf(passed).Select(person => new Recipient.Person(person)));
        }

        var about = $"{(isCelebrated ? "reward" : "tier")}:{AboutOf(move)}:{NameOf(highest.Tier)}";
        foreach (var reader in readers)
            yield return new(isCelebrated ? TeamReward : Reached, about, reader, PostOf(at), at, WithShare(data, passed, reader));
    }

    private static IEnumerable<Announcement> ReversalsOf(TierMove tier, World world)
    {
        var gone = tier.Lines.Where(line => line is { Amount: < 0, Reason: GrantReasons.Reversed }).ToList();
        if (gone.Count == 0)
            yield break;

        var at = gone[0].At;
        var data = Data(tier.Move, world);
        data["tier"] = NameOf(tier.Tier);
        data["actual"] = Text(tier.Move.After.Actual);
        data["fact"] = at.Fact.ToString();
        var readers = gone.Select(line => line.Recipient.Person)
            .OfType<PersonId>()
            .Distinct()
            .Select(Recipient (person) => new Recipient.Person(person));
        if (tier is { Move.Aim.IsCollective: true, IsReversed: true })
            readers = readers
                .Concat(
                    world.Managers.GetValueOrDefault(tier.Move.Goal.Subject, []).Select(Recipient (person) => new Recipient.Person(person))
                )
                .Distinct();

        var about = $"reversal:{gone[0].Grant}:{Text(gone.Max(line => line.Revision))}";
        foreach (var reader in readers)
            yield return new(
                Reversal,
                about,
                reader,
                PostOfReversal(at),
                at,
                WithBadges(
                    new(data, StringComparer.Ordinal),
                    BadgesOf(tier, gone.Where(line => IsFor(reader, line.Recipient)).Select(line => line.Reward))
                )
            );
    }

    private static Announcement UnlockOf(GoalMove move, Predecessor after, Position at, Recipient reader, World world)
    {
        var data = Data(move, world);
        data["after"] = after.Goal.Value;
        data["tier"] = NameOf(after.Tier);
        return new(Unlocked, $"unlock:{AboutOf(move)}", reader, PostOf(at), at, data);
    }

    /// <summary>The channels of the team, or of the organisation where there is none, and the person whose goal it is.</summary>
    private static IEnumerable<Recipient> ReadersOf(GoalMove move, Position at, World world)
    {
        var person = move.After.Scope.Subject.Person is { } id ? world.People[id] : null;
        var team = person is null ? move.Goal.Subject.Team : person.TeamOn(world.Organisation.DayOf(at.Credited));
        if (person is not { Publicity: Publicity.None })
            foreach (var channel in world.Channels)
                if (channel.Team == team)
                    yield return new Recipient.Channel(channel.Id);

        if (person is not null)
            yield return new Recipient.Person(person.Id);
    }

    private static IEnumerable<PersonId> PeopleOf(List<TierMove> passed) =>
        passed.SelectMany(tier => tier.Net).Select(line => line.Recipient.Person).OfType<PersonId>().Distinct();

    /// <summary>What the reader is given: <c>coins 500</c>; a channel reads what there is for everybody.</summary>
    private static Dictionary<string, string> WithShare(Dictionary<string, string> data, List<TierMove> passed, Recipient reader)
    {
        var mine = passed.SelectMany(tier => tier.Net).Where(line => IsFor(reader, line.Recipient));
        var sums = mine.GroupBy(line => RewardNames.KindOf(line.Reward)).OrderBy(kind => kind.Key, StringComparer.Ordinal);
        var shared = new Dictionary<string, string>(data, StringComparer.Ordinal)
        {
            ["rewards"] = string.Join(' ', sums.Select(kind => $"{kind.Key}:{Text(kind.Sum(line => line.Amount))}")),
        };
        return WithBadges(
            shared,
            passed.SelectMany(tier => BadgesOf(tier, tier.Net.Where(line => IsFor(reader, line.Recipient)).Select(line => line.Reward)))
        );
    }

    private static bool IsFor(Recipient reader, SubjectId recipient) =>
        reader is not Recipient.Person(var person) || recipient == SubjectId.Of(person);

    /// <summary>Badges are told with the tier that gives them, or takes them back, and in no message of their own.</summary>
    private static Dictionary<string, string> WithBadges(Dictionary<string, string> data, IEnumerable<string> badges)
    {
        if (string.Join(' ', badges.Distinct(StringComparer.Ordinal)) is { Length: > 0 } named)
            data["badges"] = named;

        return data;
    }

    private static IEnumerable<string> BadgesOf(TierMove tier, IEnumerable<string> rewards) =>
        rewards
            .Distinct(StringComparer.Ordinal)
            .Select(name => RewardNames.Find(tier.Rewards, name))
            .OfType<Reward.Badge>()
            .Select(badge => badge.Id);

    private static Dictionary<string, string> Data(GoalMove move, World world)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["goal"] = move.Goal.Id.Value,
            ["type"] = move.Goal.Type.Name,
            ["subject"] = move.After.Scope.Subject.Value,
            ["period"] = move.Period.Key.Value,
            ["target"] = Text(move.Target),
            ["currency"] = world.Organisation.Currency,
        };
        if (move.After.Scope.Subject.Person is { } person)
            data["person"] = person.Value;

        return data;
    }

    private static string AboutOf(GoalMove move) => $"{move.Goal.Id}:{move.After.Scope.Subject}:{move.Period.Key}";

    /// <summary>It goes out with all that the same activity caused; that of a close with what the close caused.</summary>
    private static string PostOf(Position at) => BadgeAnnouncements.CauseOf(at.Fact);

    private static string NameOf(TierKind tier) => tier.ToString().ToLowerInvariant();

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
