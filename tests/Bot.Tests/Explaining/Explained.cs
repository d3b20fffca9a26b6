using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Cards;
using Bot.Commands;
using Bot.Tests.Hosting;

namespace Bot.Tests.Explaining;

/// <summary>EMEA, managed by Mara, on Wednesday 18 November in Paris: goals are put and explained on the whole host.</summary>
internal sealed class Explained : IAsyncDisposable
{
    private static readonly Place Channel = new("slack", "C01", IsChannel: true);
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public required RunningHost Host { get; init; }

    public static async Task<Explained> StartAsync()
    {
        var host = await (await RunningHost.StartAsync()).WithPeopleAsync();
        await host.PutAsync("/api/v1/teams/emea", new { name = "EMEA", managers = new[] { "mara" } });
        return new() { Host = host };
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <param name="rest">Behind name, subject and the rest that all goals have.</param>
    public Task PutAsync(string id, string name, string subject, string rest) =>
        Host.PutAsync(
            $"/api/v1/goals/{id}",
            JsonSerializer.Deserialize<JsonElement>($$"""{"name":"{{name}}","subject":{{subject}},{{rest}}}""")
        );

    public Task WinAsync(string id, string owner, string amount, string at = "2026-11-18T08:00:00Z", string currency = "EUR") =>
        SendAsync(
            id,
            "deal.closed",
            $$"""{"dealId":"{{id}}","owner":"{{owner}}@example.com","outcome":"won","amount":"{{amount}}","currency":"{{currency}}"}""",
            at
        );

    public Task QuoteAsync(string id, string owner, string at = "2026-11-18T08:00:00Z") =>
        SendAsync(id, "quote.sent", $$"""{"quoteId":"{{id}}","owner":"{{owner}}@example.com"}""", at);

    public async Task SendAsync(string id, string type, string data, string at)
    {
        using var answer = await Host.SendAsync(id, $$"""{"type":"{{type}}","timestamp":"{{at}}","data":{{data}}}""");
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    /// <summary>Over the API.</summary>
    public async Task<IReadOnlyList<string>> WhyAsync(string person, string about)
    {
        var answer = await Host.Admin.GetFromJsonAsync<JsonElement>($"/api/v1/people/{person}/why?about={Uri.EscapeDataString(about)}");
        return [.. answer.GetProperty("sentences").EnumerateArray().Select(sentence => sentence.GetString()!)];
    }

    /// <summary>In chat.</summary>
    public async Task<Card> AskAsync(string person, string line) =>
        (
            await Host.Service<CommandDesk>()
                .AnswerAsync(new("web", person, _ => Task.FromResult<string?>(null)), line, Channel, English, CancellationToken.None)
        ).Card;

    public static IReadOnlyList<string> Sentences(Card card) =>
        [.. card.Parts.OfType<CardPart.Explanation>().SelectMany(part => part.Sentences)];
}
