using Bot.Goals;
using Bot.Tests.Play;
using Gamification;
using Gamification.Goals;
using Gamification.People;
using Gamification.Rewards;
using Gamification.Time;
using NodaTime;
using Storage;

namespace Bot.Tests.Goals;

/// <summary>Who may change which goal for others, and what happens when two do: Mara manages EMEA, Otto nobody's team, Ada is an admin.</summary>
public sealed class AssignedGoalDeskTests : IAsyncLifetime
{
    private Playground playground = null!;

    private AssignedGoalDesk Desk => playground.Service<AssignedGoalDesk>();

    public async Task InitializeAsync()
    {
        playground = await Playground.StartAsync();
        await playground.Desk.PutTeamAsync(new(new("amer"), "Americas", [], [], BoardMode.TopThree), "api", CancellationToken.None);
        await KnowAsync("mara", Role.Manager, "emea");
        await KnowAsync("ada", Role.Admin, team: null);
        await KnowAsync("cho", Role.Rep, "amer");
        await playground.Desk.PutTeamAsync(new(new("emea"), "EMEA", [new("mara")], [], BoardMode.TopThree), "api", CancellationToken.None);
    }

    public async Task DisposeAsync() => await playground.DisposeAsync();

    [Theory]
    [InlineData("mara", "person:ana", true)]
    [InlineData("mara", "members:emea", true)]
    [InlineData("mara", "team:emea", true)]
    [InlineData("mara", "person:cho", false)]
    [InlineData("mara", "members:amer", false)]
    [InlineData("mara", "team:amer", false)]
    [InlineData("mara", "organisation", false)]
    [InlineData("mara", "person:ada", false)]
    [InlineData("ada", "person:cho", true)]
    [InlineData("ada", "team:amer", true)]
    [InlineData("ada", "organisation", true)]
    [InlineData("ana", "person:ana", false)]
    [InlineData("ana", "team:emea", false)]
    [InlineData("ana", "organisation", false)]
    public async Task A_manager_changes_goals_of_own_teams_and_their_people_an_admin_all_and_each_refusal_is_audited(
        string author,
        string subject,
        bool may
    )
    {
        var made = await DraftAsync(author, new(subject));
        var archived = await ArchiveAsync(author, new(subject));

        Assert.Equal(may, made is AssignedAnswer.Done);
        Assert.Equal(may, archived is AssignedAnswer.Done);
        var refused = await playground.CountAsync($"SELECT COUNT(*) FROM audit WHERE what = 'right.refused' AND by = '{author}'");
        Assert.Equal(may ? 0 : 2, refused);
        if (made is AssignedAnswer.Forbidden(var right))
            Assert.EndsWith("an admin", $"{right}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_goal_is_not_taken_over_by_naming_an_own_team_for_it()
    {
        await DraftAsync("ada", new("team:amer"), "theirs");

        Assert.IsType<AssignedAnswer.Forbidden>(await DraftAsync("mara", new("team:emea"), "theirs"));
        Assert.IsType<AssignedAnswer.Forbidden>(await DraftAsync("mara", new("team:amer"), "theirs"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("x' OR 1=1 --")]
    [InlineData("../../etc/passwd")]
    [InlineData("goal:push")]
    [InlineData("\u202epush")]
    [InlineData("person:ana")]
    public async Task Forged_ids_find_nothing_and_store_nothing(string id)
    {
        await DraftAsync("ada", new("team:emea"), "push");

        Assert.IsType<AssignedAnswer.NotFound>(
            await Desk.ArchiveAsync(await AuthorAsync("mara"), new(id), null, null, CancellationToken.None)
        );
        Assert.Equal(1, await playground.CountAsync("SELECT COUNT(*) FROM goal WHERE owner IS NULL AND archived IS NULL"));
    }

    [Theory]
    [InlineData("person:")]
    [InlineData("person:nobody")]
    [InlineData("team:")]
    [InlineData("team:nowhere")]
    [InlineData("members:../emea")]
    public async Task A_subject_that_is_not_there_is_a_fault_of_its_field(string subject)
    {
        var answer = Assert.IsType<AssignedAnswer.Invalid>(await DraftAsync("ada", new(subject)));

        Assert.Equal("subject.id", answer.Faults[0].Field);
    }

    [Fact]
    public async Task Of_two_managers_who_edit_at_once_one_is_stored_and_the_other_told()
    {
        await DraftAsync("ada", new("team:emea"), "push");

        var answers = await Task.WhenAll(
            Enumerable
                .Range(1, 8)
                .Select(target =>
                    Task.Run(() => DraftAsync(target % 2 == 0 ? "mara" : "ada", new("team:emea"), "push", target, version: 1))
                )
        );

        Assert.Single(answers.OfType<AssignedAnswer.Done>());
        var told = answers.OfType<AssignedAnswer.Conflict>().ToList();
        Assert.Equal(7, told.Count);
        Assert.All(
            told,
            conflict => Assert.Equal((2, "target"), (conflict.Version, Assert.Single(Assert.Single(conflict.Changes).Fields)))
        );
    }

    [Fact]
    public async Task A_version_of_a_goal_that_is_not_there_is_a_conflict()
    {
        Assert.IsType<AssignedAnswer.Conflict>(await DraftAsync("ada", new("team:emea"), "new", version: 3));
        Assert.IsType<AssignedAnswer.Done>(await DraftAsync("ada", new("team:emea"), "new", version: 0));
    }

    private async Task<AssignedAnswer> ArchiveAsync(string author, SubjectId subject)
    {
        await DraftAsync("ada", subject, "made-by-ada");
        return await Desk.ArchiveAsync(await AuthorAsync(author), new("made-by-ada"), null, null, CancellationToken.None);
    }

    private async Task<AssignedAnswer> DraftAsync(
        string author,
        SubjectId subject,
        string id = "draft",
        decimal target = 10,
        int? version = null
    )
    {
        var plan = new PlanWish(
            "Push",
            subject.Kind,
            subject.Person?.Value ?? subject.Team?.Value,
            Metric.Quotes,
            target,
            new(PeriodKind.Month)
        );
        return (
            await Desk.PutAsync(
                await AuthorAsync(author),
                new(id),
                _ => new(plan, IsDraft: true, IsShadow: false, version, Reason: null),
                CancellationToken.None
            )
        )!;
    }

    private async Task<GoalAuthor> AuthorAsync(string person) =>
        new(await playground.Service<DirectoryReader>().FindAsync(new(person), new LocalDate(2026, 11, 18), CancellationToken.None));

    private async Task KnowAsync(string id, Role role, string? team) =>
        Assert.Null(
            await playground.Desk.PutPersonAsync(
                new(
                    new(id),
                    id,
                    $"{id}@example.com",
                    role,
                    true,
                    true,
                    null,
                    Publicity.Named,
                    team is null ? [] : [new(new(team), null, null)],
                    [],
                    null
                ),
                "api",
                CancellationToken.None
            )
        );
}
