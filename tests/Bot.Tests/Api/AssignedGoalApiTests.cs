using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Bot.Tests.Hosting;
using Storage;

namespace Bot.Tests.Api;

/// <summary>Managers' goals over HTTP, on Wednesday 18 November 2026 in Paris.</summary>
public sealed class AssignedGoalApiTests : IAsyncLifetime
{
    private const string Push =
        """{"name":"Push","subject":{"kind":"person","id":"ana"},"metric":"revenue","target":30000,"period":{"kind":"month"},"tiers":[{"kind":"base","rewards":[{"kind":"coins","amount":500}]},{"kind":"super","label":"Silver","triggerPercent":110.25,"rewards":[]}]}""";

    private const string Everything = """
        {"name":"Everything","subject":{"kind":"members","id":"emea"},"metric":"deals","target":10,"targets":{"ana":12},"boardGoal":true,
        "period":{"kind":"custom","first":"2026-11-25","last":"2026-11-30"},
        "tiers":[{"kind":"base","triggerPercent":100,"rewards":[{"kind":"points","amount":50},{"kind":"prize","name":"Dinner","price":400}]},
        {"kind":"super","triggerAmount":14,"rewards":[]}],
        "accelerator":{"kind":"multiplier","unit":"points","bands":[{"from":100,"to":130,"rate":1.5},{"from":130,"rate":2}],"noCap":true,
        "gate":{"metric":"quotes","atLeast":5}},"draft":true,"shadow":true}
        """;

    private RunningHost host = null!;

    public async Task InitializeAsync() => host = await (await RunningHost.StartAsync()).WithPeopleAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_goal_is_answered_as_it_was_sent_with_its_version_and_from_when_it_holds()
    {
        var made = await OkAsync("push", Push);

        Assert.Equal("2026-11-01", made.GetProperty("holdsFrom").GetString());
        var goal = made.GetProperty("goal");
        Assert.Equal(
            """{"kind":"base","triggerPercent":100,"rewards":[{"kind":"coins","amount":500}]}""",
            goal.GetProperty("tiers")[0].GetRawText()
        );
        Assert.Equal(
            """{"kind":"super","label":"Silver","triggerPercent":110.25,"rewards":[]}""",
            goal.GetProperty("tiers")[1].GetRawText()
        );
        Assert.Equal(
            "Push person ana revenue 30000 month False False 1",
            $"{goal.GetProperty("name")} {goal.GetProperty("subject").GetProperty("kind")} {goal.GetProperty("subject").GetProperty("id")} "
                + $"{goal.GetProperty("metric")} {goal.GetProperty("target")} {goal.GetProperty("period").GetProperty("kind")} "
                + $"{goal.GetProperty("draft")} {goal.GetProperty("shadow")} {goal.GetProperty("version")}"
        );
    }

    [Fact]
    public async Task Every_member_comes_back_and_the_answer_may_be_sent_again_without_a_change()
    {
        var goal = (await OkAsync("all", Everything)).GetProperty("goal");

        Assert.Equal("""{"ana":12}""", goal.GetProperty("targets").GetRawText());
        Assert.Equal("""{"kind":"custom","first":"2026-11-25","last":"2026-11-30"}""", goal.GetProperty("period").GetRawText());
        Assert.Equal(14, goal.GetProperty("tiers")[1].GetProperty("triggerAmount").GetDecimal());
        Assert.Equal(
            """{"kind":"multiplier","unit":"points","bands":[{"from":100,"to":130,"rate":1.5},{"from":130,"rate":2}],"noCap":true,"gate":{"metric":"quotes","atLeast":5}}""",
            goal.GetProperty("accelerator").GetRawText()
        );
        var again = await OkAsync("all", goal.GetRawText());
        Assert.Equal(goal.GetRawText(), again.GetProperty("goal").GetRawText());
        Assert.Single(await AuditAsync("goal.drafted"));
    }

