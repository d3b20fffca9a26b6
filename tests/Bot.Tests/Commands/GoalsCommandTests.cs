using System.Globalization;
using Bot.Cards;
using Bot.Cards.Rendering;
using Bot.Commands;
using Bot.Forms;
using Bot.Tests.Hosting;
using Gamification.Goals;
using Storage;

namespace Bot.Tests.Commands;

/// <summary>Goals on the whole host, on Wednesday 18 November in Paris.</summary>
public sealed class GoalsCommandTests : IAsyncLifetime
{
    private static readonly Place Channel = new("slack", "C01", IsChannel: true);
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private RunningHost host = null!;

    private FormDesk Forms => host.Service<FormDesk>();

    public async Task InitializeAsync() => host = await (await RunningHost.StartAsync()).WithPeopleAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task The_first_visit_shows_the_three_default_goals_with_bounds_and_zone()
    {
        var card = await AskAsync("ana", "/goals");

        var rows = Assert.Single(card.Parts.OfType<CardPart.ProgressList>()).Rows;
        Assert.Equal(["Quotes", "Response time", "Active days"], rows.Select(row => row.Title));
        Assert.Equal(["▶ active", "… waiting for 5 replies", "▶ active"], rows.Select(row => row.State));
        Assert.All(rows, row => Assert.Equal("ends Sun 22 Nov 24:00, Europe/Paris", row.Details[0]));
    }

