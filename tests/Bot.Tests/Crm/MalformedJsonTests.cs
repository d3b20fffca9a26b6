using System.Text;
using Bot.Crm;
using CsCheck;

namespace Bot.Tests.Crm;

/// <summary>Whatever the bytes, the answer is a value that says where and why: there is no way from a body to a 500.</summary>
public sealed class MalformedJsonTests
{
    private const string Sound =
        """{"type": "deal.closed", "timestamp": "2026-11-18T09:00:00Z", "data": {"dealId": "d\u00e9", "owner": "7", "outcome": "won", "amount": 12.5, "more": [{"a": [1, "x"]}]}}""";

    [Theory]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("nonsense", "")]
    [InlineData("{", "")]
    [InlineData("{}{}", "")]
    [InlineData("{} x", "")]
    [InlineData("""{"type": "deal.closed",}""", "/type")]
    [InlineData("""{"type": }""", "/type")]
    [InlineData("""{'type': 1}""", "")]
    [InlineData("""{"data": {"amount": 01}}""", "/data/amount")]
    [InlineData("""{"data": {"amount": NaN}}""", "/data/amount")]
    [InlineData("""{"data": {"list": [1, 2, ]}}""", "/data/list/1")]
    [InlineData("""{"data": {"list": [1, {"x": tru}]}}""", "/data/list/1/x")]
    [InlineData("""{"data": "\q"}""", "/data")]
    [InlineData("""{"data": 1} // said""", "")]
    public void What_is_not_json_is_refused_where_it_stops_being_so(string body, string pointer) =>
        Assert.Equal(pointer, Refused(Encoding.UTF8.GetBytes(body)).Pointer);

    [Theory]
    [InlineData("""{"type": "a", "type": "b"}""", "/type")]
    [InlineData("""{"type": "a", "\u0074ype": "b"}""", "/type")]
    [InlineData("""{"data": {"x": 1, "y": {"z": 1, "z": 2}}}""", "/data/y/z")]
    [InlineData("""{"data": [0, {"a/b~c": 1, "a/b~c": 2}]}""", "/data/1/a~1b~0c")]
    public void A_member_that_is_there_twice_is_named(string body, string pointer)
    {
        var refused = Refused(Encoding.UTF8.GetBytes(body));

        Assert.Equal((pointer, "This member is there twice."), (refused.Pointer, refused.Reason));
    }

    [Theory]
    [InlineData("""{"data": {"x": "\ud800"}}""", "/data/x")]
    [InlineData("""{"data": ["ok", "\udc00 first"]}""", "/data/1")]
    [InlineData("""{"data": {"\ud83d": 1}}""", "/data")]
    public void Half_a_surrogate_pair_is_named(string body, string pointer) =>
        Assert.Equal(pointer, Refused(Encoding.UTF8.GetBytes(body)).Pointer);

    [Theory]
    [InlineData(62, true)]
    [InlineData(63, false)]
    public void A_body_is_nested_at_most_64_deep(int arrays, bool isSound)
    {
        var nested = new string('[', arrays) + new string(']', arrays);
        var body = $$$"""{"type": "deal.deleted", "timestamp": "2026-11-18T09:00:00Z", "data": {"dealId": "d", "x": {{{nested}}}}}""";

        var parsed = CanonicalBody.Parse(Encoding.UTF8.GetBytes(body), "EUR");

        Assert.Equal(isSound, parsed is CanonicalBody.Valid);
        if (!isSound)
            Assert.Equal("The body is nested more than 64 deep.", ((CanonicalBody.Invalid)parsed).Reason);
    }

    [Theory]
    [InlineData(new byte[] { 0x22, 0xC3, 0x28, 0x22 })]
    [InlineData(new byte[] { 0x22, 0xED, 0xA0, 0x80, 0x22 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x7B, 0x00 })]
    [InlineData(new byte[] { 0x22, 0xC0, 0xAF, 0x22 })]
    public void What_is_not_utf_8_is_told_so(byte[] body) => Assert.Equal("The body is not valid UTF-8.", Refused(body).Reason);

    [Fact]
    public void Random_bytes_never_throw() => Gen.Byte.Array[0, 200].Sample(body => Told(body), iter: 20_000);

    [Fact]
    public void Random_json_marks_never_throw() =>
        Gen.Char["{}[]\",:\\u0dtruefalsn 1-+.eE8ca"].Array[0, 60].Sample(text => Told(Encoding.UTF8.GetBytes(text)), iter: 20_000);

    [Fact]
    public void A_sound_body_with_bytes_changed_cut_or_doubled_never_throws()
    {
        var sound = Encoding.UTF8.GetBytes(Sound);
        Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Byte, Gen.Int[0, sound.Length], Gen.Int[0, 3])
            .Sample(
                (at, value, from, how) =>
                    Told(
                        how switch
                        {
                            0 => [.. sound[..at], value, .. sound[(at + 1)..]],
                            1 => sound[..from],
                            2 => [.. sound[..at], .. sound[Math.Min(at, from)..]],
                            _ => [.. sound[..at], value, value, .. sound[at..]],
                        }
                    ),
                iter: 20_000
            );
    }

    private static bool Told(byte[] body) =>
        CanonicalBody.Parse(body, "EUR") switch
        {
            CanonicalBody.Valid valid => valid.Text.Length > 0,
            CanonicalBody.Invalid invalid => invalid is { Reason.Length: > 0, Remedy.Length: > 0 } && invalid.Pointer is "" or ['/', ..],
            _ => false,
        };

    private static CanonicalBody.Invalid Refused(byte[] body) => Assert.IsType<CanonicalBody.Invalid>(CanonicalBody.Parse(body, "EUR"));
}
