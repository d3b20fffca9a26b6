using System.Net;
using Bot.Tests.Hosting;
using Storage;

namespace Bot.Tests.Forms;

/// <summary>The person's form on the page, as a browser without a script meets it: Mara manages EMEA, where Ana is.</summary>
public sealed class PageFormTests : IAsyncLifetime
{
    private const string Filled = "person=mara&form=person+ana&f-team=emea&f-active=on&f-until=";

    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        host = await (await RunningHost.StartAsync()).WithPeopleAsync();
        await host.PutAsync("/api/v1/teams/emea", new { name = "EMEA", managers = new[] { "mara" } });
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_button_opens_the_form_on_a_whole_page()
    {
        var html = await TextAsync(await SendAsync("person=mara&open=person+ana"));

        Assert.Contains("<!doctype html>", html, StringComparison.Ordinal);
        Assert.Contains("""<input type="hidden" name="form" value="person ana:""", html, StringComparison.Ordinal);
        Assert.Contains("""<option value="emea" selected>EMEA</option>""", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_opens_it_too()
    {
        var html = await TextAsync(await SendAsync("person=mara&command=%2Fmedalist+person+ana", "/page/commands"));

        Assert.Contains("class=\"card-form\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_stands_at_its_field_and_what_was_typed_is_kept()
    {
        var html = await TextAsync(await SendAsync($"{Filled}2026-11-01&f-since=2026-11-20"));

        Assert.Contains("The last day lies on or after the first", html, StringComparison.Ordinal);
        Assert.Contains("value=\"2026-11-20\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.Null((await StoredAsync()).Memberships[0].From);
    }

    [Fact]
    public async Task A_step_goes_back_with_what_was_typed_by_a_button_of_its_own()
    {
        const string first =
            "person=mara&form=team-goal+new&f-name=Push&f-subject=team%3Aemea&f-metric=quotes&f-period=Month&f-target=300&f-accelerator=none";
        var second = await TextAsync(await SendAsync(first));
        Assert.Contains("New goal (2 of 3)", second, StringComparison.Ordinal);
        Assert.Contains(
            """<button type="submit" name="f-back" value="on" formnovalidate>Back</button>""",
            second,
            StringComparison.Ordinal
        );

        var line = second.Split("name=\"form\" value=\"")[1].Split('"')[0];
        var back = await TextAsync(await SendAsync($"person=mara&form={Uri.EscapeDataString(line)}&f-share=Each&f-back=on"));

        Assert.Contains("New goal (1 of 3)", back, StringComparison.Ordinal);
        Assert.Contains("value=\"Push\"", back, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_right_form_is_saved_and_answered_with_the_card()
    {
        var html = await TextAsync(await SendAsync($"{Filled}&f-since=2026-11-02"));

        Assert.Contains("data-done", html, StringComparison.Ordinal);
        Assert.Contains("EMEA, since 2 Nov 2026", html, StringComparison.Ordinal);
        Assert.Equal(new(2026, 11, 2), (await StoredAsync()).Memberships[0].From);
    }

    [Fact]
    public async Task Another_site_cannot_send_it()
    {
        using var response = await SendAsync($"{Filled}&f-since=2026-11-02", origin: "https://evil.example");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Null((await StoredAsync()).Memberships[0].From);
    }

    [Theory]
    [InlineData("person=mara", HttpStatusCode.OK)]
    [InlineData("person=mara&open=nothing+like+this", HttpStatusCode.OK)]
    [InlineData("person=nobody&open=person+ana", HttpStatusCode.NotFound)]
    [InlineData("person=mara&form=person+ana&f-team=%00%FF", HttpStatusCode.BadRequest)]
    [InlineData("person=mara&form=%3Cscript%3Ealert(1)%3C%2Fscript%3E", HttpStatusCode.OK)]
    public async Task Whatever_is_posted_is_answered(string body, HttpStatusCode status)
    {
        using var response = await SendAsync(body);

        Assert.Equal(status, response.StatusCode);
        Assert.DoesNotContain("<script>alert", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_huge_form_is_refused_with_the_remedy()
    {
        using var response = await SendAsync($"person=mara&form=person+ana&f-since={new string('x', 140_000)}");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("write less", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(HttpResponseMessage response)
    {
        using (response)
            return await response.Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> SendAsync(string body, string address = "/page/forms", string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        request.Headers.Add("Origin", origin ?? host.Url.GetLeftPart(UriPartial.Authority));
        request.Headers.AcceptLanguage.ParseAdd("en-GB");
        return await host.Client.SendAsync(request);
    }

    private async Task<PersonRecord> StoredAsync() =>
        (await host.Service<DirectoryReader>().RecordAsync(new("ana"), CancellationToken.None))!;
}
