using Gamification;
using Gamification.Time;
using NodaTime;
using Storage;
using Period = Gamification.Time.Period;

namespace Bot.Cards;

/// <summary>What a board may be ordered by.</summary>
public enum BoardBy
{
    Points,
    Revenue,
    Deals,
    Quotes,

    /// <summary>Percent of the own target.</summary>
    Target,
}

/// <summary>Which board a person wants: a period, a scope and a measure. Every choice can be written as a command line again.</summary>
/// <param name="Last">The period before the running one.</param>
/// <param name="Named">One period by its key, whatever runs now: what a post shows stays what its button asks for.</param>
/// <param name="Team">A team's id, lower-cased; null for the reader's own.</param>
/// <param name="By">Null for the board's default.</param>
public sealed record BoardChoice(
    PeriodKind Kind = PeriodKind.Week,
    bool Last = false,
    PeriodKey? Named = null,
    string? Team = null,
    bool Company = false,
    BoardBy? By = null
)
{
    public const string TeamPrefix = "team:";

    /// <summary>The command line of this board.</summary>
    public string Line => string.Join(' ', ((string?[])["leaderboard", PeriodWords, ScopeWord, ByWords]).OfType<string>());

    /// <summary>The period it means on a day; an unknown or closed-off key falls back to the running period of the kind.</summary>
    public Period PeriodOn(LocalDate today)
    {
        var running = (Named is { } key ? Period.Parse(key) : null) ?? Period.Of(Kind, today);
        return Last ? running.Previous ?? running : running;
    }

    public static BoardChoice Of(Period period, TeamId? team, BoardBy? by = null) =>
        new(period.Kind, Named: period.Key, Team: team?.Value, Company: team is null, By: by);

    /// <summary>What storage ranks by; null for what it cannot rank.</summary>
    public static BoardMeasure? MeasureOf(BoardBy by) =>
        by switch
        {
            BoardBy.Points => BoardMeasure.Points,
            BoardBy.Revenue => BoardMeasure.Revenue,
            BoardBy.Deals => BoardMeasure.Deals,
            BoardBy.Quotes => BoardMeasure.Quotes,
            _ => null,
        };

    private string PeriodWords
    {
        get
        {
            var word = Kind is PeriodKind.Day ? "today" : Lower(Kind);
            return Named?.Value.ToLowerInvariant() ?? (Last ? $"last {(Kind is PeriodKind.Day ? "day" : word)}" : word);
        }
    }

    private string ScopeWord =>
        Company ? "company"
        : Team is { } team ? TeamPrefix + team
        : "team";

    private string? ByWords => By is { } by ? $"by {Lower(by)}" : null;

    private static string Lower<T>(T word)
        where T : struct, Enum => word.ToString().ToLowerInvariant();
}
