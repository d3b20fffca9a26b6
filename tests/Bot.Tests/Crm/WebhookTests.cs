using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Bot.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Storage;

namespace Bot.Tests.Crm;

/// <summary>SPEC 16, row by row, through the real endpoint.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private RunningHost host = null!;

    public async Task InitializeAsync() => host = await (await RunningHost.StartAsync()).WithPeopleAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_new_event_is_recorded_and_the_same_again_changes_nothing()
    {
        using var first = await host.SendAsync("evt-1", Webhook.Won);
        using var again = await host.SendAsync("evt-1", Webhook.Won);

        Assert.Equal((HttpStatusCode.Accepted, """{"status":"recorded"}"""), await AnswerOf(first));
        Assert.Equal((HttpStatusCode.OK, """{"status":"already recorded"}"""), await AnswerOf(again));
        Assert.Equal(55, await PointsOfAna());
    }

    [Theory]
    [InlineData("nobody@example.com", "EUR", "2026-11-18T08:30:00Z", "unknown-owner")]
    [InlineData("ana@example.com", "XXX", "2026-11-18T08:30:00Z", "unknown-currency")]
    [InlineData("ana@example.com", "CHF", "2026-11-18T08:30:00Z", "no-rate")]
    [InlineData("ana@example.com", "EUR", "2026-10-01T08:30:00Z", "too-old")]
    public async Task What_cannot_count_yet_is_quarantined_and_listed(string owner, string currency, string timestamp, string reason)
    {
        var body =
            $$$"""{"type":"deal.closed","timestamp":"{{{timestamp}}}","data":{"dealId":"d1","owner":"{{{owner}}}","outcome":"won","amount":5,"currency":"{{{currency}}}"}}""";

        using var response = await host.SendAsync("evt-1", body);

        Assert.Equal((HttpStatusCode.Accepted, $$"""{"status":"quarantined","reason":"{{reason}}"}"""), await AnswerOf(response));
        var listed = Assert.Single(JsonSerializer.Deserialize<JsonElement[]>(await host.Admin.GetStringAsync("/api/v1/quarantine"))!);
        Assert.Equal(reason, listed.GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData(null, "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData(null, null)]
    [InlineData(301L, "")]
    [InlineData(-301L, "")]
    public async Task Without_a_fresh_and_right_signature_nothing_is_stored(long? secondsAway, string? signature)
    {
        using var request = Webhook.Request(host, "evt-1", Webhook.Won, secondsAway ?? 0);
        if (signature is not "")
            request.Headers.Remove("webhook-signature");
        if (signature is { Length: > 0 })
            request.Headers.Add("webhook-signature", signature);

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        await Webhook.ProblemAsync(response);
        using var accepted = await host.SendAsync("evt-1", Webhook.Won);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
    }

    [Theory]
    [InlineData("POST", "/webhooks/unknown", "application/json", 404)]
    [InlineData("GET", "/webhooks/crm", null, 405)]
    [InlineData("PUT", "/webhooks/crm", "application/json", 405)]
    [InlineData("POST", "/webhooks/crm", "text/plain", 415)]
    [InlineData("POST", "/webhooks/crm", "application/json; charset=utf-16", 415)]
    [InlineData("POST", "/webhooks/crm", null, 415)]
    public async Task A_wrong_address_method_or_media_type_is_told_so(string method, string path, string? type, int status)
    {
        using var request = new HttpRequestMessage(new(method), path);
        if (method is not "GET")
            request.Content = new ByteArrayContent("{}"u8.ToArray());
        if (type is not null)
            request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
        await Webhook.ProblemAsync(response);
        if (status == 405)
            Assert.Contains("POST", response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON; charset=\"UTF-8\"")]
    public async Task Json_in_utf_8_is_taken_however_it_is_called(string type)
    {
        using var request = Webhook.Request(host, "evt-1", Webhook.Won);
        request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Fact]
    public async Task A_wrong_member_is_named_by_its_pointer_with_the_reason_and_the_remedy()
    {
        using var response = await host.SendAsync("evt-1", Webhook.Won.Replace("1499.90", "1499.999", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = await Webhook.ProblemAsync(response);
        Assert.Equal("/data/amount", problem.GetProperty("pointer").GetString());
        Assert.Equal("This has more decimals than EUR has (2).", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task An_id_that_is_no_key_is_refused()
    {
        using var longest = await host.SendAsync(new string('x', 256), Webhook.Won);
        using var tooLong = await host.SendAsync(new string('x', 257), Webhook.Won);

        Assert.Equal(HttpStatusCode.Accepted, longest.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.StatusCode);
        await Webhook.ProblemAsync(tooLong);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("[1]")]
    [InlineData("""{"type":"deal.closed","type":"deal.closed"}""")]
    [InlineData("""{"type":"deal.closed","timestamp":"2026-11-18T08:30:00Z","data":{"dealId":"\ud800","owner":"a","outcome":"won"}}""")]
    [InlineData(
        """{"type":"deal.closed","timestamp":"2026-11-18T08:30:00Z","data":{"dealId":"d","owner":"a","outcome":"won","amount":1e65}}"""
    )]
    public async Task A_signed_body_that_cannot_be_used_is_a_400_and_never_a_500(string body)
    {
        using var response = await host.SendAsync("evt-1", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True((await Webhook.ProblemAsync(response)).TryGetProperty("pointer", out _));
    }

    [Fact]
    public async Task A_database_that_another_process_keeps_is_a_503_and_nothing_is_stored()
    {
        using var other = new SqliteConnection(host.Service<StorageOptions>().ConnectionString);
        other.Open();
        using (other.BeginTransaction(deferred: false))
        {
            using var refused = await host.SendAsync("evt-1", Webhook.Won);

            Assert.Equal((HttpStatusCode.ServiceUnavailable, 5), (refused.StatusCode, refused.Headers.RetryAfter?.Delta?.TotalSeconds));
            await Webhook.ProblemAsync(refused);
        }

        using var accepted = await host.SendAsync("evt-1", Webhook.Won);
        Assert.Equal((HttpStatusCode.Accepted, """{"status":"recorded"}"""), await AnswerOf(accepted));
    }

    private async Task<long> PointsOfAna() =>
        JsonSerializer
            .Deserialize<JsonElement[]>(await host.Admin.GetStringAsync("/api/v1/people/ana/ledger"))!
            .Sum(line => line.GetProperty("amount").GetInt64());

    private static async Task<(HttpStatusCode, string)> AnswerOf(HttpResponseMessage response) =>
        (response.StatusCode, await response.Content.ReadAsStringAsync());
}
