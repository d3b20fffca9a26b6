using System.Globalization;
using Bot.Play;
using Bot.Settings;
using Storage;

namespace Bot.Api;

/// <param name="Now">An instant ahead of the host's clock.</param>
internal sealed record ClockBody(DateTimeOffset? Now);

internal static class ClockEndpoint
{
    public static void MapClock(this IEndpointRouteBuilder api) =>
        api.MapPost("/clock", MoveAsync)
            .Accepts<ClockBody>("application/json")
            .Produces(204)
            .ProducesProblem(400)
            .ProducesProblem(409)
            .WithSummary("Moves the host's clock forward and does what is due by then; only with Clock:StartAt");

    private static async Task<IResult> MoveAsync(HttpRequest request, HostClock clock, DueWork due, PlayStore store, CancellationToken ct)
    {
        if (!clock.IsSettable)
            return Problems.Of(
                409,
                "The clock is real",
                "This host was not started with Clock:StartAt.",
                "Set Clock__StartAt for demos and tests."
            );

        var (body, problem) = await JsonBody.ReadAsync<ClockBody>(request, ct);
        if (body is null)
            return problem!;
        if (body.Now is not { } now)
            return JsonBody.Invalid("/now", "An instant is missing.");
        var before = clock.GetUtcNow();
        if (!clock.MoveTo(now))
            return JsonBody.Invalid("/now", "The clock only moves forward.", "Send an instant after the host's present one.");

        await AuditAsync(store, before, now, clock, ct);
        await due.RunAsync(ct);
        return TypedResults.NoContent();
    }

    private static async Task AuditAsync(
        PlayStore store,
        DateTimeOffset before,
        DateTimeOffset after,
        HostClock clock,
        CancellationToken ct
    )
    {
        await using var write = await store.BeginAsync(clock.Now(), ct);
        await write.AuditAsync(new(clock.Now(), "api", "clock.moved", "host", Text(before), Text(after), Reason: null), ct);
        await write.CommitAsync(ct);
    }

    private static string Text(DateTimeOffset instant) => instant.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
}
