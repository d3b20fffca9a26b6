using Bot.Goals;
using Bot.Prizes;
using Bot.Settings;
using Gamification.Goals;
using Gamification.Rewards;
using Microsoft.AspNetCore.Http.HttpResults;
using Storage;

namespace Bot.Api;

/// <param name="Id">Percent-encoded in a path.</param>
/// <param name="State"><c>offered</c> (its price is not paid), <c>pending</c>, <c>fulfilled</c> or <c>cancelled</c>.</param>
/// <param name="Recipient">A person's id; of a prize given once to all, the subject: <c>team:emea</c>.</param>
/// <param name="Flagged">True when it was handed out, and what it was given for was taken back afterwards.</param>
/// <param name="By">Who did the last thing with it, when and why.</param>
internal sealed record PrizeAnswered(
    string Id,
    string Name,
    long? Price,
    string State,
    string Recipient,
    string Goal,
    string Subject,
    string Tier,
    string Period,
    bool Flagged,
    string? By,
    DateTimeOffset? At,
    string? Reason
)
{
    public static PrizeAnswered Of(Prize prize)
    {
        var last = prize.Steps.Count > 0 ? prize.Steps[^1] : null;
        return new(
            prize.Id.ToString(),
            prize.Name,
            prize.Price,
            StateOf(prize),
            prize.Id.Recipient.Person?.Value ?? prize.Id.Recipient.Value,
            prize.Id.Grant.Scope.Goal.Value,
            prize.Id.Grant.Scope.Subject.Value,
            JsonNames.Of(prize.Id.Grant.Tier),
            prize.Id.Grant.Scope.Period.Value,
            prize.IsFlagged,
            last?.By,
            last?.At.ToDateTimeOffset(),
            last?.Reason
        );
    }

    public static string StateOf(Prize prize) => JsonNames.Of(prize.State);
}

/// <param name="Reason">Why; kept in the audit.</param>
internal sealed record HandOutBody(string? Reason);

internal sealed record WalletPrizeAnswer(string Id, string Name, string State, long? Price);

internal sealed record WalletAnswer(long Coins, IReadOnlyList<WalletPrizeAnswer> Prizes);

internal static class PrizeEndpoints
{
    private const int LongestReason = 500;

    public static void MapPrizes(this IEndpointRouteBuilder api)
    {
        api.MapGet("/prizes", ListAsync)
            .Produces<IReadOnlyList<PrizeAnswered>>()
            .ProducesProblem(400)
            .WithSummary("The hand-out list: state=offered·pending·fulfilled·cancelled, person=");
        api.MapPost("/prizes/{id}/redeem", RedeemAsync)
            .Produces<PrizeAnswered>()
            .ProducesProblem(404)
            .ProducesProblem(409)
            .WithSummary("Pays the price of a prize from the wallet of the person it was given to, once, never below 0");
        api.MapPost("/prizes/{id}/fulfil", FulfilAsync)
            .Accepts<HandOutBody>("application/json")
            .Produces<PrizeAnswered>()
            .ProducesProblem(404)
            .ProducesProblem(409)
            .WithSummary("Notes that a prize was handed out: {reason?}");
        api.MapPost("/prizes/{id}/cancel", CancelAsync)
            .Accepts<HandOutBody>("application/json")
            .Produces<PrizeAnswered>()
            .ProducesProblem(404)
            .ProducesProblem(409)
            .WithSummary("Cancels a prize that was not handed out: {reason?}; what was paid comes back");
        api.MapGet("/people/{id}/wallet", WalletAsync)
            .Produces<WalletAnswer>()
            .ProducesProblem(404)
            .WithSummary("A person's coins, less than 0 where some that were spent were taken back, and their prizes");
    }

