using Gamification.Points;
using Gamification.Time;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Gamification.Announcements;

/// <summary>Which boards the channels are due to get: the ended week's and month's, provisional at 09:00, final after the close.</summary>
public static class BoardSchedule
{
    public const string Provisional = "board.provisional";
    public const string Final = "board.final";

    private static readonly LocalTime At = new(9, 0);
    private static readonly PeriodKind[] Kinds = [PeriodKind.Week, PeriodKind.Month];

    /// <summary>
    /// Everything due at a moment, announced before or not: which of it is new, the keys decide. A closed period is told as final
    /// only, so a channel that is connected late gets one board and not two.
    /// </summary>
    public static IReadOnlyList<Announcement> Due(
        Instant now,
        Organisation organisation,
        IReadOnlyCollection<ClosedPeriod> closed,
        IReadOnlyCollection<ConnectedChannel> channels
    )
    {
        var keys = closed.Select(period => period.Key).ToHashSet();
        return
        [
            .. Kinds
                .SelectMany(kind => Ended(now, organisation, kind))
                .Where(period => IsTimeFor(period, now, organisation.Zone))
                .SelectMany(period => channels.Select(channel => Of(period, keys.Contains(period.Key), channel))),
        ];
    }

    /// <summary>The last ended period; and those before whose close comes only in the running one, because the grace is that long.</summary>
    private static IEnumerable<Period> Ended(Instant now, Organisation organisation, PeriodKind kind)
    {
        var current = Period.Of(kind, organisation.DayOf(now));
        for (
            var ended = current.Previous!;
            ended.End == current.First || ended.EndIn(organisation.Zone) + organisation.Grace > current.StartIn(organisation.Zone);
            ended = ended.Previous!
        )
            yield return ended;
    }

    private static bool IsTimeFor(Period period, Instant now, DateTimeZone zone) =>
        zone.AtLeniently(period.End!.Value.At(At)).ToInstant() <= now;

    private static Announcement Of(Period period, bool isClosed, ConnectedChannel channel)
    {
        var board = channel.Team is { } team ? BoardKey.Team(team) : BoardKey.Organisation;
        var about = $"board:{board}:{period.Key}:{(isClosed ? "final" : "provisional")}";
        return new(
            isClosed ? Final : Provisional,
            about,
            new Recipient.Channel(channel.Id),
            about,
            Position: null,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["board"] = board.Value, ["period"] = period.Key.Value }
        );
    }
}
