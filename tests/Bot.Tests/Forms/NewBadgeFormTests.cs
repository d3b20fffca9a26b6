using Bot.Cards.Rendering;
using Bot.Forms;

namespace Bot.Tests.Forms;

/// <summary>The form of a badge of the company's own.</summary>
public sealed class NewBadgeFormTests : BadgeFormHost
{
    [Fact]
    public async Task A_new_badge_counts_what_was_there_before_and_is_changed_by_its_own_form()
    {
        var form = await OpenAsync("badge-new", "");

        var done = Assert.IsType<FormReply.Done>(await SubmitAsync(form, Caller()));
        Assert.Contains("2 logged activities of the kind “call”", PlainText.Render(done.Card), StringComparison.Ordinal);
        Assert.Equal("earned", await StateOfAnaAsync("hot-line"));
        Assert.IsType<FormReply.Done>(await SubmitAsync(form, Caller()));
        Assert.Equal(1, await VersionOfAsync("hot-line"));

        var own = await OpenAsync("badge", "hot-line");
        Assert.Equal(("Hot Line", "📞", "call", "once"), (Of(own, "name"), Of(own, "art"), Of(own, "kind"), Of(own, "per")));
        await SubmitAsync(own, ("per", "week"), ("art", ""));

        var custom = (await BookAsync()).Settings.NewestOf("hot-line")!.Custom!;
        Assert.Equal(("custom", "Week"), (custom.Art, custom.Per.ToString()));
    }

    [Fact]
    public async Task Another_badge_of_a_name_that_is_there_changes_nothing()
    {
        await SubmitAsync(await OpenAsync("badge-new", ""), Caller());

        var again = Assert.IsType<FormReply.Show>(
            await SubmitAsync(await OpenAsync("badge-new", ""), [.. Caller(), ("name", "hot-line"), ("threshold", "9")])
        );

        Assert.Equal("name", Assert.Single(again.Errors).Field);
        Assert.Equal(1, await VersionOfAsync("hot-line"));
    }

    [Theory]
    [InlineData("Closer")]
    [InlineData("closer!")]
    [InlineData("Revenue unit")]
    [InlineData("Custom")]
    public async Task A_name_that_is_taken_is_said_at_its_field(string name)
    {
        var again = Assert.IsType<FormReply.Show>(await SubmitAsync(await OpenAsync("badge-new", ""), [.. Caller(), ("name", name)]));

        Assert.Equal("name", Assert.Single(again.Errors).Field);
    }

