using System.Globalization;
using Bot.Settings;
using Gamification;
using Gamification.Goals;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Storage;

namespace Bot.Api;

/// <param name="Type"><c>quotes</c>, <c>revenue</c>, <c>responseTime</c> or <c>activeDays</c>.</param>
/// <param name="Unit"><c>quotes</c>, a currency (major units), <c>seconds</c> or <c>days</c>.</param>
/// <param name="Actual">Null for a median of no replies.</param>
/// <param name="Percent">Attainment, rounded down to two decimals; more than 100 as it is.</param>
/// <param name="OnTrack">Only for a median that is not decided yet.</param>
/// <param name="Name">Of a goal that a manager gave.</param>
/// <param name="Subject">Whose: <c>person:ana</c>, or <c>members:emea</c> for one of everybody in a team.</param>
internal sealed record GoalAnswer(
    string Id,
    string Type,
    string Unit,
    decimal Target,
    decimal? Actual,
    double Percent,
    string Period,
    string Zone,
    DateTimeOffset Starts,
    DateTimeOffset Ends,
    string State,
    bool? OnTrack,
    int? Replies,
    bool Shared,
    string Subject,
    string? Name,
    IReadOnlyList<TierAnswer>? Tiers
);

/// <param name="Trigger">The actual at which it is reached.</param>
/// <param name="State"><c>locked</c>, <c>active</c>, <c>reached</c> or <c>reversed</c>.</param>
internal sealed record TierAnswer(string Kind, string? Label, decimal Trigger, string State, DateTimeOffset? ReachedAt);

/// <param name="Tiers">None of a personal goal, which has its target only.</param>
/// <param name="Unit">Response time is in <c>minutes</c> where a manager set it, and in <c>seconds</c> where the owner did.</param>
internal sealed record GoalProgressAnswer(
    string Period,
    string Zone,
    DateTimeOffset Starts,
    DateTimeOffset Ends,
    decimal? Actual,
    decimal Target,
    double AttainmentPercent,
    IReadOnlyList<TierAnswer> Tiers,
    string State,
    string Unit,
    string Subject
);

internal static class GoalEndpoints
{
    public static void MapGoals(this IEndpointRouteBuilder api)
    {
        api.MapGet("/people/{id}/goals", ListAsync)
            .Produces<IReadOnlyList<GoalAnswer>>()
            .ProducesProblem(404)
            .WithSummary("A person's own goals, then those that managers gave them, in their present periods, the oldest first");
        api.MapGet("/goals/{id}/progress", ProgressAsync)
            .Produces<GoalProgressAnswer>()
            .ProducesProblem(400)
            .ProducesProblem(404)
            .WithSummary("How far a goal is; period=2026-W47 asks for another than the present one, subject=ana names one of the members");
    }

    private static async Task<IResult> ListAsync(
        string id,
        DirectoryReader directory,
        GoalReader goals,
        AssignedGoalReader assigned,
        Organisation organisation,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (ApiText.ProblemWithId(id) is { } wrongId)
            return wrongId;
        if (await directory.RecordAsync(new(id), ct) is null)
            return PersonEndpoints.NoSuchPerson();

        var standings = await goals.OfAsync(new(id), new(id), clock.Now(), ct);
        var given = await assigned.OfAsync(new(id), clock.Now(), ct);
        return TypedResults.Ok<IReadOnlyList<GoalAnswer>>([
            .. standings.Select(standing => AnswerOf(standing, organisation)),
            .. given.Select(goal => AssignedGoalAnswers.Of(goal, organisation)),
        ]);
    }

