using Gamification.Goals;
using Storage;

namespace Bot.Cards;

/// <summary>The board of the week as the reader sees it.</summary>
public sealed record DashboardBoard(BoardView View, BoardReader Reader);

/// <summary>What a person's dashboard is made of. A section that could not be read is null; the others are shown without it.</summary>
public sealed record Dashboard(DashboardBoard? Board, Cabinet? Badges, IReadOnlyList<GoalStanding>? Goals, ReaderFormat Format);

/// <summary>SPEC 8: the medals of the week, the latest badge and the top goal at a glance, and the way to each of them.</summary>
public static class DashboardCard
{
    /// <summary>The command that shows it.</summary>
    public const string Line = "performance";

    public static Card Compose(Dashboard dashboard)
    {
        var format = dashboard.Format;
        return new(
            format.Say($"Your performance"),
            [
                .. dashboard.Board is { } board
                    ? Board(board)
                    : [Missing(format.Say($"The board could not be read just now. Nothing is lost; try again in a minute."))],
                new CardPart.Divider(),
                dashboard.Badges is { } badges
                    ? DashboardBadge.Of(badges)
                    : Missing(format.Say($"Your badges could not be read just now. Nothing is lost; try again in a minute.")),
                dashboard.Goals is { } goals
                    ? DashboardGoal.Of(goals, format)
                    : Missing(format.Say($"Your goals could not be read just now. Nothing is lost; try again in a minute.")),
                Ways(format),
            ]
        );
    }

    private static IEnumerable<CardPart> Board(DashboardBoard board) =>
        [
            new CardPart.Text($"{board.View.Scope} · {BoardTitle.Standing(board.View)}", Tone.Subtle),
            .. LeaderboardCard.Places(board.View, board.Reader),
        ];

    private static CardPart.Text Missing(string why) => new(why, Tone.Warning);

    private static CardPart.Buttons Ways(ReaderFormat format) =>
        new([
            new(format.Say($"Leaderboard"), "leaderboard"),
            new(format.Say($"Goals"), "goals"),
            new(format.Say($"Badges"), "badges"),
            new(format.Say($"Rewards"), RewardsCard.Line),
        ]);
}
