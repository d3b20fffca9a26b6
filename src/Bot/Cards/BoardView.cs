using Gamification;
using Gamification.People;
using Gamification.Points;
using Storage;
using Period = Gamification.Time.Period;

namespace Bot.Cards;

/// <summary>A board as it was read, ready to be drawn for everybody.</summary>
/// <param name="Scope">The team's name, or the company.</param>
/// <param name="Choice">What was asked for, so that the selectors can ask for its neighbours.</param>
public sealed record BoardView(
    BoardChoice Choice,
    Period Period,
    PeriodState State,
    string Scope,
    BoardBy By,
    BoardSlice Slice,
    ReaderFormat Format
);

/// <summary>Who reads a board, and what only they are shown.</summary>
/// <param name="Team">The name of the reader's team, for the scope selector; null without one.</param>
/// <param name="IsOnBoard">Whether the reader's activities count on this board.</param>
/// <param name="Before">The reader's score in the same number of days of the period before; null where there is none.</param>
/// <param name="ComparedDays">That number of days; null when it was the whole period.</param>
public sealed record BoardReader(
    PersonId Id,
    string Name,
    bool Ranked,
    bool IsOnBoard,
    string? Team,
    BoardMode Mode,
    long? Before,
    int? ComparedDays,
    bool MayShare,
    bool Shared,
    IReadOnlyList<string> NotUnderstood,
    PointRules Rules
)
{
    /// <summary>Who only looks, and shares nothing.</summary>
    /// <param name="team">Whose board it is; null for the company's.</param>
    public static BoardReader Of(PersonView person, TeamView? team, (long? Score, int? Days) before, PointRules rules) =>
        new(
            person.Id,
            person.Name,
            person.Ranked,
            team is null || team.Id == person.Team?.Id,
            person.Team?.Name,
            team?.BoardMode ?? BoardMode.TopThree,
            before.Score,
            before.Days,
            MayShare: false,
            Shared: false,
            [],
            rules
        );
}
