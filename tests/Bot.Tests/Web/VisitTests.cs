using System.Net;
using Bot.Settings;
using Bot.Web;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.Web;

public sealed class VisitTests
{
    private const string NoKey = "";
    private const string Key = "an-admin-key";

    [Theory]
    [InlineData("127.0.0.1", "localhost:3978", NoKey, "Open")]
    [InlineData("::1", "[::1]:3978", NoKey, "Open")]
    [InlineData("::ffff:127.0.0.1", "127.0.0.1", NoKey, "Open")]
    [InlineData("127.0.0.1", "localhost", Key, "Open")]
    [InlineData("127.0.0.1", "rebound.example", NoKey, "Refused")]
    [InlineData("127.0.0.1", "rebound.example", Key, "MustSignIn")]
    [InlineData("127.0.0.1", "localhost.evil.example", NoKey, "Refused")]
    [InlineData("192.168.1.7", "localhost:3978", NoKey, "Refused")]
    [InlineData("192.168.1.7", "medalist.example", Key, "MustSignIn")]
    [InlineData(null, "localhost", NoKey, "Refused")]
    public void Only_this_machine_by_its_own_name_is_local(string? address, string host, string key, string admission) =>
        Assert.Equal(admission, VisitWith(key).Admit(Request(address, host)).ToString());

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("Forwarded")]
    [InlineData("Via")]
    public void What_a_proxy_on_this_machine_forwards_is_not_local(string header)
    {
        var context = Request("127.0.0.1", "localhost");
        context.Request.Headers[header] = "203.0.113.9";

        Assert.Equal(Admission.Refused, VisitWith(NoKey).Admit(context));
    }

    [Theory]
    [InlineData("same-origin", null, true)]
    [InlineData("same-site", null, false)]
    [InlineData("cross-site", "http://localhost:3978", false)]
    [InlineData("none", null, false)]
    [InlineData(null, "http://localhost:3978", true)]
    [InlineData(null, "http://localhost:4000", false)]
    [InlineData(null, "https://localhost:3978", false)]
    [InlineData(null, "null", false)]
    [InlineData(null, null, false)]
    public void A_form_counts_only_when_this_page_sent_it(string? site, string? origin, bool own)
    {
        var request = Request("127.0.0.1", "localhost:3978").Request;
        if (site is not null)
            request.Headers["Sec-Fetch-Site"] = site;
        if (origin is not null)
            request.Headers.Origin = origin;

        Assert.Equal(own, Visit.IsOwnForm(request));
    }

    private static Visit VisitWith(string key)
    {
        var admin = new AdminSettings { ApiKey = key.Length == 0 ? null : key };
        return new(admin, new(admin, TimeProvider.System));
    }

    private static DefaultHttpContext Request(string? address, string host)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
        context.Request.Scheme = "http";
        context.Request.Host = new(host);
        return context;
    }
}
