using Gamification.Points;
using Gamification.Time;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Gamification.Announcements;

/// <summary>
/// Which boards the channels are due to get: the ended week's and month's, provisional at 09:00, final after the close; and again
/// when a period is reopened, and closed once more.
/// </summary>
public static class BoardSchedule
{
    public const string Provisional = "board.provisional";
    public const string Final = "board.final";

    /// <summary>The period is open again, so the board may change.</summary>
    public const string Corrected = "board.corrected";

    private static readonly LocalTime At = new(9, 0);
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
        var ended = Kinds
            .SelectMany(kind => Ended(now, organisation, kind))
            .Where(period => IsTimeFor(period, now, organisation.Zone))
            .SelectMany(period => channels.Select(channel => Of(period.Key, byKey.GetValueOrDefault(period.Key), channel)));
        return
        [
            .. ended
                .Concat(Again(closes, channels, announced))
                .DistinctBy(board => (board.About, board.To))
                .Where(board => !announced.Contains((board.About, board.To.Key))),
        ];
    }

    private static IEnumerable<Announcement> Again(
        IReadOnlyCollection<PeriodClose> closes,
        IReadOnlyCollection<ConnectedChannel> channels,
        IReadOnlySet<(string About, string To)> announced
    )
    {
        var told = announced.Select(board => (Stem(board.About), board.To)).ToHashSet();
        return closes
            .Where(close => close.IsAgain && Kinds.Contains(close.Kind))
            .SelectMany(close => channels.Select(channel => Of(close.Key, close, channel)))
            .Where(board => told.Contains((Stem(board.About), board.To.Key)));
    }

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

    private static bool IsTimeFor(Period period, Instant now, DateTimeZone zone) =>
        zone.AtLeniently(period.End!.Value.At(At)).ToInstant() <= now;

    private static Announcement Of(PeriodKey period, PeriodClose? close, ConnectedChannel channel)
    {
        var board = channel.Team is { } team ? BoardKey.Team(team) : BoardKey.Organisation;
        var (kind, edition) = EditionOf(close);
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