    [Fact]
    public async Task What_is_left_out_stays_and_null_takes_it_away()
    {
        await OkAsync("all", Everything);

        var named = await OkAsync("all", """{"name":"Renamed"}""");
        Assert.Equal("Renamed", named.GetProperty("goal").GetProperty("name").GetString());
        Assert.Equal(10, named.GetProperty("goal").GetProperty("target").GetDecimal());
        var plain = await OkAsync("all", """{"accelerator":null,"targets":null}""");

        Assert.False(plain.GetProperty("goal").TryGetProperty("accelerator", out _));
        Assert.False(plain.GetProperty("goal").TryGetProperty("targets", out _));
        Assert.Equal(3, plain.GetProperty("goal").GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once_each_at_its_member()
    {
        var problem = await RefusedAsync(
            "wrong",
            """
            {"name":7,"subject":{"kind":"persons"},"metric":"quotes","target":"10","colour":"red","period":{"kind":"custom","first":"2026-13-01"},
            "tiers":[{"kind":"base","rewards":[{"kind":"coins","amount":1e999}]},{"kind":"super","triggerPercent":true,"extra":1},5],
            "targets":{"a/b":"x"},"draft":"yes"}
            """,
            HttpStatusCode.BadRequest
        );

        string[] wrong =
        [
            "/colour",
            "/draft",
            "/name",
            "/period/first",
            "/subject/kind",
            "/target",
            "/targets/a~1b",
            "/tiers/0/rewards/0/amount",
            "/tiers/1/extra",
            "/tiers/1/triggerPercent",
            "/tiers/2",
        ];
        Assert.Equal(wrong, Pointers(problem).Order(StringComparer.Ordinal));
        Assert.All(problem.GetProperty("faults").EnumerateArray(), fault => Assert.NotEmpty(fault.GetProperty("remedy").GetString()!));
    }

    [Fact]
    public async Task The_rules_of_plans_answer_with_pointers_too()
    {
        var problem = await RefusedAsync(
            "wrong",
            """
            {"name":"W","subject":{"kind":"person","id":"nobody"},"metric":"quotes","target":10.5,"period":{"kind":"month","key":"2026-W47"},
            "tiers":[{"kind":"base","triggerPercent":120},{"kind":"mega","triggerPercent":110,"rewards":[{"kind":"coins","amount":0}]}],
            "targets":{"ghost.1":5}}
            """,
            HttpStatusCode.BadRequest
        );

        Assert.Contains("/subject/id", Pointers(problem));
        Assert.Contains("/target", Pointers(problem));
        Assert.Contains("/period/key", Pointers(problem));
        Assert.Contains("/targets/ghost.1", Pointers(problem));
        Assert.Contains("/tiers/1/kind", Pointers(problem));
        Assert.Contains("/tiers/1/rewards/0/amount", Pointers(problem));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("{", "")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("""{"name":"a","name":"b"}""", "/name")]
    [InlineData("""{"tiers":[{"kind":"base","kind":"super"}]}""", "/tiers/0/kind")]
    [InlineData("{\"name\":\"\\ud800\"}", "/name")]
    public async Task What_is_no_json_object_is_a_problem_at_its_place(string body, string pointer)
    {
        var problem = await RefusedAsync("wrong", body, HttpStatusCode.BadRequest);

        Assert.Equal(pointer, problem.GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task Deep_large_and_other_bodies_are_refused()
    {
        await RefusedAsync(
            "deep",
            string.Concat(Enumerable.Repeat("""{"a":""", 65)) + "1" + new string('}', 65),
            HttpStatusCode.BadRequest
        );
        await RefusedAsync("large", $$"""{"name":"{{new string('x', 256 * 1024)}}"}""", HttpStatusCode.RequestEntityTooLarge);
        using var text = new StringContent(Push, Encoding.UTF8, "text/plain");
        using var answer = await host.Admin.PutAsync("/api/v1/goals/text", text);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task Of_two_who_change_it_at_once_the_second_is_told_what_the_first_did()
    {
        await OkAsync("push", Push);
        await OkAsync("push", """{"target":29000,"version":1,"reason":"Too much"}""");

        var problem = await RefusedAsync("push", """{"name":"Mine","version":1}""", HttpStatusCode.PreconditionFailed);

        Assert.Equal(2, problem.GetProperty("version").GetInt32());
        var change = Assert.Single(problem.GetProperty("changes").EnumerateArray());
        Assert.Equal("api target Too much", $"{change.GetProperty("by")} {change.GetProperty("fields")[0]} {change.GetProperty("reason")}");
        Assert.Equal("Push", await NameAsync("push"));
    }

    [Fact]
    public async Task If_Match_is_the_version_in_the_header()
    {
        await OkAsync("push", Push);

        Assert.Equal(HttpStatusCode.PreconditionFailed, await PutMatchingAsync("\"7\""));
        Assert.Equal(HttpStatusCode.BadRequest, await PutMatchingAsync("7"));
        Assert.Equal(HttpStatusCode.OK, await PutMatchingAsync("\"1\""));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await PutMatchingAsync("\"1\""));
    }

    [Fact]
    public async Task In_a_running_period_a_lower_target_holds_at_once_and_a_higher_one_from_the_next()
    {
        await OkAsync("push", Push);

        var lower = await OkAsync("push", """{"target":20000}""");
        var higher = await OkAsync("push", """{"target":40000}""");

        Assert.Equal("2026-11-01", lower.GetProperty("holdsFrom").GetString());
        Assert.Equal("2026-12-01", higher.GetProperty("holdsFrom").GetString());
        Assert.Equal("/target", higher.GetProperty("deferred")[0].GetProperty("pointer").GetString());
        Assert.Equal(20_000, (await ProgressAsync("push")).GetProperty("target").GetDecimal());
        var refused = await RefusedAsync("push", """{"target":40001,"holds":"now"}""", HttpStatusCode.Conflict);
        Assert.Equal("/target", refused.GetProperty("pointer").GetString());
    }

    [Theory]
    [InlineData("""{"metric":"quotes","target":10}""", "/metric")]
    [InlineData("""{"subject":{"kind":"person","id":"ben"}}""", "/subject/id")]
    [InlineData("""{"period":{"kind":"quarter"}}""", "/period/kind")]
    [InlineData("""{"draft":true}""", "/draft")]
    [InlineData("""{"shadow":true}""", "/shadow")]
    public async Task What_of_a_published_goal_is_fixed_is_refused_with_the_way_out(string body, string pointer)
    {
        await OkAsync("push", Push);

        var problem = await RefusedAsync("push", body, HttpStatusCode.Conflict);

        Assert.Equal([pointer], Pointers(problem));
        Assert.Contains("rchive", problem.GetProperty("remedy").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-10", true)]
    [InlineData("2026-11", false)]
    [InlineData("2026-12", false)]
    public async Task A_goal_of_one_period_is_published_until_that_is_over(string key, bool isOver)
    {
        var body = Push.Replace("\"kind\":\"month\"", $"\"kind\":\"month\",\"key\":\"{key}\"", StringComparison.Ordinal);
        if (isOver)
            Assert.Equal(["/period"], Pointers(await RefusedAsync("push", body, HttpStatusCode.Conflict)));
        else
            Assert.Equal($"{key}-01", (await OkAsync("push", body)).GetProperty("holdsFrom").GetString());
    }

    [Fact]
    public async Task An_edit_of_the_only_period_that_is_not_in_peoples_favour_is_refused()
    {
        await OkAsync("push", Push.Replace("\"kind\":\"month\"", "\"kind\":\"month\",\"key\":\"2026-11\"", StringComparison.Ordinal));

        Assert.Contains("/target", Pointers(await RefusedAsync("push", """{"target":30001}""", HttpStatusCode.Conflict)));
        Assert.Equal(["/holds"], Pointers(await RefusedAsync("push", """{"target":1,"holds":"nextPeriod"}""", HttpStatusCode.Conflict)));
        await OkAsync("push", """{"target":29999.99}""");
    }

    [Fact]
    public async Task A_chain_that_does_not_fit_is_refused_and_what_unlocks_another_is_not_archived()
    {
        await OkAsync("a", Push);
        await OkAsync("b", Push.Replace("\"Push\"", "\"Then\",\"after\":{\"goal\":\"a\",\"tier\":\"base\"}", StringComparison.Ordinal));

        Assert.Equal(
            ["/after/goal"],
            Pointers(await RefusedAsync("a", """{"after":{"goal":"b","tier":"base"}}""", HttpStatusCode.BadRequest))
        );
        using var kept = await host.Admin.DeleteAsync("/api/v1/goals/a");
        Assert.Equal(HttpStatusCode.Conflict, kept.StatusCode);
        Assert.Contains("Then", await kept.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var last = await host.Admin.DeleteAsync("/api/v1/goals/b?reason=Done");
        Assert.Equal(HttpStatusCode.NoContent, last.StatusCode);
        using var first = await host.Admin.DeleteAsync("/api/v1/goals/a");
        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        await RefusedAsync("a", Push, HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_published_goal_and_each_new_version_is_told_once_and_a_draft_or_a_shadow_never()
    {
        await OkAsync("push", Push.Replace("\"target\"", "\"draft\":true,\"target\"", StringComparison.Ordinal));
        await OkAsync("push", """{"target":31000}""");
        await OkAsync("shadow", Push.Replace("\"target\"", "\"shadow\":true,\"target\"", StringComparison.Ordinal));
        Assert.Empty(await ToldAsync());

        await OkAsync("push", """{"draft":false}""");
        await OkAsync("push", """{"draft":false}""");
        await OkAsync("push", """{"target":20000}""");
        await OkAsync("shadow", """{"shadow":false}""");

        Assert.Equal(
            ["goal.edited goal:push:version:2 ana", "goal.published goal:push:published ana", "goal.published goal:shadow:published ana"],
            await ToldAsync()
        );
    }

    [Fact]
    public async Task Every_change_is_audited_with_who_when_before_after_and_why()
    {
        await OkAsync("push", Push.Replace("\"target\"", "\"draft\":true,\"target\"", StringComparison.Ordinal));
        await OkAsync("push", """{"draft":false,"reason":"Go"}""");
        await OkAsync("push", """{"target":20000,"reason":"Easier"}""");
        using var gone = await host.Admin.DeleteAsync("/api/v1/goals/push?reason=Over");

        foreach (
            var (what, why) in new[]
            {
                ("goal.drafted", null),
                ("goal.published", "Go"),
                ("goal.edited", "Easier"),
                ("goal.archived", "Over"),
            }
        )
        {
            var row = Assert.Single(await AuditAsync(what));
            Assert.Equal(("api", "goal:push", why), (row.By, row.About, row.Reason));
        }

        var edited = (await AuditAsync("goal.edited"))[0];
        Assert.Contains("\"target\":30000", edited.Before, StringComparison.Ordinal);
        Assert.Contains("\"target\":20000", edited.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_is_told_in_the_units_of_the_goal_with_each_tier_in_absolute_numbers()
    {
        await OkAsync("push", Push);

        var progress = await ProgressAsync("push");

        Assert.Equal(
            "2026-11 Europe/Paris 0 30000 0 active EUR person:ana",
            $"{progress.GetProperty("period")} {progress.GetProperty("zone")} {progress.GetProperty("actual")} {progress.GetProperty("target")} "
                + $"{progress.GetProperty("attainmentPercent")} {progress.GetProperty("state")} {progress.GetProperty("unit")} {progress.GetProperty("subject")}"
        );
        Assert.Equal(
            """[{"kind":"base","trigger":30000,"state":"active"},{"kind":"super","label":"Silver","trigger":33075,"state":"locked"}]""",
            progress.GetProperty("tiers").GetRawText()
        );
        var listed = Assert.Single((await host.Admin.GetFromJsonAsync<List<JsonElement>>("/api/v1/people/ana/goals"))!);
        Assert.Equal("push Push active", $"{listed.GetProperty("id")} {listed.GetProperty("name")} {listed.GetProperty("state")}");
    }

    [Theory]
    [InlineData("draft", "true", "draft")]
    [InlineData("draft", "false", "active")]
    [InlineData("period", """{"kind":"month","key":"2026-12"}""", "scheduled")]
    [InlineData("period", """{"kind":"custom","first":"2026-11-18","last":"2026-11-19"}""", "active")]
    public async Task A_goal_says_where_it_is_in_its_life(string member, string value, string state)
    {
        var body = System.Text.Json.Nodes.JsonNode.Parse(Push)!.AsObject();
        body[member] = System.Text.Json.Nodes.JsonNode.Parse(value);
        await OkAsync("push", body.ToJsonString());

        Assert.Equal(state, (await ProgressAsync("push")).GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("members/progress", HttpStatusCode.BadRequest)]
    [InlineData("members/progress?subject=ana", HttpStatusCode.OK)]
    [InlineData("members/progress?subject=person:ana", HttpStatusCode.OK)]
    [InlineData("members/progress?subject=cho", HttpStatusCode.NotFound)]
    [InlineData("members/progress?subject=nobody", HttpStatusCode.NotFound)]
    [InlineData("members/progress?subject=ana&period=2026-10", HttpStatusCode.NotFound)]
    [InlineData("members/progress?subject=ana&period=2026-W47", HttpStatusCode.NotFound)]
    [InlineData("push/progress?subject=ana", HttpStatusCode.OK)]
    [InlineData("push/progress?subject=ben", HttpStatusCode.NotFound)]
    public async Task The_progress_of_a_members_goal_is_asked_person_by_person(string path, HttpStatusCode status)
    {
        await OkAsync("push", Push);
        await OkAsync(
            "members",
            """{"name":"M","subject":{"kind":"members","id":"emea"},"metric":"quotes","target":5,"targets":{"ana":7},"period":{"kind":"month"},"draft":true}"""
        );

        using var answer = await host.Admin.GetAsync($"/api/v1/goals/{path}");

        Assert.Equal(status, answer.StatusCode);
        if (status is HttpStatusCode.OK && path.StartsWith("members", StringComparison.Ordinal))
            Assert.Equal(7, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("target").GetDecimal());
    }

    [Fact]
    public async Task A_personal_goal_is_not_changed_here()
    {
        await host.Service<Bot.Goals.GoalDesk>().VisitAsync(new("ana"), CancellationToken.None);
        var own = (await host.Admin.GetFromJsonAsync<List<JsonElement>>("/api/v1/people/ana/goals"))![0].GetProperty("id").GetString()!;

        await RefusedAsync(own, Push, HttpStatusCode.NotFound);
        using var gone = await host.Admin.DeleteAsync($"/api/v1/goals/{own}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    private async Task<JsonElement> OkAsync(string id, string body)
    {
        using var answer = await PutAsync(id, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<JsonElement> RefusedAsync(string id, string body, HttpStatusCode status)
    {
        using var answer = await PutAsync(id, body);
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<HttpResponseMessage> PutAsync(string id, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await host.Admin.PutAsync($"/api/v1/goals/{id}", content);
    }

    private async Task<HttpStatusCode> PutMatchingAsync(string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/goals/push")
        {
            Content = new StringContent("""{"target":25000}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        using var answer = await host.Admin.SendAsync(request);
        return answer.StatusCode;
    }

    private async Task<JsonElement> ProgressAsync(string id) =>
        await host.Admin.GetFromJsonAsync<JsonElement>($"/api/v1/goals/{id}/progress");

    private async Task<string?> NameAsync(string id) =>
        (await host.Service<GoalReader>().GoalAsync(new(id), CancellationToken.None))!.Versions[^1].Plan?.Name;

    private async Task<IReadOnlyList<AuditRecord>> AuditAsync(string what) =>
        [
            .. (await host.Service<AuditReader>().ListAsync(new AuditQuery(50, What: what), CancellationToken.None)).Select(entry =>
                entry.Row
            ),
        ];

    private async Task<IEnumerable<string>> ToldAsync() =>
        (await host.Admin.GetFromJsonAsync<List<JsonElement>>("/api/v1/announcements"))!
            .Where(told => told.GetProperty("kind").GetString()!.StartsWith("goal.", StringComparison.Ordinal))
            .Select(told => $"{told.GetProperty("kind")} {told.GetProperty("about")} {told.GetProperty("to").GetProperty("person")}")
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Pointers(JsonElement problem) =>
        problem.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("pointer").GetString()!);
}
