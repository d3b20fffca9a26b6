using System.Diagnostics;
using System.Globalization;
using Bot.Commands;
using Gamification;
using Gamification.Announcements;
using Gamification.Goals;
using Gamification.People;
using Gamification.Points;
using NodaTime;
using Storage;
using Period = Gamification.Time.Period;

namespace Bot.Cards;

/// <summary>Gathers the names and figures a planned message needs, at the moment it goes out, and composes its card.</summary>
public sealed class AnnouncementComposer(BoardGathering boards, DirectoryReader directory, Organisation organisation, Rulebook rules)
{
    private const string TeamBoard = "team:";

    public async Task<Card> ComposeAsync(Delivery delivery, CancellationToken ct)
    {
        var last = delivery.Announcements[^1];
        return last.Kind switch
        {
            _ when delivery.Announcements.Any(IsOfGoal) => Goals(delivery),
            "badge.unlocked" => await UnlockAsync(delivery, ct),
            _ when last.Kind.StartsWith("board.", StringComparison.Ordinal) => await BoardAsync(last, delivery.Planned, ct),
            _ => throw new UnreachableException($"No card for {last.Kind}."),
        };
    }

    private static bool IsOfGoal(Announcement announcement) => announcement.Kind.StartsWith("goal.", StringComparison.Ordinal);

    /// <summary>Only ever to their owner.</summary>
    private Card Goals(Delivery delivery) =>
        GoalNoticeCard.Compose(
            [.. delivery.Announcements.Where(IsOfGoal).Select(NoticeOf)],
            [.. delivery.Announcements.Where(announcement => announcement.Kind is "badge.unlocked").Select(UnlockOf).OfType<Unlock>()],
            Format
        );

    private static GoalNotice NoticeOf(Announcement announcement) =>
        new(
            GoalType.Parse(announcement.Data["type"])?.Metric ?? throw new UnreachableException($"{announcement.About} has no type."),
            NumberOf(announcement.Data, "actual") ?? 0,
            NumberOf(announcement.Data, "target") ?? 0,
            Period.Parse(new(announcement.Data["period"])) ?? throw new UnreachableException($"{announcement.About} names no period."),
            announcement.Kind is "goal.completed"
        );

    private ReaderFormat Format => ReaderFormat.ForEveryone(organisation);

    private async Task<Card> UnlockAsync(Delivery delivery, CancellationToken ct)
    {
        var unlocks = delivery.Announcements.Select(UnlockOf).OfType<Unlock>().ToList();
        var who = new PersonId(delivery.Announcements[0].Data["person"]);
        if (delivery.To is Recipient.Person(var reader) && reader == who)
            return UnlockCard.Compose(name: null, unlocks, Format);

        var person = await directory.FindAsync(who, organisation.DayOf(delivery.Planned), ct);
        return UnlockCard.Compose(
            person is null or { Publicity: Publicity.None } ? "Somebody" : BoardNames.ToOthers(person),
            unlocks,
            Format
        );
    }

    /// <summary>Null for a badge that the rules no longer know.</summary>
    private Unlock? UnlockOf(Announcement announcement)
    {
        var data = announcement.Data;
        return rules.Badges.FirstOrDefault(badge => badge.Id == data["badge"]) is { } badge
            ? new(badge, NumberOf(data, "number") ?? badge.Trigger.Threshold, NumberOf(data, "amount"))
            : null;
    }

    private async Task<Card> BoardAsync(Announcement announcement, Instant planned, CancellationToken ct)
    {
        var board = announcement.Data["board"];
        var period =
            Period.Parse(new(announcement.Data["period"])) ?? throw new UnreachableException($"{announcement.About} names no period.");
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
            (BoardRows.InChannel, 0),
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
