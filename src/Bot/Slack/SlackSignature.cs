using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Bot.Slack;

internal enum SignatureCheck
{
    Valid,
    Missing,
    Malformed,
    Stale,
    Mismatch,
}

/// <summary>Slack's v0 signature: an HMAC over <c>v0:{timestamp}:{raw body}</c>, at most five minutes old or early.</summary>
internal static class SlackSignature
{
    public const string TimestampHeader = "X-Slack-Request-Timestamp";
    public const string SignatureHeader = "X-Slack-Signature";

    private const long ToleranceSeconds = 300;

    public static SignatureCheck Check(
        StringValues timestamp,
        StringValues signature,
        ReadOnlySpan<byte> body,
        string secret,
        DateTimeOffset now
    )
    {
        if (StringValues.IsNullOrEmpty(timestamp) || StringValues.IsNullOrEmpty(signature))
            return SignatureCheck.Missing;

        if (timestamp is not [{ } stamp] || signature is not [{ } given])
            return SignatureCheck.Malformed;

        // Digits only: no sign, no blank, no separator, so that one instant has one spelling.
        if (!long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return SignatureCheck.Malformed;

        if (seconds > now.ToUnixTimeSeconds() + ToleranceSeconds || seconds < now.ToUnixTimeSeconds() - ToleranceSeconds)
            return SignatureCheck.Stale;

        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.ASCII.GetBytes(Of(stamp, body, secret)))
            ? SignatureCheck.Valid
            : SignatureCheck.Mismatch;
    }

    /// <summary>The header's value: <c>v0=</c> and lower-case hex.</summary>
    public static string Of(string timestamp, ReadOnlySpan<byte> body, string secret)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. body];
        return $"v0={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}";
    }
}
