using Bot.Play;
using Microsoft.AspNetCore.Http.HttpResults;
using Storage;

namespace Bot.Api;

/// <param name="ClaimedAt">What the CRM claimed, where that lay more than 10 minutes in the future.</param>
/// <param name="Currency">Of its amount, where it has one.</param>
internal sealed record WaitingAnswer(
    string Id,
    string Connection,
    string ExternalId,
    string Type,
    string? Owner,
    string Reason,
    DateTimeOffset OccurredAt,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? ClaimedAt,
    string? Currency
);

/// <param name="Person">The person the fact's owner is.</param>
internal sealed record LinkBody(string? Person);

/// <param name="Reason">Why it shall not count; kept in the audit.</param>
internal sealed record DismissBody(string? Reason);

internal static class QuarantineEndpoints
{
    public static void MapQuarantine(this IEndpointRouteBuilder api)
    {
        api.MapGet("/quarantine", ListAsync)
            .Produces<IReadOnlyList<WaitingAnswer>>()
            .WithSummary("Facts that wait for a person, a rate or a word");
        api.MapGet("/quarantine/rejected", RejectedAsync)
            .Produces<IReadOnlyList<WaitingAnswer>>()
            .WithSummary("Facts that came after the close of their period and count nowhere, where the company rejects such");
        api.MapPost("/quarantine/{id}/link", LinkAsync)
            .Accepts<LinkBody>("application/json")
            .Produces(204)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .WithSummary("Links the fact's owner to a person and plays everything that waited for them, in business order");
        api.MapPost("/quarantine/{id}/accept", AcceptAsync)
            .Produces(204)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .WithSummary("Accepts the fact, credited now if it was too old");
        api.MapPost("/quarantine/{id}/dismiss", DismissAsync)
            .Accepts<DismissBody>("application/json")
            .Produces(204)
            .ProducesProblem(404)
            .WithSummary("Keeps the fact listed without counting it");
    }

    private static async Task<IResult> ListAsync(QuarantineReader quarantine, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<WaitingAnswer>>([.. (await quarantine.ListAsync(ct)).Select(AnswerOf)]);

    private static async Task<IResult> RejectedAsync(QuarantineReader quarantine, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<WaitingAnswer>>([.. (await quarantine.RejectedAsync(ct)).Select(AnswerOf)]);

    private static WaitingAnswer AnswerOf(WaitingFact fact) =>
        new(
            fact.Id,
            fact.Fact.Connection,
            fact.Fact.ExternalId,
            fact.Kind,
            fact.Owner,
            fact.Reason,
            fact.Occurred.ToDateTimeOffset(),
            fact.Received.ToDateTimeOffset(),
            fact.Claimed?.ToDateTimeOffset(),
            fact.Currency
        );

    private static async Task<IResult> LinkAsync(
        string id,
        HttpRequest request,
        QuarantineReader quarantine,
        DirectoryReader directory,
        DirectoryDesk desk,
        CancellationToken ct
    )
    {
        var (body, problem) = await JsonBody.ReadAsync<LinkBody>(request, ct);
        if (body is null)
            return problem!;
        if (await quarantine.FindAsync(id, ct) is not { } fact)
            return NotWaiting();
        if (fact.Owner is null)
            return Problems.Of(409, "Nobody to link", "This fact names no owner.", "Accept or dismiss it.");
        if (string.IsNullOrEmpty(body.Person) || await directory.RecordAsync(new(body.Person), ct) is null)
            return JsonBody.Invalid("/person", "There is no such person.", "Create the person first: PUT /api/v1/people/{id}.");

        return await desk.LinkAsync(fact.Fact.Connection, fact.Owner, new(body.Person), "api", ct) is { } refusal
            ? Problems.Of(
                409,
                "Not linked",
                FormattableString.Invariant(PutRefusalWords.Of(refusal)),
                "Change the person who has this identity first.",
                refusal.Field
            )
            : TypedResults.NoContent();
    }

    private static async Task<IResult> AcceptAsync(string id, QuarantineReader quarantine, DirectoryDesk desk, CancellationToken ct)
    {
        if (await quarantine.FindAsync(id, ct) is not { } fact)
            return NotWaiting();
        return await desk.AcceptAsync(fact.Fact, "api", ct) is { } why
            ? Problems.Of(
                409,
                "Not accepted",
                FormattableString.Invariant(why),
                "Link the owner or enter the rate it waits for, then accept it."
            )
            : TypedResults.NoContent();
    }

    private static async Task<IResult> DismissAsync(
        string id,
        HttpRequest request,
        QuarantineReader quarantine,
        DirectoryDesk desk,
        CancellationToken ct
    )
    {
        var (body, problem) = await JsonBody.ReadAsync<DismissBody>(request, ct);
        if (body is null)
            return problem!;
        if (string.IsNullOrWhiteSpace(body.Reason) || body.Reason.Length > 500)
            return JsonBody.Invalid("/reason", "A reason has 1 to 500 characters.");
        return await quarantine.FindAsync(id, ct) is { } fact && await desk.DismissAsync(fact.Fact, "api", body.Reason, ct)
            ? TypedResults.NoContent()
            : NotWaiting();
    }

    private static ProblemHttpResult NotWaiting() =>
        Problems.Of(
            404,
            "Nothing waits under this id",
            "It was resolved already, or never waited.",
            "List what waits: GET /api/v1/quarantine."
        );
}
