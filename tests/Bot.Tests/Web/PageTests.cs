using System.Net;
using Bot.Tests.Hosting;

namespace Bot.Tests.Web;

/// <summary>The page as a browser's requests meet it.</summary>
public sealed class PageTests : IAsyncLifetime
{
    private RunningHost host = null!;

    public async Task InitializeAsync() => host = await (await RunningHost.StartAsync()).WithPeopleAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task It_shows_the_channel_and_the_person_of_the_address()
    {
        var html = await host.Client.GetStringAsync("/?person=ben&channel=web:amer");

        Assert.Contains("""<h2 id="private-title">Ben Okafor</h2>""", html, StringComparison.Ordinal);
        Assert.Contains("""<option value="web:amer" selected>Americas</option>""", html, StringComparison.Ordinal);
        Assert.Contains("Europe/Paris", html, StringComparison.Ordinal);
        Assert.Contains("Local view", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US", "en", "Announcements, the same for everyone", "Send")]
    [InlineData("pt-PT", "pt-BR", "Anúncios, iguais para todos", "Enviar")]
    [InlineData("es-MX", "es", "Anuncios, los mismos para todos", "Enviar")]
    [InlineData("fr-FR", "en", "Announcements, the same for everyone", "Send")]
    public async Task It_speaks_the_language_of_the_browser_and_says_so(string browser, string language, string under, string send)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/?person=ben&channel=web:amer");
        request.Headers.AcceptLanguage.ParseAdd(browser);
        using var response = await host.Client.SendAsync(request);
        var html = await response.Content.ReadAsStringAsync();

        Assert.Contains($"<html lang=\"{language}\">", html, StringComparison.Ordinal);
        Assert.Contains($"""<p class="under">{under}</p>""", html, StringComparison.Ordinal);
        Assert.Contains($"{send}</button>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?person=nobody")]
    [InlineData("/?channel=web:gone")]
    [InlineData("/?person=%3Cscript%3Ealert(1)%3C/script%3E&channel=%00")]
    [InlineData("/?person=ana&person=ben&channel=slack:C01")]
    public async Task An_unknown_choice_is_answered_with_the_nearest_and_a_word(string address)
    {
        using var response = await host.Client.GetAsync(address);
        var html = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("is not here any more", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_inline_runs_and_nobody_frames_it()
    {
        using var response = await host.Client.GetAsync("/");
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        var html = await response.Content.ReadAsStringAsync();

        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" onclick=", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_files_are_kept_for_ever_under_the_address_that_changes_with_them()
    {
        var html = await host.Client.GetStringAsync("/");
        var address = html.Split("href=\"")
            .Select(part => part.Split('"')[0])
            .First(part => part.StartsWith("/page/page.css", StringComparison.Ordinal));

        using var versioned = await host.Client.GetAsync(address);
        using var bare = await host.Client.GetAsync("/page/page.css");

        Assert.True(versioned.Headers.CacheControl is { Public: true, MaxAge.TotalDays: > 300 });
        Assert.True(bare.Headers.CacheControl is { NoCache: true });
        Assert.Equal("text/css", versioned.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_command_is_answered_without_a_script_on_a_whole_page()
    {
        using var response = await AskAsync("person=ana&channel=web:emea&command=%2Fleaderboard+month");
        var html = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("<!doctype html>", html, StringComparison.Ordinal);
        Assert.Contains("You asked: </span>/leaderboard month", html, StringComparison.Ordinal);
        Assert.Contains("is-viewer", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_button_that_was_pressed_wins_over_the_empty_command_box()
    {
        using var response = await AskAsync("person=ana&channel=web:emea&command=&command=points");

        Assert.Contains("You asked: </span>points", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("person=nobody&command=points", HttpStatusCode.NotFound)]
    [InlineData("command=%00%FF%FE&person=ana", HttpStatusCode.BadRequest)]
    [InlineData("person=ana&command=%3Cscript%3Ealert(1)%3C%2Fscript%3E", HttpStatusCode.OK)]
    [InlineData("", HttpStatusCode.OK)]
    public async Task Whatever_is_posted_is_answered(string form, HttpStatusCode status)
    {
        using var response = await AskAsync(form);

        Assert.Equal(status, response.StatusCode);
        Assert.DoesNotContain("<script>alert", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(40_000)]
    public async Task A_huge_command_is_refused_with_the_remedy(int length)
    {
        using var response = await AskAsync($"person=ana&command={new string('x', length)}");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("shorter", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_site_cannot_press_a_button_here()
    {
        using var request = Form("person=ana&command=points");
        request.Headers.Add("Origin", "https://evil.example");

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task A_foreign_host_name_leads_to_the_sign_in_and_the_admin_key_opens_it()
    {
        using var stranger = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "medalist.example" } };
        using var asked = await host.Client.SendAsync(stranger);
        Assert.Equal(HttpStatusCode.Unauthorized, asked.StatusCode);
        Assert.Contains("Admin key", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = host.Url,
        };
        using var entering = Form($"key={RunningHost.ApiKey}", "/page/sign-in");
        entering.Headers.Host = "medalist.example";
        entering.Headers.Add("Origin", "http://medalist.example");
        using var entered = await browser.SendAsync(entering);
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);

        using var back = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "medalist.example" } };
        back.Headers.Add("Cookie", entered.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        using var shown = await browser.SendAsync(back);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
    }

    [Fact]
    public async Task Outside_the_demo_there_are_no_demo_buttons()
    {
        Assert.DoesNotContain("/page/demo", await host.Client.GetStringAsync("/"), StringComparison.Ordinal);

        using var response = await SendOwnAsync(Form("kind=quote&person=ana", "/page/demo"));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_first_deal_reaches_the_open_page_by_itself_and_a_reconnecting_one_where_it_left_off()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var stream = await LiveEvents.OpenAsync(host.Client, "/events?channel=web:emea&person=ana&since=0-0", null, stop.Token);

        using var sent = await host.SendAsync(
            "evt-1",
            """{"type":"deal.closed","timestamp":"2026-11-18T09:00:00Z","data":{"dealId":"d1","owner":"ana@example.com","outcome":"won","amount":900,"currency":"EUR"}}"""
        );

        var first = await stream.NextAsync("channel", stop.Token);
        Assert.Contains("Ana Alvarez", first.Data, StringComparison.Ordinal);
        Assert.Contains("First Sale", first.Data, StringComparison.Ordinal);

        using var again = await LiveEvents.OpenAsync(host.Client, "/events?channel=web:emea&person=ana&since=0-0", first.Id, stop.Token);
        Assert.DoesNotContain("channel", await NamesUntilAsync(again, "clock", stop.Token));
    }

    private static async Task<List<string>> NamesUntilAsync(LiveEvents stream, string last, CancellationToken ct)
    {
        var names = new List<string>();
        while (names.LastOrDefault() != last)
            names.Add((await stream.NextAsync(ct)).Name);
        return names;
    }

    private Task<HttpResponseMessage> AskAsync(string form) => SendOwnAsync(Form(form));

    private Task<HttpResponseMessage> SendOwnAsync(HttpRequestMessage request)
    {
        request.Headers.Add("Origin", host.Url.GetLeftPart(UriPartial.Authority));
        return host.Client.SendAsync(request);
    }

    private static HttpRequestMessage Form(string body, string address = "/page/commands") =>
        new(HttpMethod.Post, address) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded") };
}
