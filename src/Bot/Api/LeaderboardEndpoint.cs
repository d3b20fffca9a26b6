using Gamification;
using Gamification.Points;
using Storage;

namespace Bot.Api;

/// <param name="Score">By target in percent.</param>
internal sealed record BoardRowAnswer(int Rank, string Person, string Name, decimal Score, string? Medal);

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
            .WithSummary("A board: period=day·week·month·quarter·all or key=2026-W47, team, by=points·revenue·deals·quotes·target");

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
        var isByTarget = string.Equals(by, "target", StringComparison.OrdinalIgnoreCase);
        var measure = BoardMeasure.Points;
        if (!isByTarget && !IsMeasure(by, out measure))
            return Problems.Of(
                400,
                "Unknown measure",
                $"'{by}' is nothing a board ranks by.",
                "Use by=points, revenue, deals, quotes or target."
            );
        if (team is not null && await directory.FindTeamAsync(new(team), ct) is null)
            return Problems.Of(404, "No such team", "There is no team with this id.", "Create the team first: PUT /api/v1/teams/{id}.");

        var board = team is null ? BoardKey.Organisation : BoardKey.Team(new(team));
        return TypedResults.Ok(
            isByTarget
                ? await boards.ByTargetAsync(team is null ? null : new TeamId(team), chosen, ct)
                : await boards.ReadAsync(board, chosen, measure, ct)
        );
    }

    private static bool IsMeasure(string? by, out BoardMeasure measure) =>
        Enum.TryParse(by ?? "points", ignoreCase: true, out measure) && Enum.IsDefined(measure) && by?.All(char.IsAsciiLetter) != false;
}
