using System.Globalization;
using Bot.Commands;
using Bot.Forms;
using Bot.Tests.Hosting;
using Storage;

namespace Bot.Tests.Forms;

/// <summary>The form of points and limits, filled in by an admin on Wednesday 18 November in Paris.</summary>
public sealed class RulesFormTests : IAsyncLifetime
{
    private static readonly Place Page = new("web", "web", IsChannel: false);
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private RunningHost host = null!;

    private FormDesk Desk => host.Service<FormDesk>();

    public async Task InitializeAsync()
    {
        host = await (await RunningHost.StartAsync()).WithPeopleAsync();
        await host.PutAsync(
            "/api/v1/people/ada",
            new
            {
                name = "Ada Admin",
                email = "ada@example.com",
                role = "admin",
            }
        );
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task It_shows_every_number_and_saves_what_changed_from_tomorrow_on()
    {
        var form = await OpenAsync("ada");
        Assert.Equal("10", Assert.Single(form.Find("quoteSent")!.Value));
        Assert.Equal(10, form.Fields.Count());

        var done = await SubmitAsync("ada", form, ("quoteSent", "12"));

        Assert.IsType<FormReply.Done>(done);
        var newest = (await VersionsAsync())[^1];
        Assert.Equal((2, "2026-11-19", 12, 50, "ada"), Of(newest));
    }

    [Fact]
    public async Task Sent_twice_it_is_one_change()
    {
        var form = await OpenAsync("ada");
        await SubmitAsync("ada", form, ("quoteSent", "12"));
        await SubmitAsync("ada", form, ("quoteSent", "12"));

        Assert.Equal(2, (await VersionsAsync()).Count);
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_not_overwritten()
    {
        var form = await OpenAsync("ada");
        await host.PutAsync("/api/v1/rules", new { points = new { dealWon = 70 } });

        var again = Assert.IsType<FormReply.Show>(await SubmitAsync("ada", form, ("quoteSent", "12")));

        Assert.Contains("meanwhile", Assert.Single(again.Errors).Message, StringComparison.Ordinal);
        Assert.Equal(2, (await VersionsAsync()).Count);
    }

    [Theory]
    [InlineData("quoteSent", "-1")]
    [InlineData("quoteSent", "10,001")]
    [InlineData("quoteSent", "1.5")]
    [InlineData("quoteSent", "many")]
    [InlineData("quoteSent", "")]
    [InlineData("replyMinutes", "0")]
    [InlineData("fastReplyMinutes", "16")]
    public async Task A_wrong_number_is_said_at_its_field(string field, string typed)
    {
        var form = await OpenAsync("ada");

        var again = Assert.IsType<FormReply.Show>(await SubmitAsync("ada", form, (field, typed)));

        Assert.Equal(field, Assert.Single(again.Errors).Field);
        Assert.Single(await VersionsAsync());
    }

    [Theory]
    [InlineData("ana")]
    [InlineData("mara")]
    public async Task Reps_and_managers_neither_open_nor_send_it(string person)
    {
        var form = await OpenAsync("ada");

        Assert.IsType<FormReply.Refused>(await Desk.OpenAsync(User(person), new("rules", ""), Page, English, CancellationToken.None));
        Assert.IsType<FormReply.Refused>(await SubmitAsync(person, form, ("quoteSent", "12")));
        Assert.Single(await VersionsAsync());
    }

    private static ChatUser User(string person) => new("web", person, _ => Task.FromResult<string?>(null));

    private static (int, string?, int, int, string) Of(PointRecord record) =>
        (
            record.Version.Version,
            record.Version.From is { } from ? NodaTime.Text.LocalDatePattern.Iso.Format(from) : null,
            record.Version.Rules.Quote,
            record.Version.Rules.Deal,
            record.By
        );

    private async Task<Form> OpenAsync(string person) =>
        Assert.IsType<FormReply.Show>(await Desk.OpenAsync(User(person), new("rules", ""), Page, English, CancellationToken.None)).Form;

    private Task<FormReply> SubmitAsync(string person, Form form, params (string Field, string Typed)[] typed)
    {
        var values = form.Fields.ToDictionary(field => field.Id, field => field.Value, StringComparer.Ordinal);
        foreach (var (field, text) in typed)
            values[field] = [text];

        return Desk.SubmitAsync(User(person), new(form.Id, form.State), new(values), Page, English, CancellationToken.None);
    }

    private Task<IReadOnlyList<PointRecord>> VersionsAsync() => host.Service<PointRulesReader>().VersionsAsync(CancellationToken.None);
}
