using Storage;

namespace Bot.Api;

internal sealed record AuditAnswer(DateTimeOffset At, string By, string What, string About, string? Before, string? After, string? Reason);

internal static class AuditEndpoint
{
    private const int Most = 1_000;

    public static void MapAudit(this IEndpointRouteBuilder api) =>
        api.MapGet("/audit", ListAsync).Produces<IReadOnlyList<AuditAnswer>>().WithSummary("Who changed what, newest first");

    private static async Task<IResult> ListAsync(AuditReader audit, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<AuditAnswer>>([.. (await audit.ListAsync(Most, ct)).Select(AnswerOf)]);

    private static AuditAnswer AnswerOf(AuditRecord row) =>
        new(row.At.ToDateTimeOffset(), row.By, row.What, row.About, row.Before, row.After, row.Reason);
}
