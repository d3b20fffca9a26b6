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

    private const string Away = "could not be read just now. Nothing is lost; try again in a minute.";

    public static Card Compose(Dashboard dashboard) =>
        new(
            "Your performance",
            [
                .. dashboard.Board is { } board ? Board(board) : [Missing("The board")],
                new CardPart.Divider(),
                dashboard.Badges is { } badges ? DashboardBadge.Of(badges) : Missing("Your badges"),
                dashboard.Goals is { } goals ? DashboardGoal.Of(goals, dashboard.Format) : Missing("Your goals"),
                Ways,
            ]
        );

    private static IEnumerable<CardPart> Board(DashboardBoard board) =>
        [
            new CardPart.Text($"{board.View.Scope} · {BoardTitle.Standing(board.View)}", Tone.Subtle),
            .. LeaderboardCard.Places(board.View, board.Reader),
        ];

    private static CardPart.Text Missing(string section) => new($"{section} {Away}", Tone.Warning);

    private static CardPart.Buttons Ways { get; } =
        new([new("Leaderboard", "leaderboard"), new("Goals", "goals"), new("Badges", "badges"), new("Rewards", RewardsCard.Line)]);
}
