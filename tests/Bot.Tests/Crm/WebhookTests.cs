using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Bot.Settings;
using Bot.Tests.Hosting;

namespace Bot.Tests.Crm;

/// <summary>SPEC 16, row by row, through the real endpoint.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private const string Won =
        """{"type":"deal.closed","timestamp":"2026-11-18T08:30:00Z","data":{"dealId":"d1","owner":"ana@example.com","outcome":"won","amount":1499.90}}""";

    private RunningHost host = null!;

    public async Task InitializeAsync() => host = await (await RunningHost.StartAsync()).WithPeopleAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_new_event_is_recorded_and_the_same_again_changes_nothing()
    {
        using var first = await host.SendAsync("evt-1", Won);
        using var again = await host.SendAsync("evt-1", Won);

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
        using var request = Request("evt-1", Won, secondsAway ?? 0);
        if (signature is not "")
            request.Headers.Remove("webhook-signature");
        if (signature is { Length: > 0 })
            request.Headers.Add("webhook-signature", signature);

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        await IsProblem(response);
        using var accepted = await host.SendAsync("evt-1", Won);
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
        await IsProblem(response);
        if (status == 405)
            Assert.Contains("POST", response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON; charset=\"UTF-8\"")]
    public async Task Json_in_utf_8_is_taken_however_it_is_called(string type)
    {
        using var request = Request("evt-1", Won);
        request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Fact]
    public async Task A_wrong_member_is_named_by_its_pointer_with_the_reason_and_the_remedy()
    {
        using var response = await host.SendAsync("evt-1", Won.Replace("1499.90", "1499.999", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = await IsProblem(response);
        Assert.Equal("/data/amount", problem.GetProperty("pointer").GetString());
        Assert.Equal("This has more decimals than EUR has (2).", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task An_id_that_is_no_key_is_refused()
    {
        using var longest = await host.SendAsync(new string('x', 256), Won);
        using var tooLong = await host.SendAsync(new string('x', 257), Won);

        Assert.Equal(HttpStatusCode.Accepted, longest.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.StatusCode);
        await IsProblem(tooLong);
    }

    [Theory]
    [InlineData(256 * 1024, 202)]
    [InlineData((256 * 1024) + 1, 413)]
    public async Task A_body_has_at_most_256_kilobytes(int length, int status)
    {
        using var plain = await host.SendAsync("plain", Padded(length));
        using var chunkedRequest = Request("chunked", Padded(length));
        chunkedRequest.Headers.TransferEncodingChunked = true;
        using var chunked = await host.Client.SendAsync(chunkedRequest);

        Assert.Equal((status, status), ((int)plain.StatusCode, (int)chunked.StatusCode));
    }

    [Theory]
    [InlineData("gzip", 256 * 1024, 202)]
    [InlineData("br", 256 * 1024, 202)]
    [InlineData("deflate", 256 * 1024, 202)]
    [InlineData("gzip", (256 * 1024) + 1, 413)]
    [InlineData("zstd", 1024, 415)]
    [InlineData("gzip, br", 1024, 415)]
    public async Task What_a_body_becomes_counts_and_not_what_it_was_packed_to(string encoding, int length, int status)
    {
        using var request = Request("evt-1", Padded(length));
        request.Content = new ByteArrayContent(Packed(encoding, Encoding.UTF8.GetBytes(Padded(length))));
        request.Content.Headers.ContentType = new("application/json");
        request.Content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_bomb_of_200_megabytes_is_refused_without_unpacking_it(string encoding)
    {
        using var request = Request("evt-1", Won);
        request.Content = new ByteArrayContent(Packed(encoding, new byte[1024 * 1024], times: 200));
        request.Content.Headers.ContentType = new("application/json");
        request.Content.Headers.ContentEncoding.Add(encoding);
        var before = GC.GetTotalAllocatedBytes();

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 20 * 1024 * 1024);
    }

    [Fact]
    public async Task A_packed_body_that_is_broken_is_told_so()
    {
        using var request = Request("evt-1", Won);
        request.Content!.Headers.ContentEncoding.Add("gzip");

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await IsProblem(response);
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
        Assert.True((await IsProblem(response)).TryGetProperty("pointer", out _));
    }

    private static string Padded(int length)
    {
        var open = Won[..^1] + ",\"padding\":\"";
        return open + new string('x', length - open.Length - 2) + "\"}";
    }

    private static byte[] Packed(string encoding, byte[] content, int times = 1)
    {
        using var packed = new MemoryStream();
        using (
            Stream stream = encoding switch
            {
                "br" => new BrotliStream(packed, CompressionLevel.Fastest),
                "deflate" => new ZLibStream(packed, CompressionLevel.Fastest),
                _ => new GZipStream(packed, CompressionLevel.Fastest),
            }
        )
            for (var time = 0; time < times; time++)
                stream.Write(content);
        return packed.ToArray();
    }

    private HttpRequestMessage Request(string id, string json, long secondsAway = 0)
    {
        var seconds = (host.Service<HostClock>().GetUtcNow().ToUnixTimeSeconds() + secondsAway).ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/crm")
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", seconds);
        request.Headers.Add("webhook-signature", RunningHost.Sign(RunningHost.Secret, id, seconds, json));
        return request;
    }

    private async Task<long> PointsOfAna() =>
        JsonSerializer
            .Deserialize<JsonElement[]>(await host.Admin.GetStringAsync("/api/v1/people/ana/ledger"))!
            .Sum(line => line.GetProperty("amount").GetInt64());

    private static async Task<(HttpStatusCode, string)> AnswerOf(HttpResponseMessage response) =>
        (response.StatusCode, await response.Content.ReadAsStringAsync());

    private static async Task<JsonElement> IsProblem(HttpResponseMessage response)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
        Assert.Equal((int)response.StatusCode, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.NotEmpty(problem.GetProperty("remedy").GetString()!);
        return problem;
    }
}
