using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Benchmarks.Load;

/// <summary>Webhooks as they go over the wire, written and signed before the clock runs.</summary>
internal sealed class SignedRequests(Uri host, int reps, int latePercent)
{
    private static readonly byte[] Key = Convert.FromBase64String(Company.Secret["whsec_".Length..]);

    /// <summary>The same people in the same order in every run.</summary>
    private readonly Random random = new(17);

    private int made;

    /// <summary>Four quotes of deals of their own to one won deal, spread over all reps, each a little after the one before.</summary>
    public byte[][] Make(int count, string run)
    {
        var now = TimeProvider.System.GetUtcNow();
        var seconds = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var requests = new byte[count][];
        for (var index = 0; index < count; index++)
            requests[index] = Request($"{run}-{index}", seconds, Body(OccurredAt(now.AddMicroseconds(100 * index)), made++));
        return requests;
    }

    /// <summary>Late ones lie up to a day back, in a period that is open, and come in no order.</summary>
    private DateTimeOffset OccurredAt(DateTimeOffset now) =>
        random.Next(100) < latePercent ? now.AddSeconds(-random.Next(60, 86_400)) : now;

    private string Body(DateTimeOffset occurred, int number)
    {
        var data =
            number % 5 == 4
                ? $$"""{"dealId":"d{{number}}","owner":"{{Owner()}}","outcome":"won","amount":{{random.Next(100, 90_000)}}.50,"currency":"EUR"}"""
                : $$"""{"quoteId":"q{{number}}","dealId":"d{{number}}","owner":"{{Owner()}}","amount":"{{random.Next(100, 90_000)}}.00"}""";
        var type = number % 5 == 4 ? "deal.closed" : "quote.sent";
        var timestamp = occurred.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        return $$"""{"type":"{{type}}","timestamp":"{{timestamp}}","data":{{data}}}""";
    }

    private string Owner() => Company.EmailOf(random.Next(reps));

    private byte[] Request(string id, string seconds, string body)
    {
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"{id}.{seconds}.{body}")));
        return Encoding.UTF8.GetBytes(
            $"POST /webhooks/crm HTTP/1.1\r\nHost: {host.Authority}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n"
                + $"webhook-id: {id}\r\nwebhook-timestamp: {seconds}\r\nwebhook-signature: v1,{signature}\r\n\r\n{body}"
        );
    }
}
