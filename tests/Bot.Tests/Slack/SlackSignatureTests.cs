using System.Text;
using Bot.Slack;
using Microsoft.Extensions.Primitives;

namespace Bot.Tests.Slack;

public sealed class SlackSignatureTests
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const string Stamp = "1531420618";

    /// <summary>The example of Slack's documentation.</summary>
    private const string Body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar"
        + "&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
        + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    private const string Signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    [Theory]
    [InlineData(-301, SignatureCheck.Stale)]
    [InlineData(-300, SignatureCheck.Valid)]
    [InlineData(0, SignatureCheck.Valid)]
    [InlineData(300, SignatureCheck.Valid)]
    [InlineData(301, SignatureCheck.Stale)]
    public void The_documented_request_holds_for_300_seconds_before_and_after(int offset, object expected) =>
        Assert.Equal((SignatureCheck)expected, Check(Stamp, Signature, Body, offset));

    [Theory]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b504")]
    [InlineData("v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235")]
    [InlineData("v0=")]
    [InlineData("v0=ü")]
    public void Any_other_signature_is_refused(string signature) => Assert.Equal(SignatureCheck.Mismatch, Check(Stamp, signature, Body));

    [Theory]
    [InlineData("+1531420618")]
    [InlineData(" 1531420618")]
    [InlineData("1531420618.0")]
    [InlineData("1_531_420_618")]
    [InlineData("0x5b4793ca")]
    [InlineData("١٥٣١٤٢٠٦١٨")]
    [InlineData("NaN")]
    [InlineData("99999999999999999999")]
    public void A_timestamp_is_digits_only(string stamp) => Assert.Equal(SignatureCheck.Malformed, Check(stamp, Signed(stamp), Body));

    [Theory]
    [InlineData("9223372036854775807")]
    [InlineData("0")]
    public void A_timestamp_far_away_is_stale_however_far(string stamp) =>
        Assert.Equal(SignatureCheck.Stale, Check(stamp, Signed(stamp), Body));

    [Fact]
    public void Without_a_signature_or_a_timestamp_nothing_is_checked()
    {
        Assert.Equal(SignatureCheck.Missing, Check(StringValues.Empty, Signature, Body));
        Assert.Equal(SignatureCheck.Missing, Check(Stamp, StringValues.Empty, Body));
        Assert.Equal(SignatureCheck.Missing, Check("", "", Body));
    }

    [Fact]
    public void Several_signatures_or_timestamps_are_refused_although_one_is_right()
    {
        Assert.Equal(SignatureCheck.Malformed, Check(Stamp, new StringValues([Signature, "v0=00"]), Body));
        Assert.Equal(SignatureCheck.Malformed, Check(new StringValues([Stamp, Stamp]), Signature, Body));
    }

    [Fact]
    public void One_changed_byte_of_the_body_is_noticed() =>
        Assert.Equal(SignatureCheck.Mismatch, Check(Stamp, Signature, Body.Replace("text=", "text=x", StringComparison.Ordinal)));

    private static string Signed(string stamp) => SlackSignature.Of(stamp, Encoding.UTF8.GetBytes(Body), Secret);

    private static SignatureCheck Check(StringValues stamp, StringValues signature, string body, int offset = 0) =>
        SlackSignature.Check(
            stamp,
            signature,
            Encoding.UTF8.GetBytes(body),
            Secret,
            DateTimeOffset.FromUnixTimeSeconds(1531420618 + offset)
        );
}
