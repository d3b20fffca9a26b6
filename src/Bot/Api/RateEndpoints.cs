using System.Text.Json;
using Bot.Play;
using Gamification;
using Gamification.Exchange;
using NodaTime.Text;
using Storage;

namespace Bot.Api;

/// <param name="Currency">ISO 4217, such as <c>CHF</c>.</param>
/// <param name="Date">The organisation's local day from which it holds, such as <c>2026-11-18</c>.</param>
/// <param name="Rate">What one unit is in the organisation's currency: a decimal as a number or a string.</param>
internal sealed record RateBody(string? Currency, string? Date, JsonElement Rate);

/// <param name="Rate">A plain decimal, exactly as it counts.</param>
internal sealed record RateAnswer(string Currency, string Date, string Rate);

/// <param name="Changed">Rates that are new or another number.</param>
/// <param name="Released">How many activities waited for them and count now; <paramref name="Activities"/> lists the first thousand.</param>
internal sealed record RatesPutAnswer(int Changed, int Released, IReadOnlyList<string> Activities);

internal static class RateEndpoints
{
    private const int MostListed = 1_000;

    public static void MapRates(this IEndpointRouteBuilder api)
    {
        api.MapPut("/rates", PutAsync)
            .Accepts<IReadOnlyList<RateBody>>("application/json")
            .Produces<RatesPutAnswer>()
            .ProducesProblem(400)
            .WithSummary("Enters rates by currency and day, all or none: [{currency, date, rate}]; plays what waited for them");
        api.MapGet("/rates", ListAsync)
            .Produces<IReadOnlyList<RateAnswer>>()
            .ProducesProblem(400)
            .WithSummary("The rates, by currency, newest first");
    }

    private static async Task<IResult> PutAsync(HttpRequest request, RateDesk desk, Organisation organisation, CancellationToken ct)
    {
        var (body, problem) = await JsonBody.ReadAsync<List<RateBody?>>(request, ct);
        if (body is null)
            return problem!;

        var rates = new Dictionary<(string, NodaTime.LocalDate), DatedRate>();
        foreach (var (index, element) in body.Index())
        {
            var reading = RateReading.Of(element?.Currency, element?.Date, TextOf(element?.Rate), organisation);
            if (reading.Rate is { } rate && !rates.TryAdd((rate.Currency, rate.Date), rate))
                reading = RateReading.Twice(rate);
            if (reading.Rate is null)
                return JsonBody.Invalid($"/{index}/{reading.Field}", reading.Reason, reading.Remedy);
        }

        var put = await desk.PutAsync(rates.Values, "api", ct);
        return TypedResults.Ok(
            new RatesPutAnswer(put.Changed, put.Released.Count, [.. put.Released.Take(MostListed).Select(fact => fact.ToString())])
        );
    }

    private static async Task<IResult> ListAsync(string? currency, RateReader rates, CancellationToken ct)
    {
        if (currency is not null && Currencies.DigitsOf(currency) is null)
            return Problems.Of(400, "Unknown currency", "This is no ISO 4217 currency.", "Write a code in capital letters, such as CHF.");

        return TypedResults.Ok<IReadOnlyList<RateAnswer>>([.. (await rates.ListAsync(currency, ct)).Select(AnswerOf)]);
    }

    private static RateAnswer AnswerOf(DatedRate rate) => new(rate.Currency, LocalDatePattern.Iso.Format(rate.Date), rate.Rate.ToString());

    /// <summary>A number exactly as it was written: a floating one could be another.</summary>
    private static string? TextOf(JsonElement? rate) =>
        rate switch
        {
            { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
            { ValueKind: JsonValueKind.String } text => TextOf(text),
            _ => null,
        };

    private static string? TextOf(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate is JSON and no text.
            return null;
        }
    }
}
