using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Crm;

/// <summary>What a signature was found to be.</summary>
internal enum SignatureCheck
{
    Valid,
    Missing,
    NotATime,
    Stale,
    Mismatch,
}

/// <summary>
/// Standard Webhooks 1.0: HMAC-SHA256 over <c>id.timestamp.body</c>, the body as the sender wrote it before any content encoding.
/// </summary>
/// <param name="Id">Header <c>webhook-id</c>.</param>
/// <param name="Timestamp">Header <c>webhook-timestamp</c>, seconds, as sent: these characters are what is signed.</param>
/// <param name="Signatures">Header <c>webhook-signature</c>: a list of <c>v1,{base64}</c> parted by spaces.</param>
internal readonly record struct StandardWebhooksSignature(string? Id, string? Timestamp, string? Signatures)
{
    private const string Scheme = "v1,";
    private const string SecretPrefix = "whsec_";
    private const long ToleranceSeconds = 300;

    public static StandardWebhooksSignature Of(IHeaderDictionary headers) =>
        new(Single(headers, "webhook-id"), Single(headers, "webhook-timestamp"), Single(headers, "webhook-signature"));

    /// <summary>The key behind a secret, which may be written with or without its prefix.</summary>
    public static byte[] KeyOf(string secret) =>
        Convert.FromBase64String(secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? secret[SecretPrefix.Length..] : secret);

    public SignatureCheck Check(ReadOnlySpan<byte> body, IReadOnlyList<byte[]> keys, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(Id) || string.IsNullOrEmpty(Timestamp) || string.IsNullOrEmpty(Signatures))
            return SignatureCheck.Missing;
        if (!long.TryParse(Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return SignatureCheck.NotATime;
        if (Math.Abs(now.ToUnixTimeSeconds() - seconds) > ToleranceSeconds)
            return SignatureCheck.Stale;

        byte[] signed = [.. Encoding.UTF8.GetBytes($"{Id}.{Timestamp}."), .. body];
        return IsSignedBy(keys, signed) ? SignatureCheck.Valid : SignatureCheck.Mismatch;
    }

    /// <summary>Every candidate meets every key: how long it takes tells nothing about which of them came close.</summary>
    private bool IsSignedBy(IReadOnlyList<byte[]> keys, ReadOnlySpan<byte> signed)
    {
        var matches = false;
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        foreach (var key in keys)
        {
            HMACSHA256.HashData(key, signed, expected);
            foreach (var candidate in Signatures.AsSpan().Split(' '))
                matches |= Matches(Signatures.AsSpan()[candidate], expected);
        }
        return matches;
    }

    private static bool Matches(ReadOnlySpan<char> candidate, ReadOnlySpan<byte> expected)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return candidate.StartsWith(Scheme, StringComparison.Ordinal)
            && Convert.TryFromBase64Chars(candidate[Scheme.Length..], given, out var length)
            && CryptographicOperations.FixedTimeEquals(given[..length], expected);
    }

    /// <summary>A header that came twice is as good as none.</summary>
    private static string? Single(IHeaderDictionary headers, string name) => headers[name] is [{ } value] ? value : null;
}
