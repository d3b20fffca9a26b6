using Bot.Goals;
using Bot.Prizes;
using Bot.Settings;
using Gamification;
using Gamification.Rewards;
using Microsoft.AspNetCore.Http.HttpResults;
using Storage;

namespace Bot.Api;

/// <param name="Recipient">A person's id; of what is given once to all, the subject: <c>team:emea</c>.</param>
/// <param name="Revision">0 gives, 1 takes back, 2 gives again.</param>
internal sealed record GrantLineAnswer(string Recipient, string Reward, long Amount, int Revision, string Reason);

internal sealed record RecipientChangeAnswer(string Person, bool Added, string By, DateTimeOffset At, string Reason);

/// <param name="Key">Percent-encoded in a path.</param>
/// <param name="Activity">The one that reached the tier.</param>
/// <param name="State"><c>granted</c>, <c>reversed</c>, or <c>empty</c> where there was nobody to give it to.</param>
/// <param name="Kept">Who keeps it although a later fact shows that the tier was never reached.</param>
/// <param name="Version">The version of the goal whose rewards are given.</param>
internal sealed record GrantAnswered(
    string Key,
    string Goal,
    string Subject,
    string Tier,
    string Period,
    DateTimeOffset GrantedAt,
    string Activity,
    string State,
    int Version,
    string? Kept,
    IReadOnlyList<GrantLineAnswer> Lines,
    IReadOnlyList<RecipientChangeAnswer> Changes
)
{
    public static GrantAnswered Of(GrantView grant) =>
        new(
            grant.Key.ToString(),
            grant.Key.Scope.Goal.Value,
            grant.Key.Scope.Subject.Value,
            JsonNames.Of(grant.Key.Tier),
            grant.Key.Scope.Period.Value,
            grant.Credited.ToDateTimeOffset(),
            grant.Activity.ToString(),
            grant.IsStanding ? "granted"
                : grant.Lines.Count == 0 ? "empty"
                : "reversed",
            grant.Version,
            grant.KeptBy,
            [
                .. grant.Lines.Select(line => new GrantLineAnswer(
                    line.Recipient.Person?.Value ?? line.Recipient.Value,
                    line.Reward,
                    line.Amount,
                    line.Revision,
                    line.Reason
                )),
            ],
            [
                .. grant.Changes.Select(change => new RecipientChangeAnswer(
                    change.Person.Value,
                    change.IsAdded,
                    change.By,
                    change.At.ToDateTimeOffset(),
                    change.Reason
                )),
            ]
        );
}

/// <param name="Reason">Why; kept in the audit.</param>
internal sealed record KeepBody(string? Reason);

/// <param name="Add">People who receive it too.</param>
/// <param name="Remove">People who are left out.</param>
internal sealed record RecipientsBody(IReadOnlyList<string?>? Add, IReadOnlyList<string?>? Remove, string? Reason);

internal static class GrantEndpoints
{
    private const int Most = 1_000;
    private const int LongestReason = 500;

    public static void MapGrants(this IEndpointRouteBuilder api)
    {
        api.MapGet("/grants", ListAsync)
            .Produces<IReadOnlyList<GrantAnswered>>()
            .ProducesProblem(400)
            .WithSummary("What was granted, the newest first: goal=, period=2026-11");
        api.MapPost("/grants/{key}/keep", KeepAsync)
            .Accepts<KeepBody>("application/json")
            .Produces<GrantAnswered>()
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .WithSummary("Keeps a grant of a team or the organisation that a late fact would take back: {reason}");
        api.MapPost("/grants/{key}/recipients", RecipientsAsync)
            .Accepts<RecipientsBody>("application/json")
            .Produces<GrantAnswered>()
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .WithSummary("Adds recipients of a grant of a team or the organisation, or leaves some out: {add?, remove?, reason}");
    }

    private static async Task<IResult> ListAsync(string? goal, string? period, GrantReader grants, CancellationToken ct)
    {
        if (period is not null && Gamification.Time.Period.Parse(new(period)) is null)
            return Problems.Of(400, "No such period", "This is no period.", "Name it like 2026-W47, 2026-11 or 2026-Q4.", "period");

        var found = await grants.ListAsync(goal is null ? null : new(goal), period is null ? null : new(period), Most, ct);
        return TypedResults.Ok<IReadOnlyList<GrantAnswered>>([.. found.Select(GrantAnswered.Of)]);
    }

    private static async Task<IResult> KeepAsync(string key, HttpRequest request, GrantDesk desk, CancellationToken ct)
    {
        var (body, problem) = await JsonBody.ReadAsync<KeepBody>(request, ct);
        return body is null ? problem!
            : ReasonFault(body.Reason) is { } wrong ? wrong
            : KeyOf(key) is { } grant ? AnswerOf(await desk.KeepAsync(GoalAuthor.Api, grant, body.Reason!, ct))
            : NoSuchGrant();
    }

    private static async Task<IResult> RecipientsAsync(string key, HttpRequest request, GrantDesk desk, CancellationToken ct)
    {
        var (body, problem) = await JsonBody.ReadAsync<RecipientsBody>(request, ct);
        return body is null ? problem!
            : ReasonFault(body.Reason) is { } wrong ? wrong
            : KeyOf(key) is { } grant
                ? AnswerOf(await desk.ChangeRecipientsAsync(GoalAuthor.Api, grant, People(body.Add), People(body.Remove), body.Reason!, ct))
            : NoSuchGrant();
    }

    private static IReadOnlyList<PersonId> People(IReadOnlyList<string?>? ids) =>
        [.. (ids ?? []).Select(id => new PersonId(id ?? "")).Distinct()];

    private static IResult AnswerOf(GrantAnswer answer) =>
        answer switch
        {
            GrantAnswer.Done(var grant) => TypedResults.Ok(GrantAnswered.Of(grant)),
            GrantAnswer.NotFound => NoSuchGrant(),
            GrantAnswer.Forbidden(var right) => Problems.RightIsMissing(right),
            GrantAnswer.Refused("key", var message, var remedy) => Problems.Of(
                409,
                "Not of a grant like this",
                FormattableString.Invariant(message),
                FormattableString.Invariant(remedy)
            ),
            GrantAnswer.Refused(var field, var message, var remedy) => JsonBody.Invalid([JsonFieldFault.Of(new(field, message, remedy))]),
            _ => throw new System.Diagnostics.UnreachableException($"No answer for {answer.GetType().Name}."),
        };

    private static ProblemHttpResult? ReasonFault(string? reason) =>
        string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason
            ? JsonBody.Invalid("/reason", "A reason has 1 to 500 characters.", "Say why: everybody who reads the audit will ask.")
            : null;

    /// <summary>A path keeps %2F as it is written.</summary>
    private static GrantKey? KeyOf(string key) => GrantKeys.Parse(Uri.UnescapeDataString(key));

    private static ProblemHttpResult NoSuchGrant() =>
        Problems.Of(404, "No such grant", "There is no grant with this key.", "List grants: GET /api/v1/grants; encode / in a key as %2F.");
}