    [Theory]
    [InlineData("/goals pause quotes")]
    [InlineData("/goals please STOP my quote goal")]
    [InlineData("/goals weekly offers hold")]
    public async Task A_goal_is_paused_and_resumed_in_place_however_it_is_called(string line)
    {
        await AskAsync("ana", "/goals");

        Assert.Contains("Quotes, Week 47: ⏸ paused", Text(await AskAsync("ana", line)), StringComparison.Ordinal);
        Assert.Contains("Quotes, Week 47: ▶ active", Text(await AskAsync("ana", "/goals resume")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_that_are_meant_are_asked_for_with_buttons()
    {
        await AskAsync("ana", "/goals");

        var card = await AskAsync("ana", "/goals pause");

        Assert.Equal("Which goal to pause?", card.Title);
        var buttons = Assert.Single(card.Parts.OfType<CardPart.Buttons>()).Items;
        Assert.Equal(
            ["10 quotes a week", "median reply 30 min a week", "4 active days a week", "All goals"],
            buttons.Select(one => one.Label)
        );
        Assert.Contains("⏸ paused", Text(await AskAsync("ana", buttons[0].Command)), StringComparison.Ordinal);
        Assert.Contains("“zzz”", Text(await AskAsync("ana", "/goals pause zzz")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_goal_is_had_back_by_its_button_and_without_any_the_card_offers_the_defaults()
    {
        await AskAsync("ana", "/goals");
        var card = await AskAsync("ana", "/goals delete quotes");
        var undo = Assert.Single(Assert.Single(card.Parts.OfType<CardPart.Entry>()).Items);
        Assert.DoesNotContain("Quotes, Week 47", Text(card), StringComparison.Ordinal);

        Assert.Contains("Quotes, Week 47: ▶ active", Text(await AskAsync("ana", undo.Command)), StringComparison.Ordinal);
        foreach (var goal in new[] { "quotes", "response", "days" })
            await AskAsync("ana", $"/goals delete {goal}");
        Assert.Contains("You have no goal now.", Text(await AskAsync("ana", "/goals")), StringComparison.Ordinal);
        Assert.Contains("Restore defaults: /goals defaults", Text(await AskAsync("ana", "/goals")), StringComparison.Ordinal);
        Assert.Contains("Quotes, Week 47", Text(await AskAsync("ana", "/goals defaults")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_goal_is_refused_in_chat_and_form_and_audited()
    {
        await AskAsync("ana", "/goals");
        var id = (await GoalsAsync("ana"))[0].Goal.Id;

        Assert.Contains("Only its owner", Text(await AskAsync("ben", $"/goals delete {id}")), StringComparison.Ordinal);
        Assert.IsType<FormReply.Refused>(await OpenAsync("ben", id.Value));
        Assert.IsType<FormReply.Refused>(await SubmitAsync("ben", id.Value, ("target", "1")));
        Assert.IsType<FormReply.Refused>(await OpenAsync("mara", id.Value));

        var refused = (await host.Service<AuditReader>().ListAsync(100, CancellationToken.None)).Where(row => row.What == "right.refused");
        Assert.Equal(["mara", "ben", "ben", "ben", "ben"], refused.Select(row => row.By));
        Assert.Equal(10, (await GoalsAsync("ana"))[0].Target);
    }

    [Theory]
    [InlineData("")]
    [InlineData("own-0")]
    [InlineData("own-0:1:2:3")]
    [InlineData("new:golf:1:2")]
    [InlineData("' OR 1=1")]
    public async Task A_form_about_nothing_is_not_opened(string state) => Assert.IsType<FormReply.Refused>(await OpenAsync("ana", state));

    [Fact]
    public async Task A_new_goal_is_made_once_however_often_it_is_sent()
    {
        foreach (var _ in new[] { 1, 2 })
            Assert.IsType<FormReply.Done>(
                await SubmitAsync("ana", "new", ("type", "revenue"), ("target", "€10,000.50"), ("period", "month"))
            );

        var goal = Assert.Single(await GoalsAsync("ana"));
        Assert.Equal((Metric.Revenue, 1_000_050, "2026-11"), (goal.Goal.Metric, goal.Target, goal.Period.Key.Value));
    }

    [Theory]
    [InlineData("quotes", "0", "week", "target")]
    [InlineData("quotes", "1.5", "week", "target")]
    [InlineData("quotes", "many", "week", "target")]
    [InlineData("quotes", "", "week", "target")]
    [InlineData("activeDays", "8", "week", "target")]
    [InlineData("revenue", "0.001", "month", "target")]
    [InlineData("responseTime", "-5", "week", "target")]
    [InlineData("golf", "5", "week", "type")]
    [InlineData("quotes", "5", "year", "period")]
    public async Task A_wrong_value_is_said_at_its_field_and_what_was_typed_stays(string type, string target, string period, string field)
    {
        var again = Assert.IsType<FormReply.Show>(await SubmitAsync("ana", "new", ("type", type), ("target", target), ("period", period)));

        Assert.Equal(field, Assert.Single(again.Errors).Field);
        Assert.Equal(target, again.Form.Find("target")!.Typed);
        Assert.Empty(await GoalsAsync("ana"));
    }

    [Fact]
    public async Task An_edit_holds_at_once_another_type_archives_and_a_stale_form_is_asked_again()
    {
        await AskAsync("ana", "/goals");
        var id = (await GoalsAsync("ana"))[0].Goal.Id.Value;
        var form = Assert.IsType<FormReply.Show>(await OpenAsync("ana", id)).Form;

        var saved = Assert.IsType<FormReply.Done>(await SubmitAsync("ana", form.State, ("target", "12")));
        Assert.Contains("Saved: 12 quotes a week. It holds at once.", Text(saved.Card), StringComparison.Ordinal);
        Assert.IsType<FormReply.Done>(await SubmitAsync("ana", form.State, ("target", "12")));
        var stale = Assert.IsType<FormReply.Show>(await SubmitAsync("ana", form.State, ("target", "13")));
        Assert.Contains("meanwhile", Assert.Single(stale.Errors).Message, StringComparison.Ordinal);

        var other = Assert.IsType<FormReply.Done>(await SubmitAsync("ana", stale.Form.State, ("type", "responseTime"), ("target", "7.5")));
        Assert.Contains("The old one is archived.", Text(other.Card), StringComparison.Ordinal);
        Assert.Contains((Metric.ResponseTime, 450L), (await GoalsAsync("ana")).Select(goal => (goal.Goal.Metric, goal.Target)));
    }

    [Fact]
    public async Task The_suggested_target_is_in_the_form_and_a_forged_one_is_not()
    {
        await AskAsync("ana", "/goals");
        var id = (await GoalsAsync("ana"))[0].Goal.Id.Value;

        Assert.Equal("11", Assert.IsType<FormReply.Show>(await OpenAsync("ana", $"{id}::11")).Form.Find("target")!.Typed);
        Assert.Equal("10", Assert.IsType<FormReply.Show>(await OpenAsync("ana", $"{id}::99999999")).Form.Find("target")!.Typed);
    }

    [Fact]
    public async Task Why_tells_bounds_what_counted_what_a_pause_left_out_and_the_arithmetic()
    {
        await AskAsync("ana", "/goals");
        await QuoteAsync("q1", "08:30");
        await AskAsync("ana", "/goals pause quotes");
        var text = Text(await AskAsync("ana", "/why goal quotes?"));

        Assert.Contains("1 of 10 quotes in 2026-W47 (Mon 16 Nov – Sun 22 Nov, Europe/Paris): paused.", text, StringComparison.Ordinal);
        Assert.Contains("1 counted, newest first: Quote sent, Wed 18 Nov 09:30.", text, StringComparison.Ordinal);
        Assert.Contains("It is paused since Wed 18 Nov", text, StringComparison.Ordinal);
        Assert.Contains("1 quote of 10 quotes = 10 %, rounded down: 9 quotes to go.", text, StringComparison.Ordinal);
        Assert.Equal("Why which goal?", (await AskAsync("ana", "/why goal")).Title);
    }

    [Fact]
    public async Task Why_names_what_came_while_it_was_paused_and_what_came_after_counts_again()
    {
        await AskAsync("ana", "/goals");
        await QuoteAsync("q1", "08:30");
        await AskAsync("ana", "/goals pause quotes");
        await host.MoveClockAsync("2026-11-18T09:10:00Z");
        await QuoteAsync("q2", "09:05");
        await AskAsync("ana", "/goals resume quotes");
        await host.MoveClockAsync("2026-11-18T09:20:00Z");
        await QuoteAsync("q3", "09:15");

        var text = Text(await AskAsync("ana", "/why goal quotes"));

        Assert.Contains("2 of 10 quotes in 2026-W47", text, StringComparison.Ordinal);
        Assert.Contains(
            "2 counted, newest first: Quote sent, Wed 18 Nov 10:15; Quote sent, Wed 18 Nov 09:30.",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("1 left out, dated while the goal was paused: Quote sent, Wed 18 Nov 10:05.", text, StringComparison.Ordinal);
        Assert.Contains("It was paused from Wed 18 Nov 10:00 to Wed 18 Nov 10:10", text, StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> QuoteAsync(string id, string time) =>
        host.SendAsync(
            id,
            System.Text.Json.JsonSerializer.Serialize(
                new
                {
                    type = "quote.sent",
                    timestamp = $"2026-11-18T{time}:00Z",
                    data = new { quoteId = id, owner = "ana@example.com" },
                }
            )
        );

    private async Task<Card> AskAsync(string person, string line) =>
        (await host.Service<CommandDesk>().AnswerAsync(User(person), line, Channel, English, CancellationToken.None)).Card;

    private Task<FormReply> OpenAsync(string person, string state) =>
        Forms.OpenAsync(User(person), new("goal", state), Channel, English, CancellationToken.None);

    private async Task<FormReply> SubmitAsync(string person, string state, params (string Field, string Typed)[] typed)
    {
        var values = await OpenAsync(person, state) is FormReply.Show(var form, _)
            ? form.Fields.ToDictionary(field => field.Id, field => field.Value, StringComparer.Ordinal)
            : new(StringComparer.Ordinal);
        foreach (var (field, text) in typed)
            values[field] = [text];

        return await Forms.SubmitAsync(User(person), new("goal", state), new(values), Channel, English, CancellationToken.None);
    }

    private Task<IReadOnlyList<GoalStanding>> GoalsAsync(string person) =>
        host.Service<GoalReader>().OfAsync(new(person), new(person), NodaTime.Instant.FromUtc(2026, 11, 18, 12, 0), CancellationToken.None);

    private static ChatUser User(string person) => new("web", person, _ => Task.FromResult<string?>(null));

    private static string Text(Card card) => PlainText.Render(card);
}
