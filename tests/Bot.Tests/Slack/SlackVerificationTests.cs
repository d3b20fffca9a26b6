using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Bot.Settings;
using Bot.Slack;
using Bot.Tests.Hosting;

namespace Bot.Tests.Slack;

/// <summary>
/// The same request to @slack/bolt 5.1.0 and to us, case by case: what Bolt answers was tried with it. The timestamps are seconds from now;
/// where the edge lies to the second stands in <see cref="SlackSignatureTests"/>.
/// </summary>
public sealed class SlackVerificationTests(SlackVerificationTests.OneHost shared) : IClassFixture<SlackVerificationTests.OneHost>
{
    private const string Body = "command=%2Fmedalist&text=help&user_id=U1&channel_id=C1&team_id=T1";

    private readonly RunningHost host = shared.Host;

    [Theory]
    [InlineData("{0}", 200, 200)]
    [InlineData(null, 401, 401)]
    [InlineData("", 401, 401)]
    [InlineData("{0}|{0}", 401, 401)]
    [InlineData("{0}|v0=00", 401, 401)]
    [InlineData("{0}, {0}", 401, 401)]
    [InlineData("v1={1}", 401, 401)]
    [InlineData("V0={1}", 401, 401)]
    [InlineData("{1}", 401, 401)]
    [InlineData("v0={2}", 401, 401)]
    [InlineData("v0={3}", 401, 401)]
    [InlineData("{0}00", 401, 401)]
    [InlineData("v0=", 401, 401)]
    public async Task A_signature_is_one_header_of_v0_and_64_small_hex_digits(string? form, int bolt, int ours)
    {
        var stamp = Stamp(0);
        var right = SlackSignature.Of(stamp, Encoding.UTF8.GetBytes(Body), SlackRequests.Secret);
        var given = form is null ? [] : Spelled(form, right).Split('|');

        Assert.Equal(ours, (int)await AnswerAsync(Encoding.UTF8.GetBytes(Body), [stamp], given));
        Assert.Equal(bolt, ours);
    }

    [Theory]
    [InlineData("-3600", 401, 401)]
    [InlineData("-302", 401, 401)]
    [InlineData("-290", 200, 200)]
    [InlineData("290", 200, 200)]
    [InlineData("320", 200, 401)]
    [InlineData("3600", 200, 401)]
    public async Task A_timestamp_of_the_future_is_refused_too_which_Bolt_lets_in(string offset, int bolt, int ours)
    {
        var stamp = Stamp(int.Parse(offset, CultureInfo.InvariantCulture));

        Assert.Equal(ours, (int)await AnswerAsync(Encoding.UTF8.GetBytes(Body), [stamp], [Sign(stamp, Body)]));
        Assert.True(ours >= bolt, "Nothing that Bolt refuses is let in.");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("NaN")]
    [InlineData("+{0}")]
    [InlineData("{0}.0")]
    [InlineData("{0}e0")]
    [InlineData("-{0}")]
    [InlineData("{0}|{0}")]
    [InlineData("{0}, {0}")]
    public async Task A_timestamp_that_is_no_number_is_refused_by_both(string? form)
    {
        var stamps = form is null ? [] : string.Format(CultureInfo.InvariantCulture, form, Stamp(0)).Split('|');

        Assert.Equal(
            HttpStatusCode.Unauthorized,
            await AnswerAsync(Encoding.UTF8.GetBytes(Body), stamps, [Sign(stamps.FirstOrDefault() ?? Stamp(0), Body)])
        );
    }

    [Theory]
    [InlineData(Body, SlackRequests.Secret, 200)]
    [InlineData(Body + "&", SlackRequests.Secret, 401)]
    [InlineData("command=%2fmedalist&text=help&user_id=U1&channel_id=C1&team_id=T1", SlackRequests.Secret, 401)]
    [InlineData("", SlackRequests.Secret, 401)]
    [InlineData(Body, "the-secret-before-it-was-rotated", 401)]
    [InlineData(Body, "", 401)]
    public async Task What_was_signed_is_this_body_with_the_secret_of_today(string signed, string secret, int ours)
    {
        var stamp = Stamp(0);

        Assert.Equal(ours, (int)await AnswerAsync(Encoding.UTF8.GetBytes(Body), [stamp], [Sign(stamp, signed, secret)]));
    }

