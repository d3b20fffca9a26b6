using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Text;
using Storage;

namespace Bot.Api;

/// <param name="Id">Asks for the rows before it as <c>before</c>.</param>
internal sealed record AuditAnswer(
    long Id,
    DateTimeOffset At,
    string By,
    string What,
    string About,
    string? Before,
    string? After,
    string? Reason
);

internal static class AuditEndpoint
{
    private const int Most = 1_000;

    public static void MapAudit(this IEndpointRouteBuilder api) =>
        api.MapGet("/audit", ListAsync)
            .Produces<IReadOnlyList<AuditAnswer>>()
            .ProducesProblem(400)
            .WithSummary(
                "Who changed what, newest first: from, to, what (period. for all about periods), by; take up to 1000, before=id of the last row for the next page"
            );

    private static async Task<IResult> ListAsync(
        string? from,
        string? to,
        string? what,
        string? by,
        string? take,
        string? before,
        AuditReader audit,
        CancellationToken ct
    )
    {
        if (!ApiText.TryInstant(from, out var first))
            return Wrong("from", "This is no instant.", "Send it like 2026-11-02T08:00:00Z.");
        if (!ApiText.TryInstant(to, out var end))
            return Wrong("to", "This is no instant.", "Send it like 2026-11-02T08:00:00Z.");
        if (!TryNumber(take, Most, out var count))
            return Wrong("take", $"This is no number from 1 to {Most}.", "Ask for the rest page by page, with before.");
        if (!TryNumber(before, long.MaxValue, out var last))
            return Wrong("before", "This is no id of a row.", "Send the id of the last row of the page before.");

        var rows = await audit.ListAsync(new AuditQuery((int)(count ?? Most), first, end, what, by, last), ct);
        return TypedResults.Ok<IReadOnlyList<AuditAnswer>>([.. rows.Select(AnswerOf)]);
    }

    private static bool TryNumber(string? text, long most, out long? number)
    {
        number = null;
        if (text is null)
            return true;

        var isNumber = long.TryParse(
            text,
            System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture,
            out var value
        );
        number = value;
        return isNumber && value >= 1 && value <= most;
    }

    private static ProblemHttpResult Wrong(string name, string detail, string remedy) =>
        Problems.Of(400, $"'{name}' cannot be read", detail, remedy, $"/{name}");

    private static AuditAnswer AnswerOf(AuditEntry entry) =>
        new(
            entry.Id,
            entry.Row.At.ToDateTimeOffset(),
            entry.Row.By,
            entry.Row.What,
            entry.Row.About,
            entry.Row.Before,
            entry.Row.After,
            entry.Row.Reason
        );
}
