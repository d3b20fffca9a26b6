using Bot.Cards;
using Bot.Explaining;
using Bot.Play;
using Bot.Settings;
using Gamification;
using Gamification.Activities;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Text;
using Storage;

namespace Bot.Api;

/// <param name="Unit"><c>points</c> or <c>coins</c>.</param>
/// <param name="Activity">The activity that caused the line: connection and external id.</param>
/// <param name="Goal">Of coins: the goal that gave them, or whose prize was paid.</param>
/// <param name="Grant">Of coins: the key of the grant.</param>
internal sealed record LedgerAnswer(
    DateTimeOffset At,
    string Unit,
    long Amount,
    string Rule,
    string Reason,
    string? Activity,
    string? Goal,
    string? Grant,
    int Revision
);

/// <param name="Imported">True when it was unlocked in the imported past; else absent.</param>
internal sealed record BadgeAnswer(
    string Id,
    string Name,
    string Category,
    string State,
    long Value,
    long Threshold,
    DateTimeOffset? EarnedAt,
    int Count,
    bool? Imported
);

internal sealed record WhyAnswered(IReadOnlyList<string> Sentences);

internal static class PersonEndpoints
{
    private const int MostLines = 10_000;

    public static void MapPersonRecords(this IEndpointRouteBuilder api)
    {
        api.MapPut("/people/{id}", PutAsync)
            .Accepts<PersonBody>("application/json")
            .Produces(204)
            .ProducesProblem(400)
            .ProducesProblem(409)
            .WithSummary("Creates or changes a person");
        api.MapGet("/people/{id}/ledger", LedgerAsync)
            .Produces<IReadOnlyList<LedgerAnswer>>()
            .ProducesProblem(404)
            .WithSummary("The lines behind a person's points, or with unit=coins behind the wallet, newest first");
        api.MapGet("/people/{id}/badges", BadgesAsync)
            .Produces<IReadOnlyList<BadgeAnswer>>()
            .ProducesProblem(404)
            .WithSummary("A person's badges, earned and locked");
        api.MapGet("/people/{id}/why", WhyAsync)
            .Produces<WhyAnswered>()
            .ProducesProblem(400)
            .ProducesProblem(404)
            .WithSummary(
                "Why a score, badge, goal, tier or grant is as it is, in sentences: about=badge:closer, about=activity, about=goal:{id}, about=goal:{id} super, about=grant:{key}"
            );
    }

    private static async Task<IResult> PutAsync(
        string id,
        HttpRequest request,
        DirectoryDesk desk,
        DirectoryReader directory,
        Organisation organisation,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (ApiText.ProblemWithId(id) is { } wrongId)
            return wrongId;
        var (body, problem) = await JsonBody.ReadAsync<PersonBody>(request, ct);
        if (body is null)
            return problem!;

        var stored = await directory.RecordAsync(new(id), ct);
        var reading = PersonParser.Parse(new(id), body, stored, organisation.Zone, organisation.DayOf(clock.Now()));
        if (reading.Person is not { } person)
            return JsonBody.Invalid(reading.Pointer, reading.Reason);

        return await desk.PutPersonAsync(person, "api", ct) is { } refusal
            ? Problems.Of(
                409,
                "The person was not stored",
                FormattableString.Invariant(PutRefusalWords.Of(refusal)),
                "Change this member, or the person who has it.",
                refusal.Field
            )
            : TypedResults.NoContent();
    }

    private static async Task<IResult> LedgerAsync(
        string id,
        string? unit,
        string? from,
        string? to,
        DirectoryReader directory,
        LedgerReader ledger,
        WalletReader wallets,
        CancellationToken ct
    )
    {
        if (await directory.RecordAsync(new(id), ct) is null)
            return NoSuchPerson();
        if (unit is not (null or "points" or "coins"))
            return Problems.Of(400, "Unknown unit", $"'{unit}' is no unit with a ledger.", "Use unit=points or unit=coins.");
        if (!ApiText.TryInstant(from, out var first) || !ApiText.TryInstant(to, out var end))
            return Problems.Of(400, "Not an instant", "from and to are instants.", "Write them like 2026-11-02T08:00:00Z.");

        if (unit is "coins")
            return TypedResults.Ok<IReadOnlyList<LedgerAnswer>>([
                .. (await wallets.LinesAsync(new(id), first, end, MostLines, ct)).Select(AnswerOf),
            ]);

        var lines = await ledger.ReadAsync(new(id), first, end, MostLines, ct);
        return TypedResults.Ok<IReadOnlyList<LedgerAnswer>>([.. lines.Select(AnswerOf)]);
    }

    private static LedgerAnswer AnswerOf(LedgerLine line) =>
        new(
            line.At.ToDateTimeOffset(),
            "points",
            line.Points,
            line.Rule,
            line.Reason,
            line.Fact.ToString(),
            Goal: null,
            Grant: null,
            line.Revision
        );

    private static LedgerAnswer AnswerOf(CoinLine line) =>
        new(
            line.At.ToDateTimeOffset(),
            "coins",
            line.Amount,
            line.Rule,
            line.Reason,
            line.Activity?.ToString(),
            line.Goal.Value,
            line.Grant?.ToString(),
            line.Revision
        );

    private static async Task<IResult> BadgesAsync(string id, DirectoryReader directory, BadgeReader badges, CancellationToken ct)
    {
        if (await directory.RecordAsync(new(id), ct) is null)
            return NoSuchPerson();

        var standings = await badges.OfAsync(new(id), ct);
        return TypedResults.Ok<IReadOnlyList<BadgeAnswer>>([.. standings.Select(AnswerOf)]);
    }

    private static async Task<IResult> WhyAsync(
        string id,
        string? about,
        DirectoryReader directory,
        WhyTable table,
        Organisation organisation,
        CancellationToken ct
    )
    {
        if (await directory.RecordAsync(new(id), ct) is not { } person)
            return NoSuchPerson();

        var question = new WhyQuestion(person.Id, BoardNames.Clean(person.Name), "", ReaderFormat.ForEveryone(organisation));
        var answer = await table.ExplainAsync(about ?? "", question, ct);
        return answer.Understood
            ? TypedResults.Ok(new WhyAnswered(answer.Sentences))
            : Problems.Of(
                400,
                "Nothing to explain",
                answer.Sentences[0],
                $"Ask about one of: {string.Join(", ", table.Names)}; a badge, a goal or a grant by its id: about=badge:closer, about=goal:<id>, about=grant:<key>."
            );
    }

    private static BadgeAnswer AnswerOf(BadgeStanding standing) =>
        new(
            standing.Badge.Id,
            standing.Badge.Name,
            standing.Badge.Category.ToString().ToLowerInvariant(),
            standing.Held is null ? "locked" : "earned",
            standing.Value,
            standing.Threshold,
            standing.Held?.ToDateTimeOffset(),
            standing.Count,
            standing.IsImported ? true : null
        );

    public static ProblemHttpResult NoSuchPerson() =>
        Problems.Of(404, "No such person", "There is no person with this id.", "Create the person first: PUT /api/v1/people/{id}.");
}