    private static async Task<IResult> ProgressAsync(
        string id,
        string? period,
        string? subject,
        GoalReader goals,
        AssignedGoalReader assigned,
        Organisation organisation,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (ApiText.ProblemWithId(id) is { } wrongId)
            return wrongId;
        if (period is not null && Gamification.Time.Period.Parse(new(period)) is null)
            return Problems.Of(400, "No such period", "This is no period.", "Name it like 2026-W47, 2026-11 or 2026-Q4.", "period");
        if (await goals.GoalAsync(new(id), ct) is { Assignment: not null } goal)
            return await AssignedAsync(goal, period, subject, assigned, organisation, clock, ct);

        var standing = await goals.FindAsync(new(id), period is null ? null : new(period), clock.Now(), ct);
        return standing is null
                ? NotFound("There is no such goal, or it was not there in this period.", "List goals: GET /api/v1/people/{id}/goals.")
            : subject is not null && standing.Goal.Subject.Person?.Value != subject
                ? NotFound("This goal is not one of that person.", "Leave subject out, or name the owner.")
            : TypedResults.Ok(ProgressOf(standing, organisation));
    }

    private static async Task<IResult> AssignedAsync(
        Goal goal,
        string? period,
        string? subject,
        AssignedGoalReader assigned,
        Organisation organisation,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (AssignedGoalAnswers.SubjectOf(goal, subject) is not { } of)
            return subject is null
                ? Problems.Of(400, "Whose progress?", "Everyone of the team has this goal alone.", "Name one: subject=ana.", "subject")
                : NotFound("This goal is not one of that subject.", "Leave subject out, or name one whose goal it is.");

        var standing = await assigned.FindAsync(goal, of, period is null ? null : new(period), clock.Now(), ct);
        return standing is null
            ? NotFound("The goal is not there in this period.", "Ask for a period in which it is played.")
            : TypedResults.Ok(AssignedGoalAnswers.ProgressOf(standing, organisation));
    }

    private static GoalAnswer AnswerOf(GoalStanding standing, Organisation organisation) =>
        new(
            standing.Goal.Id.Value,
            standing.Goal.Type.Name,
            UnitOf(standing.Goal.Type, organisation),
            Written(standing.Goal.Type, standing.Target, organisation),
            standing.Actual is { } actual ? Written(standing.Goal.Type, actual, organisation) : null,
            Percent(standing),
            standing.Period.Key.Value,
            standing.Zone.Id,
            standing.Starts.ToDateTimeOffset(),
            standing.Ends.ToDateTimeOffset(),
            Text(standing.State),
            standing.OnTrack,
            standing.Replies,
            standing.Goal.Shared,
            standing.Goal.Subject.Value,
            Name: null,
            Tiers: null
        );

    private static GoalProgressAnswer ProgressOf(GoalStanding standing, Organisation organisation) =>
        new(
            standing.Period.Key.Value,
            standing.Zone.Id,
            standing.Starts.ToDateTimeOffset(),
            standing.Ends.ToDateTimeOffset(),
            standing.Actual is { } actual ? Written(standing.Goal.Type, actual, organisation) : null,
            Written(standing.Goal.Type, standing.Target, organisation),
            Percent(standing),
            [],
            Text(standing.State),
            UnitOf(standing.Goal.Type, organisation),
            standing.Goal.Subject.Value
        );

    public static double Percent(GoalStanding standing) => standing.BasisPoints / 100.0;

    private static string Text(GoalState state) => state.ToString().ToLowerInvariant();

    /// <summary>Money in major units; everything else as it is kept, so that a median is a whole number.</summary>
    public static decimal Written(GoalType type, long kept, Organisation organisation) =>
        type.Unit is GoalUnit.Money ? GoalCheck.Written(type.Metric, kept, organisation) : kept;

    public static string UnitOf(GoalType type, Organisation organisation) =>
        type.Unit switch
        {
            GoalUnit.Money => organisation.Currency,
            GoalUnit.Minutes => "seconds",
            _ => type.Unit.ToString().ToLower(CultureInfo.InvariantCulture),
        };

    private static ProblemHttpResult NotFound(string detail, string remedy) => Problems.Of(404, "No such goal", detail, remedy);
}