    [Fact]
    public async Task An_empty_body_that_is_signed_is_no_command_and_one_without_a_length_is()
    {
        var stamp = Stamp(0);

        Assert.Equal(HttpStatusCode.BadRequest, await AnswerAsync([], [stamp], [Sign(stamp, "")]));
        Assert.Equal(HttpStatusCode.OK, await AnswerAsync(Encoding.UTF8.GetBytes(Body), [stamp], [Sign(stamp, Body)], isChunked: true));
    }

    [Fact]
    public async Task A_packed_body_is_never_unpacked()
    {
        var stamp = Stamp(0);
        var packed = Packed(Body);
        var overPacked = SlackSignature.Of(stamp, packed, SlackRequests.Secret);

        Assert.Equal(HttpStatusCode.Unauthorized, await AnswerAsync(packed, [stamp], [Sign(stamp, Body)], isPacked: true));
        Assert.Equal(HttpStatusCode.BadRequest, await AnswerAsync(packed, [stamp], [overPacked], isPacked: true));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Another_method_is_405(string method)
    {
        using var request = new HttpRequestMessage(new(method), "/slack/commands");
        using var answer = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task The_challenge_of_events_is_answered_to_nobody_but_Slack()
    {
        const string challenge = """{"type":"url_verification","challenge":"3eZbrw1a"}""";
        using var unsigned = await host.Client.PostAsync(
            "/slack/events",
            SlackRequests.Content("/slack/events", Encoding.UTF8.GetBytes(challenge))
        );
        using var wrong = await host.SlackAsync("/slack/events", challenge, "another secret");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (unsigned.StatusCode, wrong.StatusCode));
    }

    private string Stamp(int offset) =>
        (host.Service<HostClock>().GetUtcNow().ToUnixTimeSeconds() + offset).ToString(CultureInfo.InvariantCulture);

    private static string Sign(string stamp, string body, string secret = SlackRequests.Secret) =>
        SlackSignature.Of(stamp, Encoding.UTF8.GetBytes(body), secret);

    /// <summary>0: as it should be, 1: its digits, 2: in capitals, 3: half of them.</summary>
    private static string Spelled(string form, string right) =>
        string.Format(CultureInfo.InvariantCulture, form, right, right[3..], right[3..].ToUpperInvariant(), right[3..35]);

    private static byte[] Packed(string body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(Encoding.UTF8.GetBytes(body));
        return packed.ToArray();
    }

    private async Task<HttpStatusCode> AnswerAsync(
        byte[] body,
        IEnumerable<string> stamps,
        IEnumerable<string> signatures,
        bool isChunked = false,
        bool isPacked = false
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/slack/commands")
        {
            Content = SlackRequests.Content("/slack/commands", body),
        };
        request.Headers.TryAddWithoutValidation(SlackSignature.TimestampHeader, stamps);
        request.Headers.TryAddWithoutValidation(SlackSignature.SignatureHeader, signatures);
        request.Headers.TransferEncodingChunked = isChunked;
        if (isPacked)
            request.Content.Headers.ContentEncoding.Add("gzip");
        using var answer = await host.Client.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>Nothing that is asked here changes anything, so one host answers all of it.</summary>
    public sealed class OneHost : IAsyncLifetime
    {
        private FakeSlack slack = null!;

        internal RunningHost Host { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            slack = await FakeSlack.StartAsync();
            Host = await SlackRequests.StartAsync(slack);
        }

        public async Task DisposeAsync()
        {
            await Host.DisposeAsync();
            await slack.DisposeAsync();
        }
    }
}
