using Bot.Goals;
using Gamification;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime.Text;

namespace Bot.Api;

/// <param name="HoldsFrom">The first day its newest version holds.</param>
/// <param name="Deferred">Why an edit waits for the next period: what of it is not in people's favour.</param>
internal sealed record AssignedGoalAnswer(WrittenGoal Goal, string HoldsFrom, IReadOnlyList<JsonFieldFault> Deferred);

/// <param name="At">When it was changed.</param>
/// <param name="Fields">What was changed.</param>
internal sealed record GoalChangeAnswer(string By, DateTimeOffset At, IReadOnlyList<string> Fields, string? Reason);

internal static class AssignedGoalEndpoints
{
    private const int LongestReason = 500;

    public static void MapAssignedGoals(this IEndpointRouteBuilder api)
    {
        api.MapPut("/goals/{id}", PutAsync)
            .Accepts<WrittenGoal>("application/json")
            .Produces<AssignedGoalAnswer>()
            .ProducesProblem(400)
            .ProducesProblem(409)
            .ProducesProblem(412)
            .WithSummary(
                "Makes, publishes or edits a goal for others. What is left out stays, null takes it away; also {reason?, version?, holds?: "
                    + "now·nextPeriod}. What is not in people's favour holds from the next period. If-Match or version: nobody came between"
            );
        api.MapDelete("/goals/{id}", ArchiveAsync)
            .Produces(204)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(412)
            .WithSummary("Archives a goal for others; what it granted stays. ?reason=");
    }

    private static async Task<IResult> PutAsync(
        string id,
        HttpRequest request,
        AssignedGoalDesk desk,
        Organisation organisation,
        CancellationToken ct
    )
    {
        if (ApiText.ProblemWithId(id) is { } wrongId)
            return wrongId;
        if (!TryVersion(request, out var known))
            return WrongVersion();
        var (body, problem) = await JsonBody.ReadObjectAsync(request, ct);
        using var document = body;
        if (document is null)
            return problem!;

        IReadOnlyList<JsonFieldFault> faults = [];
        var answer = await desk.PutAsync(
            GoalAuthor.Api,
            new(id),
            stored =>
            {
                var reading = GoalReading.Of(document.RootElement, stored);
                faults = [.. reading.Faults, .. ReasonFaults(reading.Wish.Reason)];
                return faults.Count > 0 ? null : reading.Wish with { Version = reading.Wish.Version ?? known };
            },
            ct
        );
        if (answer is null)
            return JsonBody.Invalid(faults);
        if (answer is not AssignedAnswer.Done done)
            return Refusal(answer);

        request.HttpContext.Response.Headers.ETag = $"\"{done.Goal.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture)}\"";
        return TypedResults.Ok(
            new AssignedGoalAnswer(
                WrittenGoal.Of(done.Goal, organisation),
                LocalDatePattern.Iso.Format(done.From),
                [.. done.Deferred.Select(JsonFieldFault.Of)]
            )
        );
    }

    private static async Task<IResult> ArchiveAsync(
        string id,
        string? reason,
        HttpRequest request,
        AssignedGoalDesk desk,
        CancellationToken ct
    )
    {
        if (ApiText.ProblemWithId(id) is { } wrongId)
            return wrongId;
        if (!TryVersion(request, out var known))
            return WrongVersion();
        if (ReasonFaults(reason) is { Count: > 0 } faults)
            return JsonBody.Invalid(faults);

        var answer = await desk.ArchiveAsync(GoalAuthor.Api, new(id), known, reason, ct);
        return answer is AssignedAnswer.Done ? TypedResults.NoContent() : Refusal(answer);
    }

    private static ProblemHttpResult Refusal(AssignedAnswer answer) =>
        answer switch
        {
            AssignedAnswer.Invalid(var faults) => JsonBody.Invalid([.. faults.Select(JsonFieldFault.Of)]),
            AssignedAnswer.NotNow(var faults) => JsonBody.Invalid([.. faults.Select(JsonFieldFault.Of)], 409, "Not of a goal like this"),
            AssignedAnswer.Conflict conflict => Changed(conflict),
            AssignedAnswer.Forbidden(var right) => Problems.RightIsMissing(right),
            AssignedAnswer.NotFound => Problems.Of(
                404,
                "No such goal",
                "There is no goal for others with this id, or it is archived.",
                "A personal goal is its owner's to change; make one for others with another id: PUT /api/v1/goals/{id}."
            ),
            _ => throw new System.Diagnostics.UnreachableException($"No answer for {answer.GetType().Name}."),
        };

    /// <summary>412: nothing was stored; it names what somebody else did meanwhile.</summary>
    private static ProblemHttpResult Changed(AssignedAnswer.Conflict conflict)
    {
        var fields = string.Join(", ", conflict.Changes.SelectMany(change => change.Fields).Distinct());
        var problem = Problems.Details(
            412,
            "Somebody else changed it",
            fields.Length == 0 ? "The goal is not at the version that was read." : $"Since it was read these were changed: {fields}.",
            "Read the goal again and send the change with its version.",
            "/version"
        );
        problem.Extensions["version"] = conflict.Version;
        problem.Extensions["changes"] = conflict.Changes.Select(change => new GoalChangeAnswer(
            change.By,
            change.At.ToDateTimeOffset(),
            change.Fields,
            change.Reason
        ));
        return TypedResults.Problem(problem);
    }

    private static IReadOnlyList<JsonFieldFault> ReasonFaults(string? reason) =>
        reason is null || (reason.Trim().Length is > 0 and <= LongestReason && !reason.Any(char.IsControl))
            ? []
            : [new("/reason", $"A reason has 1 to {LongestReason} visible characters.", "Say why, or leave it out.")];

    /// <summary><c>If-Match: "3"</c>; none or <c>*</c>: whatever there is.</summary>
    private static bool TryVersion(HttpRequest request, out int? version)
    {
        version = null;
        var text = request.Headers.IfMatch.ToString().Trim();
        if (text is "" or "*")
            return true;
        if (text is not ['"', .. var digits, '"'] || !int.TryParse(digits, System.Globalization.NumberStyles.None, null, out var known))
            return false;

        version = known;
        return true;
    }

    private static ProblemHttpResult WrongVersion() =>
        Problems.Of(400, "No such version", "If-Match is no version of a goal.", "Send it as it came in ETag: If-Match: \"3\".");
}