    private static async Task<IResult> ListAsync(string? state, string? person, PrizeReader prizes, CancellationToken ct)
    {
        var asked = state is null ? null : JsonNames.Parse<PrizeState>(state);
        if (state is not null && asked is null)
            return Problems.Of(400, "No such state", "No prize is in this state.", $"Use one of {JsonNames.All<PrizeState>()}.", "/state");

        var all = person is null ? await prizes.AllAsync(ct) : await prizes.OfAsync(SubjectId.Of(new Gamification.PersonId(person)), ct);
        return TypedResults.Ok<IReadOnlyList<PrizeAnswered>>([
            .. all.Where(prize => asked is null || prize.State == asked).Select(PrizeAnswered.Of),
        ]);
    }

    private static async Task<IResult> RedeemAsync(string id, PrizeDesk desk, CancellationToken ct) =>
        IdOf(id) is { Recipient.Person: not null } prize ? AnswerOf(await desk.RedeemAsync(GoalAuthor.Api, prize, ct)) : NoSuchPrize();

    private static Task<IResult> FulfilAsync(string id, HttpRequest request, PrizeDesk desk, CancellationToken ct) =>
        HandOutAsync(id, request, (prize, reason) => desk.FulfilAsync(GoalAuthor.Api, prize, reason, ct), ct);

    private static Task<IResult> CancelAsync(string id, HttpRequest request, PrizeDesk desk, CancellationToken ct) =>
        HandOutAsync(id, request, (prize, reason) => desk.CancelAsync(GoalAuthor.Api, prize, reason, ct), ct);

    private static async Task<IResult> HandOutAsync(
        string id,
        HttpRequest request,
        Func<PrizeId, string?, Task<PrizeAnswer>> act,
        CancellationToken ct
    )
    {
        if (IdOf(id) is not { } prize)
            return NoSuchPrize();

        var (body, problem) = request.ContentLength is null or 0
            ? (new HandOutBody(Reason: null), null)
            : await JsonBody.ReadAsync<HandOutBody>(request, ct);
        if (body is null)
            return problem!;
        return body.Reason is { } reason && (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
            ? JsonBody.Invalid("/reason", "A reason has 1 to 500 characters.", "Say why, or leave it out.")
            : AnswerOf(await act(prize, body.Reason));
    }

    private static async Task<IResult> WalletAsync(
        string id,
        DirectoryReader directory,
        WalletReader wallets,
        PrizeReader prizes,
        CancellationToken ct
    )
    {
        if (await directory.RecordAsync(new(id), ct) is not { } person)
            return PersonEndpoints.NoSuchPerson();

        var own = await prizes.OfAsync(SubjectId.Of(person.Id), ct);
        return TypedResults.Ok(
            new WalletAnswer(
                await wallets.CoinsAsync(person.Id, ct),
                [.. own.Select(prize => new WalletPrizeAnswer(prize.Id.ToString(), prize.Name, PrizeAnswered.StateOf(prize), prize.Price))]
            )
        );
    }

    private static IResult AnswerOf(PrizeAnswer answer) =>
        answer switch
        {
            PrizeAnswer.Done(var prize) => TypedResults.Ok(PrizeAnswered.Of(prize)),
            PrizeAnswer.NotFound => NoSuchPrize(),
            PrizeAnswer.Forbidden(var right) => Problems.RightIsMissing(right),
            PrizeAnswer.Refused(var message, var remedy) => Problems.Of(
                409,
                "Not now",
                FormattableString.Invariant(message),
                FormattableString.Invariant(remedy)
            ),
            _ => throw new System.Diagnostics.UnreachableException($"No answer for {answer.GetType().Name}."),
        };

    /// <summary>A path keeps %2F as it is written.</summary>
    private static PrizeId? IdOf(string id) => GrantKeys.ParsePrize(Uri.UnescapeDataString(id));

    private static ProblemHttpResult NoSuchPrize() =>
        Problems.Of(404, "No such prize", "There is no prize with this id.", "List prizes: GET /api/v1/prizes; encode / in an id as %2F.");
}
