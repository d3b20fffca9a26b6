using System.Globalization;
using Bot.Cards;
using Bot.Cards.Rendering;
using Bot.Commands;
using Bot.Forms;
using Bot.Forms.TeamGoals;
using Bot.Goals;
using Bot.Tests.Hosting;
using Gamification;
using Gamification.Goals;
using Storage;

namespace Bot.Tests.Forms;

/// <summary>A manager makes a goal for others in three steps: Mara manages EMEA with Ana and Ben, Olga the Americas.</summary>
public sealed class TeamGoalFormTests : IAsyncLifetime
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        host = await (await RunningHost.StartAsync()).WithPeopleAsync();
        await host.PutAsync("/api/v1/teams/emea", new { name = "EMEA", managers = new[] { "mara" } });
        await host.PutAsync(
            "/api/v1/people/olga",
            new
            {
                name = "Olga",
                email = "olga@example.com",
                role = "manager",
            }
        );
        await host.PutAsync("/api/v1/teams/amer", new { name = "Americas", managers = new[] { "olga" } });
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_goal_is_published_in_three_steps()
    {
        var tiers = await NextAsync(await OpenAsync("new"), Aim);
        var preview = await NextAsync(tiers, Tiers);

        Assert.Equal(("New goal (2 of 3)", "New goal (3 of 3)"), (tiers.Title, preview.Title));
        var text = Text(preview);
        Assert.Contains("Super · 110 %: 330 quotes → 500 coins, Dinner for two", text, StringComparison.Ordinal);
        Assert.Contains("Base: 250 quotes → no reward", text, StringComparison.Ordinal);
        Assert.Contains("In the last 6 months: Base never reached, Super never reached", text, StringComparison.Ordinal);

        var done = Assert.IsType<FormReply.Done>(await SubmitAsync(preview, new() { ["act"] = "publish" }));
        Assert.Contains("“Quotes of November” is published.", PlainText.Render(done.Card), StringComparison.Ordinal);
        var goal = Assert.Single(await host.Service<GoalReader>().AssignedAsync(CancellationToken.None));
        Assert.Equal((SubjectId.OfTeam(new("emea")), Metric.Quotes, 300L), (goal.Subject, goal.Metric, goal.Versions[^1].Target));
        Assert.NotNull(goal.Assignment!.Published);
    }

    [Fact]
    public async Task The_last_step_sent_twice_makes_one_goal()
    {
        var preview = await NextAsync(await NextAsync(await OpenAsync("new"), Aim), Tiers);

        Assert.IsType<FormReply.Done>(await SubmitAsync(preview, new() { ["act"] = "publish" }));
        Assert.IsType<FormReply.Done>(await SubmitAsync(preview, new() { ["act"] = "publish" }));

        var goal = Assert.Single(await host.Service<GoalReader>().AssignedAsync(CancellationToken.None));
        Assert.Equal(1, goal.Revision);
    }

    [Theory]
    [InlineData("draft", true, false)]
    [InlineData("shadow", false, true)]
    public async Task A_draft_counts_nothing_and_a_shadow_tells_nobody(string act, bool isDraft, bool isShadow)
    {
        var preview = await NextAsync(await NextAsync(await OpenAsync("new"), Aim), Tiers);

        Assert.IsType<FormReply.Done>(await SubmitAsync(preview, new() { ["act"] = act }));

        var goal = Assert.Single(await host.Service<GoalReader>().AssignedAsync(CancellationToken.None));
        Assert.Equal((isDraft, isShadow), (goal.IsDraft, goal.Assignment!.IsShadow));
        Assert.Empty(await host.Service<AnnouncementReader>().ListAsync(null, 10, CancellationToken.None));
    }

    [Fact]
    public async Task A_goal_of_each_member_has_the_fields_of_its_accelerator_and_shows_what_it_pays()
    {
        var tiers = await NextAsync(
            await OpenAsync("new"),
            With(Aim, ("subject", "members:emea"), ("metric", "revenue"), ("target", "100,000 EUR"), ("accelerator", "Marginal"))
        );
        Assert.DoesNotContain(tiers.Fields, field => field.Id is "share" or "per" or "size");

        var preview = await NextAsync(
            tiers,
            new()
            {
                ["unit"] = "Coins",
                ["bands"] = "100–110: 10\n110–130: 20\n130–150: 30",
                ["gate"] = "none",
            }
        );

        var text = Text(preview);
        Assert.Contains("At 110 % (110,000 EUR): 100 coins", text, StringComparison.Ordinal);
        Assert.Contains("At 130 % (130,000 EUR): 500 coins", text, StringComparison.Ordinal);
        Assert.Contains("At 200 % (200,000 EUR): 1,100 coins", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retroactive_accelerator_is_shown_with_its_cliff()
    {
        var tiers = await NextAsync(
            await OpenAsync("new"),
            With(Aim, ("subject", "members:emea"), ("metric", "revenue"), ("target", "100000"), ("accelerator", "Retroactive"))
        );
        var preview = await NextAsync(
            tiers,
            new()
            {
                ["unit"] = "Coins",
                ["per"] = "100",
                ["bands"] = "100-110: 1\n110+: 1.2",
                ["no-cap"] = "on",
                ["gate"] = "none",
            }
        );

        Assert.Contains(
            "A cliff: from 109,999.99 EUR to 110,000 EUR it pays 221 coins more at once (1,099 → 1,320)",
            Text(preview),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("target", "0", "target", "must be more than 0")]
    [InlineData("target", "many", "target", "Write a number such as")]
    [InlineData("only", "November", "only", "This is no month.")]
    [InlineData("subject", "person", "person", "Choose whose goal it is.")]
    [InlineData("accelerator", "Marginal", "accelerator", "Only goals of a person or of each member")]
    [InlineData("targets", "nobody@example.com = 3", "targets", "Line 1: nobody of yours is called so.")]
    [InlineData("targets", "ana@example.com", "targets", "Line 1: Write “name = target”.")]
    public async Task What_is_wrong_in_the_first_step_stands_at_its_field_and_what_was_typed_stays(
        string field,
        string typed,
        string at,
        string message
    )
    {
        var reply = Assert.IsType<FormReply.Show>(await SubmitAsync(await OpenAsync("new"), With(Aim, (field, typed))));

        Assert.Contains(reply.Errors, error => error.Field == at && error.Message.Contains(message, StringComparison.Ordinal));
        Assert.Equal(typed, reply.Form.Find(field)!.Typed);
        Assert.Equal("Quotes of November", reply.Form.Find("name")!.Typed);
    }

    [Theory]
    [InlineData("super-trigger", "80 %", "super-trigger")]
    [InlineData("base-rewards", "a car", "base-rewards")]
    [InlineData("base-rewards", "0 coins", "base-rewards")]
    [InlineData("base-rewards", "badge unknown", "base-rewards")]
    [InlineData("mega-trigger", "150.123 %", "mega-trigger")]
    [InlineData("every-member", "none", "every-member")]
    [InlineData("participation", "101", "participation")]
    public async Task What_is_wrong_in_the_second_step_stands_at_its_field_too(string field, string typed, string at)
    {
        var tiers = await NextAsync(await OpenAsync("new"), Aim);

        var reply = Assert.IsType<FormReply.Show>(await SubmitAsync(tiers, With(Tiers, (field, typed))));

        Assert.Contains(reply.Errors, error => error.Field == at);
        Assert.Equal(typed, reply.Form.Find(field)!.Typed);
        Assert.Equal("New goal (2 of 3)", reply.Form.Title);
    }

    [Fact]
    public async Task Going_back_keeps_what_was_typed()
    {
        var tiers = await NextAsync(await OpenAsync("new"), Aim);
        var preview = await NextAsync(tiers, Tiers);

        var back = Assert.IsType<FormReply.Show>(await SubmitAsync(preview, new() { ["back"] = "on" })).Form;
        Assert.Equal(("New goal (2 of 3)", "250"), (back.Title, back.Find("base-trigger")!.Typed));
        var first = Assert.IsType<FormReply.Show>(await SubmitAsync(back, With(Tiers, ("back", "on"), ("base-trigger", "260")))).Form;
        Assert.Equal(("New goal (1 of 3)", "Quotes of November"), (first.Title, first.Find("name")!.Typed));
        Assert.Equal("260", (await NextAsync(first, Aim)).Find("base-trigger")!.Typed);
    }

    [Fact]
    public async Task Two_managers_who_edit_at_once_do_not_overwrite_each_other_unseen()
    {
        var id = await PublishedAsync();
        var mine = await NextAsync(
            await NextAsync(
                await OpenAsync(id),
                new()
                {
                    ["name"] = "Mine",
                    ["target"] = "290",
                    ["accelerator"] = "none",
                }
            ),
            Kept
        );
        var theirs = await NextAsync(
            await NextAsync(
                await OpenAsync(id),
                new()
                {
                    ["name"] = "Theirs",
                    ["target"] = "280",
                    ["accelerator"] = "none",
                }
            ),
            Kept
        );
        Assert.IsType<FormReply.Done>(await SubmitAsync(theirs, new() { ["holds"] = "favour", ["reason"] = "Holidays" }));

        var again = Assert.IsType<FormReply.Show>(await SubmitAsync(mine, new() { ["holds"] = "favour" })).Form;

        Assert.Contains("Mara Manager changed name, target", Text(again), StringComparison.Ordinal);
        Assert.Contains("(Holidays)", Text(again), StringComparison.Ordinal);
        Assert.Equal("Theirs", await NameAsync(id));
        Assert.IsType<FormReply.Done>(await SubmitAsync(again, new() { ["holds"] = "favour" }));
    }

    [Fact]
    public async Task What_is_not_in_peoples_favour_is_told_before_and_holds_from_the_next_period()
    {
        var id = await PublishedAsync();
        var preview = await NextAsync(
            await NextAsync(
                await OpenAsync(id),
                new()
                {
                    ["name"] = "More",
                    ["target"] = "400",
                    ["accelerator"] = "none",
                }
            ),
            Kept
        );

        Assert.Contains("it holds from 1 Dec 2026 on", Text(preview), StringComparison.Ordinal);
        Assert.IsType<FormReply.Show>(await SubmitAsync(preview, new() { ["holds"] = "Now" }));
        var done = Assert.IsType<FormReply.Done>(await SubmitAsync(preview, new() { ["holds"] = "favour" }));
        Assert.Contains("holds from 1 Dec 2026 on", PlainText.Render(done.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_another_team_nothing_can_be_had_by_a_forged_draft()
    {
        var forged = (PlanDraft.New() with { Plan = PlanOf("amer") }).ToState()!;
        foreach (var form in new[] { AimForm.Name, TiersForm.Name, PublishForm.Name })
        {
            var refused = Assert.IsType<FormReply.Refused>(
                await host.Service<FormDesk>()
                    .SubmitAsync(
                        User("mara"),
                        new(form, forged),
                        Values(new() { ["act"] = "publish" }),
                        Place,
                        English,
                        CancellationToken.None
                    )
            );
            Assert.Contains("Only a manager of Americas or an admin", PlainText.Render(refused.Card), StringComparison.Ordinal);
        }

        Assert.Empty(await host.Service<GoalReader>().AssignedAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_manager_does_not_give_the_whole_organisation_a_goal()
    {
        var reply = await SubmitAsync(await OpenAsync("new"), With(Aim, ("subject", "organisation")));

        Assert.Equal("subject", Assert.Single(Assert.IsType<FormReply.Show>(reply).Errors).Field);
    }

    [Fact]
    public async Task A_closed_goal_is_gone_and_keeps_its_grants()
    {
        var id = await PublishedAsync();
        var form = Assert
            .IsType<FormReply.Show>(
                await host.Service<FormDesk>().OpenAsync(User("mara"), new("team-goal-close", id), Place, English, CancellationToken.None)
            )
            .Form;

        Assert.NotEmpty(Assert.IsType<FormReply.Show>(await SubmitAsync(form, [])).Errors);
        Assert.IsType<FormReply.Done>(await SubmitAsync(form, new() { ["confirm"] = "on", ["reason"] = "Not needed" }));

        var goal = Assert.Single(await host.Service<GoalReader>().AssignedAsync(CancellationToken.None));
        Assert.NotNull(goal.Archived);
    }

    private static Dictionary<string, string> Aim =>
        new()
        {
            ["name"] = "Quotes of November",
            ["subject"] = "team:emea",
            ["metric"] = "quotes",
            ["period"] = "Month",
            ["target"] = "300",
            ["accelerator"] = "none",
        };

    private static Dictionary<string, string> Tiers =>
        new()
        {
            ["base-trigger"] = "250",
            ["super-rewards"] = "500 coins\nprize Dinner for two",
            ["share"] = "Each",
        };

    private static Dictionary<string, string> Kept =>
        new()
        {
            ["base-trigger"] = "250",
            ["super-rewards"] = "500 coins",
            ["share"] = "Each",
        };

    private static PlanWish PlanOf(string team) =>
        new("Forged", SubjectKind.Team, team, Metric.Quotes, 10, new(Gamification.Time.PeriodKind.Month));

    private static Dictionary<string, string> With(Dictionary<string, string> values, params (string Field, string Value)[] others)
    {
        foreach (var (field, value) in others)
            values[field] = value;
        return values;
    }

    private async Task<string> PublishedAsync()
    {
        var preview = await NextAsync(await NextAsync(await OpenAsync("new"), Aim), Kept);
        Assert.IsType<FormReply.Done>(await SubmitAsync(preview, new() { ["act"] = "publish" }));
        return (await host.Service<GoalReader>().AssignedAsync(CancellationToken.None))[0].Id.Value;
    }

    private async Task<string> NameAsync(string id) =>
        PlanTerms.Of((await host.Service<GoalReader>().GoalAsync(new(id), CancellationToken.None))!).Plan.Name;

    private async Task<Form> OpenAsync(string about) =>
        Assert
            .IsType<FormReply.Show>(
                await host.Service<FormDesk>().OpenAsync(User("mara"), new(AimForm.Name, about), Place, English, CancellationToken.None)
            )
            .Form;

    private async Task<Form> NextAsync(Form form, Dictionary<string, string> values)
    {
        var reply = Assert.IsType<FormReply.Show>(await SubmitAsync(form, values));
        Assert.Equal([], reply.Errors);
        return reply.Form;
    }

    private Task<FormReply> SubmitAsync(Form form, Dictionary<string, string> values) =>
        host.Service<FormDesk>()
            .SubmitAsync(User("mara"), new(form.Id, form.State), Values(values), Place, English, CancellationToken.None);

    private static FormValues Values(Dictionary<string, string> values) =>
        new(values.ToDictionary(value => value.Key, value => (IReadOnlyList<string>)[value.Value], StringComparer.Ordinal));

    private static string Text(Form form) =>
        string.Join(
            '\n',
            form.Parts.SelectMany(part =>
                part switch
                {
                    FormPart.Text(var value, _) => [value],
                    FormPart.Facts(var rows) => rows.Select(row => $"{row.Label}: {row.Value}"),
                    _ => Array.Empty<string>(),
                }
            )
        );

    private static ChatUser User(string person) => new("web", person, _ => Task.FromResult<string?>(null));

    private static Place Place => new("web", "emea", IsChannel: true);
}
