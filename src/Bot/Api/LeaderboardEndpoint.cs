using Gamification;
using Gamification.Points;
using Storage;

namespace Bot.Api;

internal sealed record BoardRowAnswer(int Rank, string Person, string Name, long Score, string? Medal);

/// <param name="State"><c>open</c>, <c>grace</c>, <c>closed</c> or <c>reopened</c>.</param>
internal sealed record BoardAnswer(
    string Period,
    string Zone,
    DateTimeOffset? Starts,
    DateTimeOffset? Ends,
    string State,
    IReadOnlyList<BoardRowAnswer> Rows
);

internal static class LeaderboardEndpoint
{
    public static void MapLeaderboard(this IEndpointRouteBuilder api) =>
        api.MapGet("/leaderboard", ReadAsync)
            .Produces<BoardAnswer>()
            .ProducesProblem(400)
            .ProducesProblem(404)
            .WithSummary("A board: period=day·week·month·quarter·all or key=2026-W47, team, by=points·revenue·deals·quotes");

    private static async Task<IResult> ReadAsync(
        string? period,
        string? key,
        string? team,
        string? by,
        BoardAnswers boards,
        DirectoryReader directory,
        CancellationToken ct
    )
    {
        if (boards.PeriodOf(period, key) is not { } chosen)
            return Problems.Of(
                400,
                "Unknown period",
                "This is no period.",
                "Use period=day, week, month, quarter or all, or a key such as 2026-W47."
            );
        if (
            !Enum.TryParse<BoardMeasure>(by ?? "points", ignoreCase: true, out var measure)
            || !Enum.IsDefined(measure)
            || by?.All(char.IsAsciiLetter) == false
        )
            return Problems.Of(400, "Unknown measure", $"'{by}' is nothing a board ranks by.", "Use by=points, revenue, deals or quotes.");
        if (team is not null && await directory.FindTeamAsync(new(team), ct) is null)
            return Problems.Of(404, "No such team", "There is no team with this id.", "Create the team first: PUT /api/v1/teams/{id}.");

        var board = team is null ? BoardKey.Organisation : BoardKey.Team(new(team));
        return TypedResults.Ok(await boards.ReadAsync(board, chosen, measure, ct));
    }
}
