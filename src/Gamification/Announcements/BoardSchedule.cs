using Gamification.Points;
using Gamification.Time;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Gamification.Announcements;

/// <summary>
/// Which boards the channels are due to get: at the times each has chosen, as they stand then; of ended weeks and months final after the
/// close, and again when a period is reopened, and closed once more. All editions of a period's board are one living message.
/// </summary>
public static class BoardSchedule
{
    public const string Provisional = AnnouncementKinds.BoardProvisional;
    public const string Final = AnnouncementKinds.BoardFinal;

    /// <summary>The period is open again, so the board may change.</summary>
    public const string Corrected = AnnouncementKinds.BoardCorrected;

    /// <summary>As it stands: of a period that runs, or of a day.</summary>
    public const string Standing = AnnouncementKinds.BoardStanding;

    private static readonly PeriodKind[] Kinds = [PeriodKind.Week, PeriodKind.Month];

    /// <summary>
    /// What is due at a moment and was not announced yet. A closed period is told as final only, so a channel that is connected late
    /// gets one board and not two; of an older one that is reopened hears who was told of it before.
    /// </summary>
    /// <param name="announced">Boards announced so far, by what they are about and to whom.</param>
    public static IReadOnlyList<Announcement> Due(
        Instant now,
        Organisation organisation,
        IReadOnlyCollection<PeriodClose> closes,
        IReadOnlyCollection<ConnectedChannel> channels,
        IReadOnlySet<(string About, string To)> announced
    )
    {
        var byKey = closes.ToDictionary(close => close.Key);
        var told = announced.Select(board => (Stem(board.About), board.To)).ToHashSet();
        var hearing = channels.Where(channel => channel.Settings.Hears(PostKinds.Boards)).ToList();
        var ended = Kinds
            .SelectMany(kind => Ended(now, organisation, kind))
            .SelectMany(period =>
                hearing
                    .Select(channel => (Board: Of(period.Key, byKey.GetValueOrDefault(period.Key), channel), channel))
                    .Where(due => IsTimeFor(period, due.channel, now, organisation.Zone) || IsCloseOf(due.Board, told))
                    .Select(due => due.Board)
            );
        return
        [
            .. ended
                .Concat(Again(closes, hearing, told))
                .Concat(hearing.SelectMany(channel => StandingBoards.Due(now, organisation.Zone, channel)))
                .DistinctBy(board => (board.About, board.To))
                .Where(board => !announced.Contains((board.About, board.To.Key))),
        ];
    }

    private static IEnumerable<Announcement> Again(
        IReadOnlyCollection<PeriodClose> closes,
        IReadOnlyCollection<ConnectedChannel> channels,
        HashSet<(string Stem, string To)> told
    ) =>
        closes
            .Where(close => close.IsAgain && Kinds.Contains(close.Kind))
            .SelectMany(close => channels.Select(channel => Of(close.Key, close, channel)))
            .Where(board => told.Contains((Stem(board.About), board.To.Key)));

    /// <summary>The living message that all editions of a board are.</summary>
    private static string Stem(string about) => about[..about.LastIndexOf(':')];

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

    /// <summary>Whether the channel asked for the board of an ended period by now.</summary>
    private static bool IsTimeFor(Period period, ConnectedChannel channel, Instant now, DateTimeZone zone)
    {
        var times = channel.Settings.Boards;
        LocalDateTime? at = period.Kind switch
        {
            PeriodKind.Week when times.Weekly is { IsRunning: false } weekly => period.End!.Value.PlusDays(weekly.Day - IsoDayOfWeek.Monday)
                + weekly.At,
            PeriodKind.Month when times.Monthly is { IsRunning: false } monthly => period.End!.Value.PlusDays(monthly.Day - 1) + monthly.At,
            _ => null,
        };
        return at is { } due && zone.AtLeniently(due).ToInstant() <= now;
    }

    /// <summary>Who was shown the board while its period ran is shown what the close made of it.</summary>
    private static bool IsCloseOf(Announcement board, HashSet<(string Stem, string To)> told) =>
        board.Kind != Provisional && told.Contains((Stem(board.About), board.To.Key));

    private static Announcement Of(PeriodKey period, PeriodClose? close, ConnectedChannel channel)
    {
        var (kind, edition) = EditionOf(close);
        return Of(kind, edition, period, channel);
    }

    internal static Announcement Of(string kind, string edition, PeriodKey period, ConnectedChannel channel)
    {
        var board = channel.Team is { } team ? BoardKey.Team(team) : BoardKey.Organisation;
        var about = $"board:{board}:{period}:{edition}";
        return new(
            kind,
            about,
            new Recipient.Channel(channel.Id),
            about,
            Position: null,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["board"] = board.Value, ["period"] = period.Value }
        );
    }

    private static (string Kind, string Edition) EditionOf(PeriodClose? close) =>
        close switch
        {
            null => (Provisional, "provisional"),
            { State: CloseState.Reopened } => (Corrected, $"corrected-{close.Version + 1}"),
            { Version: > 1 } => (Final, $"final-{close.Version}"),
            _ => (Final, "final"),
        };
}
