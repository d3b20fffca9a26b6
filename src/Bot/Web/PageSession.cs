using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Bot.Settings;

namespace Bot.Web;

/// <summary>What became of an attempt to sign in.</summary>
internal enum SignIn
{
    Done,
    WrongKey,
    TooMany,
}

/// <summary>Signing in with the admin key. The cookie holds an instant and its keyed hash: nothing is stored, and every host of the deployment agrees.</summary>
internal sealed class PageSession(AdminSettings admin, TimeProvider clock) : IDisposable
{
    public const string Cookie = "medalist_page";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly PartitionedRateLimiter<IPAddress> attempts = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = 10, Window = TimeSpan.FromMinutes(1) })
    );

    public bool IsSignedIn(HttpContext context) =>
        context.Request.Cookies.TryGetValue(Cookie, out var value)
        && value.Split('.') is [var issued, var proof]
        && long.TryParse(issued, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && SameText(proof, ProofOf(seconds))
        && seconds > (clock.GetUtcNow() - Lifetime).ToUnixTimeSeconds();

    public SignIn Enter(HttpContext context, string key)
    {
        using var lease = attempts.AttemptAcquire(context.Connection.RemoteIpAddress ?? IPAddress.None);
        if (!lease.IsAcquired)
            return SignIn.TooMany;
        if (admin.ApiKey is not { } expected || !SameText(key, expected))
            return SignIn.WrongKey;

        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        context.Response.Cookies.Append(Cookie, string.Create(CultureInfo.InvariantCulture, $"{now}.{ProofOf(now)}"), Options(context));
        return SignIn.Done;
    }

    public static void Leave(HttpContext context) => context.Response.Cookies.Delete(Cookie, Options(context));

    public void Dispose() => attempts.Dispose();

    private static CookieOptions Options(HttpContext context) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            Path = "/",
        };

    private string ProofOf(long issued) =>
        Convert.ToHexStringLower(
            HMACSHA256.HashData(
                Encoding.UTF8.GetBytes(admin.ApiKey ?? ""),
                Encoding.UTF8.GetBytes($"medalist page {issued.ToString(CultureInfo.InvariantCulture)}")
            )
        );

    /// <summary>Compares hashes, so neither the content nor the length of the secret shows in the time it takes.</summary>
    private static bool SameText(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(one)),
            SHA256.HashData(Encoding.UTF8.GetBytes(other))
        );
}
