using System.Globalization;
using Bot.Cards;
using Bot.Texts;
using Gamification;
using Gamification.People;
using Gamification.Points;
using Gamification.Time;
using NodaTime;
using NodaTime.Text;
using Storage;
using Period = Gamification.Time.Period;

namespace Bot.Tests.Cards;

/// <summary>Boards of a company in Paris, on Wednesday 18 November 2026 at noon.</summary>
internal static class BoardScenes
{
    public static readonly Organisation Paris = new(DateTimeZoneProviders.Tzdb["Europe/Paris"], "EUR", 1000, Duration.FromHours(48));

    public static readonly Instant Now = InstantPattern.General.Parse("2026-11-18T11:00:00Z").Value;

    public static readonly IReadOnlyList<string> Reps =
    [
        "Alice Moreau",
        "Bruno Costa",
        "Chloé Petit",
        "Dan Novák",
        "Eve Ito",
        "Farid Benali",
        "Greta Lind",
        "Hugo Marín",
        "Ines Dubois",
        "Jonas Weber",
        "Kim Nguyen",
        "Lea Rossi",
    ];

    private static readonly AsyncLocal<Language?> Spoken = new();

    /// <summary>Whatever is composed in it is said in a language, with its numbers and dates.</summary>
    public static T In<T>(Language language, Func<T> compose)
    {
        Spoken.Value = language;
        try
        {
            return compose();
        }
        finally
        {
            Spoken.Value = null;
        }
    }

    public static ReaderFormat Format(string culture = "en-GB") =>
        Spoken.Value is { } language
            ? new(language.ForEveryone, Paris) { Language = language }
            : new(CultureInfo.GetCultureInfo(culture), Paris);

    public static PersonId Id(int rep) => new($"p{rep}");

    /// <summary>214, 180, 180, 150, 120 … points: the second and third share a rank.</summary>
    public static IReadOnlyList<BoardRow> Rows(IReadOnlyList<string>? names = null, BoardBy by = BoardBy.Points) =>
        [.. (names ?? Reps).Select((name, i) => new BoardRow(i == 2 ? 2 : i + 1, Id(i + 1), name, null, Publicity.Named, Score(i, by)))];

    /// <summary>The slice storage reads for a viewer: the top, and the viewer among their neighbours.</summary>
    public static BoardSlice Slice(IReadOnlyList<BoardRow> rows, int? viewer, BoardMode mode = BoardMode.TopThree)
    {
        var (top, around) = BoardRows.Span(mode);
        var at = viewer is { } rep ? rows.ToList().FindIndex(row => row.Person == Id(rep)) : -1;
        return at < 0
            ? new(rows.Count, [.. rows.Take(top)], null, [], null)
            : new(
                rows.Count,
                [.. rows.Take(top)],
                rows[at],
                [.. rows.Skip(Math.Max(0, at - around)).Take(at - Math.Max(0, at - around) + around + 1)],
                rows.LastOrDefault(row => row.Score > rows[at].Score)?.Score
            );
    }

    public static BoardView View(
        BoardSlice slice,
        BoardChoice? choice = null,
        BoardBy by = BoardBy.Points,
        PeriodState state = PeriodState.Running,
        string culture = "en-GB"
    ) =>
        new(
            choice ?? new(),
            (choice ?? new()).PeriodOn(Paris.DayOf(Now)),
            state,
            (choice ?? new()).Company ? "Company" : "EMEA",
            by,
            slice,
            Format(culture)
        );

    public static BoardReader Reader(int rep, BoardMode mode = BoardMode.TopThree, long? before = 160) =>
        new(
            Id(rep),
            rep <= Reps.Count ? Reps[rep - 1] : "Max Neu",
            true,
            true,
            "EMEA",
            mode,
            before,
            3,
            true,
            false,
            [],
            PointRules.Default
        );

    /// <summary>A channel's part of a board of twelve.</summary>
    public static BoardView Channel(PeriodState state, IReadOnlyList<BoardRow>? rows = null, Period? period = null)
    {
        var all = rows ?? Rows();
        var slice = new BoardSlice(all.Count, [.. all.Take(BoardRows.InChannel)], null, [], null);
        return View(
            slice,
            BoardChoice.Of(period ?? Period.Of(PeriodKind.Week, new(2026, 11, 9)), new TeamId("emea"), BoardBy.Points),
            state: state
        );
    }

    private static long Score(int place, BoardBy by) =>
        (place is 1 or 2 ? 180 : 214 - (place * 15)) * (by is BoardBy.Revenue ? 12_345_67L : 1);
}
