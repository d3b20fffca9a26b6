using System.Globalization;
using Bot.Play;
using Gamification;
using Gamification.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime.Text;
using Period = Gamification.Time.Period;

namespace Bot.Api;

/// <param name="Reason">Why, for the audit.</param>
/// <param name="Also">Further periods that are reopened with it.</param>
internal sealed record ReopenBody(string? Reason, IReadOnlyList<string?>? Also);

internal static class PeriodEndpoints
{
    private const int LongestReason = 500;
    private const int MostPeriods = 100;

    public static void MapPeriods(this IEndpointRouteBuilder api)
    {
        api.MapGet("/periods/{key}", FindAsync)
            .Produces<ClosedPeriodAnswer>()
            .ProducesProblem(400)
            .ProducesProblem(404)
            .WithSummary(
                "What the closes of a period kept: their hashes, and its goals as the latest left them; version=1 asks for an earlier one"
            );
        api.MapPost("/periods/{key}/close", CloseAsync)
            .Produces(204)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .WithSummary("Closes an ended week, month or quarter for everyone, with a snapshot of its boards");
        api.MapPost("/periods/{key}/reopen", ReopenAsync)
            .Accepts<ReopenBody>("application/json")
            .Produces<VerificationAnswer>()
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .WithSummary("Opens a closed period again: {reason, also?}; what came late for it goes back into it");
    }

    private static async Task<IResult> FindAsync(string key, string? version, CloseAnswers answers, CancellationToken ct)
    {
        int? asked = null;
        if (version is not null)
            if (int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                asked = number;
            else
                return Problems.Of(
                    400,
                    "No such version",
                    "A version is a whole number from 1 on.",
                    "Leave it out for the latest.",
                    "version"
                );

        return Period.Parse(new(key)) is not { Kind: not (PeriodKind.Day or PeriodKind.All) } period
                ? Problems.Of(404, "No such period", "This is no period that is closed.", "Name it like 2026-W44, 2026-10 or 2026-Q4.")
            : await answers.FindAsync(period, asked, ct) is { } answer ? TypedResults.Ok(answer)
            : Problems.Of(404, "No such close", $"{period.Key} was not closed so often.", "Leave version out, or ask when it is closed.");
    }

    private static async Task<IResult> CloseAsync(string key, PeriodDesk desk, Organisation organisation, CancellationToken ct)
    {
        if (Find(key) is not { } period)
            return Unknown();

        return await desk.CloseAsync(period, "api", ct) switch
        {
            null => TypedResults.NoContent(),
            PeriodRefusal.NotEnded(var until) => Problems.Of(
                409,
                "Not over yet",
                $"{period.Key} ends at {OffsetDateTimePattern.GeneralIso.Format(until.InZone(organisation.Zone).ToOffsetDateTime())}.",
                "Close it then; it is closed by schedule when its grace is over."
            ),
            _ => Problems.Of(409, "Closed already", $"{period.Key} is closed.", "Reopen it first if it has to be corrected."),
        };
    }

    private static async Task<IResult> ReopenAsync(string key, HttpRequest request, PeriodDesk desk, CancellationToken ct)
    {
        var (body, problem) = await JsonBody.ReadAsync<ReopenBody>(request, ct);
        if (body is null)
            return problem!;
        if (Find(key) is not { } period)
            return Unknown();
        if (string.IsNullOrWhiteSpace(body.Reason) || body.Reason.Length > LongestReason)
            return JsonBody.Invalid("/reason", "A reason has 1 to 500 characters.", "Say why: everybody who reads the audit will ask.");

        var also = body.Also ?? [];
        if (also.Count > MostPeriods)
            return JsonBody.Invalid("/also", $"At most {MostPeriods} periods at once.");
        foreach (var (at, other) in also.Index())
            if (Find(other) is null)
                return JsonBody.Invalid($"/also/{at}", "This is no week, month or quarter.", "Name it like 2026-W44, 2026-10 or 2026-Q4.");

        PeriodKey[] periods = [.. also.Select(other => Find(other)!.Key).Prepend(period.Key).Distinct()];
        var (refusal, report) = await desk.ReopenAsync(periods, body.Reason, "api", ct);
        return refusal switch
        {
            null => TypedResults.Ok(VerificationAnswer.Of(report!)),
            PeriodRefusal.Together(var together) => Problems.Of(
                409,
                "Together or not at all",
                $"What came late for {string.Join(", ", periods)} also lies in {string.Join(", ", together)}, closed as well.",
                $"Reopen them together: \"also\": [{string.Join(", ", together.Concat(periods[1..]).Select(other => $"\"{other}\""))}].",
                "/also"
            ),
            _ => Problems.Of(409, "Not closed", $"{string.Join(" or ", periods)} is not closed.", "Only what is closed can be reopened."),
        };
    }

    /// <summary>Null for what is never closed for everyone: days, all time, ranges of goals.</summary>
    private static Period? Find(string? key) =>
        key is not null && Period.Parse(new(key)) is { Kind: PeriodKind.Week or PeriodKind.Month or PeriodKind.Quarter } period
            ? period
            : null;

    private static ProblemHttpResult Unknown() =>
        Problems.Of(404, "No such period", "This is no week, month or quarter.", "Name it like 2026-W44, 2026-10 or 2026-Q4.");
}
