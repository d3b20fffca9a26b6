using System.Text;
using Bot.Crm;

namespace Bot.Tests.Crm;

public sealed class StandardWebhooksSignatureTests
{
    /// <summary>The example of the Standard Webhooks specification's own libraries.</summary>
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const string Seconds = "1614265330";
    private const string Body = """{"test": 2432232314}""";
    private const string Good = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private const string Wrong = "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1614265330);

    [Theory]
    [InlineData(Good, "Valid")]
    [InlineData($"{Wrong} {Good}", "Valid")]
    [InlineData($"v1a,anything {Good}", "Valid")]
    [InlineData($"{Good} {Wrong}", "Valid")]
    [InlineData(Wrong, "Mismatch")]
    [InlineData("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "Mismatch")]
    [InlineData("v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "Mismatch")]
    [InlineData("v1,g0hM9SsE+OTPJTGt", "Mismatch")]
    [InlineData("v1,", "Mismatch")]
    [InlineData("v1,not base64 at all", "Mismatch")]
    [InlineData("", "Missing")]
    [InlineData(null, "Missing")]
    public void One_good_v1_signature_in_the_list_is_enough(string? signatures, string expected) =>
        Assert.Equal(expected, Check(signatures: signatures).ToString());

    [Theory]
    [InlineData(-300, "Valid")]
    [InlineData(300, "Valid")]
    [InlineData(-301, "Stale")]
    [InlineData(301, "Stale")]
    public void A_timestamp_may_be_300_seconds_away_in_both_directions(int seconds, string expected) =>
        Assert.Equal(expected, Check(now: Now.AddSeconds(seconds)).ToString());

    [Theory]
    [InlineData("1614265330.0")]
    [InlineData("+1614265330")]
    [InlineData(" 1614265330")]
    [InlineData("-1")]
    [InlineData("1e9")]
    [InlineData("NaN")]
    [InlineData("١٦١٤٢٦٥٣٣٠")]
    [InlineData("99999999999999999999")]
    public void A_timestamp_is_digits_only(string timestamp) => Assert.Equal(SignatureCheck.NotATime, Check(timestamp: timestamp));

    [Theory]
    [InlineData(null, Seconds)]
    [InlineData("", Seconds)]
    [InlineData(Id, null)]
    [InlineData(Id, "")]
    public void A_header_that_is_missing_is_no_signature(string? id, string? timestamp) =>
        Assert.Equal(SignatureCheck.Missing, Check(id: id, timestamp: timestamp));

    [Fact]
    public void The_largest_timestamp_is_stale_and_nothing_worse() =>
        Assert.Equal(SignatureCheck.Stale, Check(timestamp: "9223372036854775807"));

    [Fact]
    public void Every_byte_of_id_timestamp_and_body_is_signed()
    {
        Assert.Equal(SignatureCheck.Mismatch, Check(id: Id + "x"));
        Assert.Equal(SignatureCheck.Mismatch, Check(timestamp: "1614265331"));
        Assert.Equal(SignatureCheck.Mismatch, Check(body: Body + " "));
    }

    [Fact]
    public void While_a_secret_is_replaced_both_sign()
    {
        byte[] other = [.. Enumerable.Repeat((byte)7, 32)];
        var key = StandardWebhooksSignature.KeyOf(Secret);

        Assert.Equal(SignatureCheck.Valid, Check(keys: [other, key]));
        Assert.Equal(SignatureCheck.Valid, Check(keys: [key, other]));
        Assert.Equal(SignatureCheck.Mismatch, Check(keys: [other]));
    }

    private static SignatureCheck Check(
        string? id = Id,
        string? timestamp = Seconds,
        string? signatures = Good,
        string body = Body,
        DateTimeOffset? now = null,
        IReadOnlyList<byte[]>? keys = null
    ) =>
        new StandardWebhooksSignature(id, timestamp, signatures).Check(
            Encoding.UTF8.GetBytes(body),
            keys ?? [StandardWebhooksSignature.KeyOf(Secret)],
            now ?? Now
        );
}
