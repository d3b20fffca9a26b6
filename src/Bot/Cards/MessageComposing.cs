using System.Diagnostics;
using System.Globalization;
using Bot.Channels;
using Bot.Commands;
using Bot.Play;
using Gamification;
using Gamification.Announcements;
using Gamification.Badges;
using Gamification.Goals;
using Gamification.People;
using Gamification.Points;
using NodaTime;
using NodaTime.Text;
using Storage;
using Period = Gamification.Time.Period;

namespace Bot.Cards;

/// <summary>Gathers the names and figures a planned message needs, and composes its card in its reader's language.</summary>
internal sealed class MessageComposing(
    BoardGathering boards,
    DirectoryReader directory,
    ChatStore chat,
    BadgeReader badges,
    GoalNewsGathering news,
    Organisation organisation,
    ReaderFormat format
)
{
    private const string TeamBoard = "team:";
    private const string Unlocked = AnnouncementKinds.BadgeUnlocked;
    private const string NearKind = AnnouncementKinds.BadgeNear;
    private const string Revoked = AnnouncementKinds.BadgeRevoked;

    public async Task<Card> ComposeAsync(Delivery delivery, CancellationToken ct)
    {
        var rewards = delivery.Announcements.Where(told => GoalNewsCard.IsOne(told.Kind)).ToList();
        if (rewards.Count == 0)
            return await OthersAsync(delivery, ct);

        var card = GoalNewsCard.Compose(await news.ReadAsync(rewards, delivery.Planned, ct), Format, await badges.AllAsync(ct));
        if (rewards.Count == delivery.Announcements.Count)
            return card;

        // Goals come before badges, as they are counted.
        var others = await OthersAsync(delivery with { Announcements = [.. delivery.Announcements.Except(rewards)] }, ct);
        return new($"{card.Title}, {char.ToLowerInvariant(others.Title[0])}{others.Title[1..]}", [.. card.Parts, .. others.Parts]);
    }

    private async Task<Card> OthersAsync(Delivery delivery, CancellationToken ct)
    {
        var last = delivery.Announcements[^1];
        return last.Kind switch
        {
            AssignedGoalCard.Published or AssignedGoalCard.Edited => await AssignedAsync(last, delivery.Planned, ct),
            ChannelLife.Paused => await PausedAsync(last, ct),
            GoalHints.Near => GoalHintCard.Compose(
                [.. delivery.Announcements.Where(one => one.Kind == GoalHints.Near).Select(HintOf)],
                Format
            ),
            _ when delivery.To is Recipient.Person && !last.Kind.StartsWith("board.", StringComparison.Ordinal) => await NoticeAsync(
                delivery,
                ct
            ),
            Unlocked => await UnlockAsync(delivery, ct),
            _ when last.Kind.StartsWith("board.", StringComparison.Ordinal) => await BoardAsync(last, delivery.Planned, ct),
            _ => throw new UnreachableException($"No card for {last.Kind}."),
        };
    }

    private async Task<Card> PausedAsync(Announcement announcement, CancellationToken ct) =>
        ChannelCards.Paused(
            announcement.Data["channel"].Split(':')[0],
            announcement.Data["team"] is { Length: > 0 } team ? await directory.FindTeamAsync(new(team), ct) : null,
            ChannelTrouble.Of(announcement.Data["trouble"]),
            Format
        );

    private async Task<Card> AssignedAsync(Announcement announcement, Instant planned, CancellationToken ct) =>
        await news.ReadAsync([announcement], planned, ct) is [var goal]
            ? AssignedGoalCard.Compose(goal, Format)
            : throw new UnreachableException($"{announcement.About} names no goal for others.");

    private static bool IsOfGoal(Announcement announcement) =>
        announcement.Kind.StartsWith("goal.", StringComparison.Ordinal) && announcement.Kind != GoalHints.Near;

    /// <summary>Everything one activity made of a person's goals and badges, to the person: one message.</summary>
    private async Task<Card> NoticeAsync(Delivery delivery, CancellationToken ct)
    {
        var known = await badges.AllAsync(ct);
        var goals = delivery.Announcements.Where(IsOfGoal).Select(NoticeOf).ToList();
        var unlocks = Of(Unlocked);
        var takenBack = Of(Revoked).ConvertAll(unlock => unlock.Badge);
        var near = delivery.Announcements.Select(one => NearOf(one, known)).FirstOrDefault(near => near is not null);
        var card =
            goals.Count > 0 ? GoalNoticeCard.Compose(goals, unlocks, Format)
            : unlocks.Count > 0 || near is not null ? UnlockCard.Compose(name: null, unlocks, Format, near: near)
            : null;
        return (card, takenBack) switch
        {
            (null, _) => UnlockCard.TakenBack(takenBack, Format),
            (_, []) => card,
            _ => card with { Parts = [.. card.Parts, .. UnlockCard.TakenBack(takenBack, Format).Parts] },
        };

        List<Unlock> Of(string kind) => Unlocks(delivery.Announcements.Where(one => one.Kind == kind), known);
    }

    private static GoalHint HintOf(Announcement announcement) =>
        new(
            MetricOf(announcement),
            NumberOf(announcement.Data, "actual") ?? 0,
            NumberOf(announcement.Data, "target") ?? 0,
            PeriodOf(announcement),
            NumberOf(announcement.Data, "days") ?? 0
        );

    private static Metric MetricOf(Announcement announcement) =>
        GoalType.Parse(announcement.Data["type"])?.Metric ?? throw new UnreachableException($"{announcement.About} has no type.");

    private static Period PeriodOf(Announcement announcement) =>
        Period.Parse(new(announcement.Data["period"])) ?? throw new UnreachableException($"{announcement.About} names no period.");

    private static GoalNotice NoticeOf(Announcement announcement) =>
        new(
            MetricOf(announcement),
            NumberOf(announcement.Data, "actual") ?? 0,
            NumberOf(announcement.Data, "target") ?? 0,
            PeriodOf(announcement),
            announcement.Kind is AnnouncementKinds.GoalCompleted,
            announcement.Data.TryGetValue("goal", out var goal) ? new GoalId(goal) : null
        );

    private ReaderFormat Format => format;

    private async Task<Card> UnlockAsync(Delivery delivery, CancellationToken ct)
    {
        var known = await badges.AllAsync(ct);
        var unlocks = Unlocks(delivery.Announcements.Where(one => one.Kind == Unlocked), known);
        var who = new PersonId(delivery.Announcements[0].Data["person"]);
        var person = await directory.FindAsync(who, organisation.DayOf(delivery.Planned), ct);
        return UnlockCard.Compose(
            person is null or { Publicity: Publicity.None } ? Format.Say($"Somebody") : BoardNames.ToOthers(person, Format),
            unlocks,
            Format,
            person is { Publicity: Publicity.Named } ? await UserAsync(delivery.To, who, ct) : null
        );
    }

    /// <summary>The person's id on the platform of a channel whose posts mention people; null where they are called by name.</summary>
    private async Task<string?> UserAsync(Recipient to, PersonId person, CancellationToken ct) =>
        to is Recipient.Channel(var channel) && await chat.MentionAsync(channel, ct) is ChannelMention.Person
            ? await directory.IdentityOfAsync(person, channel.Value.Split(':')[0], ct)
            : null;

    private static Near? NearOf(Announcement announcement, IReadOnlyList<(Badge Badge, bool IsDisabled)> known) =>
        announcement.Kind == NearKind
        && known.FirstOrDefault(badge => badge.Badge.Id == announcement.Data["badge"]).Badge is { } badge
        && NumberOf(announcement.Data, "value") is { } value
            ? new(badge, value)
            : null;

    private static List<Unlock> Unlocks(IEnumerable<Announcement> announcements, IReadOnlyList<(Badge Badge, bool IsDisabled)> known) =>
        [.. announcements.Select(announcement => UnlockOf(announcement, known)).OfType<Unlock>()];

    /// <summary>Null for a badge that the rules no longer know.</summary>
    private static Unlock? UnlockOf(Announcement announcement, IReadOnlyList<(Badge Badge, bool IsDisabled)> known)
    {
        var data = announcement.Data;
        return known.FirstOrDefault(badge => badge.Badge.Id == data["badge"]).Badge is { } badge
            ? new(badge, NumberOf(data, "number") ?? badge.Trigger.Threshold, NumberOf(data, "amount"))
            {
                Late = data.TryGetValue("late", out var occurred) ? InstantPattern.ExtendedIso.Parse(occurred).Value : null,
            }
            : null;
    }

    private async Task<Card> BoardAsync(Announcement announcement, Instant planned, CancellationToken ct)
    {
        var board = announcement.Data["board"];
        var period = PeriodOf(announcement);
        var by =
            announcement.Data.TryGetValue("by", out var word) && Enum.TryParse<BoardBy>(word, ignoreCase: true, out var measure)
                ? measure
                : BoardBy.Points;
        var team = board.StartsWith(TeamBoard, StringComparison.Ordinal)
            ? await directory.FindTeamAsync(new(board[TeamBoard.Length..]), ct)
            : null;
        var view = await boards.ReadAsync(
            BoardChoice.Of(period, team?.Id, by),
            team,
            viewer: null,
            BoardPostCard.Span,
            Format,
            planned,
            ct
        );
        return BoardPostCard.Compose(view with { State = StateOf(announcement.Kind, view.State) });
    }

    /// <summary>A post says what was the case when it was planned.</summary>
    private static PeriodState StateOf(string kind, PeriodState now) =>
        kind switch
        {
            BoardSchedule.Provisional => PeriodState.Provisional,
            BoardSchedule.Final => PeriodState.Final,
            BoardSchedule.Corrected => PeriodState.Reopened,
            _ => now,
        };

    private static long? NumberOf(IReadOnlyDictionary<string, string> data, string key) =>
        data.TryGetValue(key, out var text)
        && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
