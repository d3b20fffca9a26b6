using System.Net;
using Bot.Settings;

namespace Bot.Web;

/// <summary>What a visitor of the page may do.</summary>
internal enum Admission
{
    Open,
    MustSignIn,
    Refused,
}

/// <summary>
/// Who may see the page: whoever sits at this machine, and with an admin key whoever signed in with it.
/// A foreign <c>Host</c> on loopback is a rebound name or a proxy, and a forwarded request comes from elsewhere: both are not local.
/// </summary>
internal sealed class Visit(AdminSettings admin, PageSession session)
{
    private static readonly string[] LocalNames = ["localhost", "127.0.0.1", "[::1]"];
    private static readonly string[] ForwardingHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    public Admission Admit(HttpContext context) =>
        IsLocal(context) ? Admission.Open
        : admin.ApiKey is null ? Admission.Refused
        : session.IsSignedIn(context) ? Admission.Open
        : Admission.MustSignIn;

    public static bool IsLocal(HttpContext context) =>
        IsLoopback(context.Connection.RemoteIpAddress)
        && LocalNames.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase)
        && !ForwardingHeaders.Any(context.Request.Headers.ContainsKey);

    private static bool IsLoopback(IPAddress? address) =>
        address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    /// <summary>
    /// Whether a request that changes something was made by this page. Browsers say so themselves; a request that does not is not a browser's
    /// and is refused too.
    /// </summary>
    public static bool IsOwnForm(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
            ? site == "same-origin"
            : request.Headers.Origin.ToString() == $"{request.Scheme}://{request.Host}";
}