    [Theory]
    [InlineData("Café König", "cafe-konig")]
    [InlineData("  A -- B  ", "a-b")]
    [InlineData("王者", "badge-")]
    public async Task The_id_of_a_new_badge_is_made_of_its_name(string name, string id)
    {
        await SubmitAsync(await OpenAsync("badge-new", ""), [.. Caller(), ("name", name)]);

        Assert.StartsWith(id, Assert.Single((await BookAsync()).All, one => one.Badge.IsCustom).Badge.Id, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("threshold", "0")]
    [InlineData("threshold", "-1")]
    [InlineData("threshold", "1,000,001")]
    [InlineData("threshold", "1.5")]
    [InlineData("threshold", "many")]
    [InlineData("threshold", "")]
    [InlineData("name", "")]
    [InlineData("name", "\u202E")]
    [InlineData("description", "")]
    [InlineData("category", "gold")]
    [InlineData("measure", "luck")]
    [InlineData("measure", "")]
    [InlineData("kind", "")]
    [InlineData("per", "day")]
    [InlineData("art", "https://example.com/x.png")]
    [InlineData("art", "📞📞")]
    [InlineData("art", "x")]
    public async Task A_wrong_value_is_said_at_its_field_and_nothing_is_added(string field, string typed)
    {
        var again = Assert.IsType<FormReply.Show>(await SubmitAsync(await OpenAsync("badge-new", ""), [.. Caller(), (field, typed)]));

        Assert.Equal(field, Assert.Single(again.Errors).Field);
        Assert.Equal(14, (await BookAsync()).All.Count);
    }

    [Theory]
    [InlineData("deals", "call", "once", "kind")]
    [InlineData("streak", "", "week", "per")]
    [InlineData("bigDeal", "", "month", "per")]
    public async Task What_does_not_go_together_is_said_at_the_field_that_has_to_go(string measure, string kind, string per, string field)
    {
        var again = Assert.IsType<FormReply.Show>(
            await SubmitAsync(await OpenAsync("badge-new", ""), [.. Caller(), ("measure", measure), ("kind", kind), ("per", per)])
        );

        Assert.Equal(field, Assert.Single(again.Errors).Field);
    }

    [Fact]
    public async Task A_badge_given_as_a_reward_only_counts_nothing_and_may_get_something_to_count_while_no_goal_gives_it()
    {
        var done = await SubmitAsync(await OpenAsync("badge-new", ""), [.. Caller(), .. Reward]);

        Assert.Contains("Given as a reward of a team goal", Said(done), StringComparison.Ordinal);
        Assert.Contains("Goals can give it now", Said(done), StringComparison.Ordinal);
        Assert.Equal("locked", await StateOfAnaAsync("hot-line"));
        var own = await OpenAsync("badge", "hot-line");
        Assert.Equal(("reward", "", "once"), (Of(own, "measure"), Of(own, "threshold"), Of(own, "per")));
        await SubmitAsync(own);
        Assert.Equal(1, await VersionOfAsync("hot-line"));

        await SubmitAsync(own, ("measure", "quotes"), ("threshold", "3"));
        Assert.Equal("earned", await StateOfAnaAsync("hot-line"));
        await SubmitAsync(await OpenAsync("badge", "hot-line"), ("measure", "reward"), ("threshold", ""));
        Assert.Equal("earned", await StateOfAnaAsync("hot-line"));
    }

    [Theory]
    [InlineData("threshold", "2")]
    [InlineData("threshold", "0")]
    [InlineData("threshold", "many")]
    [InlineData("kind", "call")]
    [InlineData("per", "week")]
    [InlineData("name", "")]
    [InlineData("category", "gold")]
    public async Task What_a_reward_cannot_have_is_said_at_its_field(string field, string typed)
    {
        var again = Assert.IsType<FormReply.Show>(
            await SubmitAsync(await OpenAsync("badge-new", ""), [.. Caller(), .. Reward, (field, typed)])
        );

        Assert.Equal(field, Assert.Single(again.Errors).Field);
        Assert.Equal(14, (await BookAsync()).All.Count);
    }

    [Theory]
    [InlineData("measure", "deals")]
    [InlineData("enabled", "")]
    public async Task What_a_goal_gives_is_kept_as_it_is_and_the_field_says_by_which_goal(string field, string typed)
    {
        await SubmitAsync(await OpenAsync("badge-new", ""), [.. Caller(), .. Reward]);
        await Host.PutAsync(
            "/api/v1/goals/push",
            new
            {
                name = "Push",
                subject = new { kind = "person", id = "ana" },
                metric = "deals",
                target = 1,
                period = new { kind = "month" },
                tiers = new[] { new { kind = "base", rewards = new[] { new { kind = "badge", badge = "hot-line" } } } },
            }
        );

        var again = Assert.IsType<FormReply.Show>(
            await SubmitAsync(await OpenAsync("badge", "hot-line"), (field, typed), ("threshold", field == "measure" ? "1" : ""))
        );

        var error = Assert.Single(again.Errors);
        Assert.Equal(field, error.Field);
        Assert.Contains("The goal “Push” gives this badge", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, await VersionOfAsync("hot-line"));
    }

    private static (string, string)[] Reward => [("measure", "reward"), ("threshold", ""), ("kind", ""), ("per", "once")];

    private static (string, string)[] Caller() =>
        [
            ("name", "Hot Line"),
            ("description", "Two calls."),
            ("art", "📞"),
            ("category", "milestone"),
            ("measure", "logged"),
            ("threshold", "2"),
            ("kind", "call"),
            ("per", "once"),
            ("enabled", "on"),
        ];

    private static string Of(Form form, string field) => form.Find(field)!.Typed;
}
