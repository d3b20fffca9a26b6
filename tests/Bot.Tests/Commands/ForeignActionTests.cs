using System.Globalization;
using System.Text;
using Bot.Cards;
using Bot.Commands;
using Bot.Forms;
using Bot.Goals;
using Bot.Tests.Cards;
using Bot.Tests.Hosting;
using Gamification;
using Storage;

namespace Bot.Tests.Commands;

/// <summary>
/// What a card's buttons run is the client's word: every action with an id, pressed by who has no business with it, changes nothing.
/// Forms are walked by <see cref="Bot.Tests.Forms.FormRightsTests"/>.
/// </summary>
public sealed class ForeignActionTests : IAsyncLifetime
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Actions of cards that name something by its id; <c>{own}</c> is a goal of Ana's own.</summary>
    private static readonly string[] Named =
    [
        "goals pause {own}",
        "goals resume {own}",
        "goals delete {own}",
        "goals undo {own}",
        "why goal {own}",
        "why goal push",
        "why grant push/team:emea/base/2026-11",
        "team-goals show push",
        "team-goals grants push",
        "team-goals posts push",
        "team-goals again push",
        "team-goals replay push",
    ];

    /// <summary>Actions that name nothing of anybody's: they answer the reader about what the reader may see.</summary>
    private static readonly string[] Unnamed =
    [
        "badges",
        "goals",
        "goals defaults",
        "leaderboard",
        "medalist",
        "performance",
        "points",
        "rewards",
        "team-goals",
        "team-goals grants",
        "team-goals prizes",
        "why",
    ];

    private RunningHost host = null!;
    private GoalId own;

    public async Task InitializeAsync()
    {
        host = await (await RunningHost.StartAsync()).WithPeopleAsync();
        await host.PutAsync("/api/v1/teams/emea", new { name = "EMEA", managers = new[] { "mara" } });
        await host.PutAsync("/api/v1/teams/amer", new { name = "Americas", managers = new[] { "cho" } });
        using var body = new StringContent(
            """{"name":"Push","subject":{"kind":"team","id":"emea"},"metric":"quotes","target":1,"period":{"kind":"month"},"tiers":[{"kind":"base","rewards":[{"kind":"coins","amount":50}]}]}""",
            Encoding.UTF8,
            "application/json"
        );
        using var response = await host.Admin.PutAsync(new Uri("/api/v1/goals/push", UriKind.Relative), body);
        Assert.True(response.IsSuccessStatusCode);
        await host.Service<GoalDesk>().VisitAsync(new("ana"), CancellationToken.None);
        own = (await host.Service<GoalReader>().OfAsync(new("ana"), new("ana"), Now, CancellationToken.None))[0].Goal.Id;
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    public static TheoryData<string, string> Presses
    {
        get
        {
            var presses = new TheoryData<string, string>();
            foreach (var line in Named)
            foreach (var person in new[] { "ben", "cho" })
                presses.Add(line, person);

            return presses;
        }
    }

    [Fact]
    public void Every_action_of_every_card_is_walked()
    {
        var lines = ComposedCards.All.Values.SelectMany(card => card.Parts).SelectMany(LinesOf).ToList();
        var unknown = lines.Where(line => !Named.Concat(Unnamed).Any(known => IsOne(line, known))).Distinct();

        Assert.NotEmpty(lines);
        Assert.Equal([], unknown);
    }

    [Fact]
    public void Every_form_of_every_card_is_one_that_is_walked()
    {
        var forms = ComposedCards
            .All.Values.SelectMany(card => card.Parts)
            .SelectMany(ButtonsOf)
            .Where(button => button.Answer is Answer.Form)
            .Select(button => FormLine.Parse(button.Command).Id)
            .Distinct();

        Assert.Equal([], forms.Except(host.Service<FormTable>().Ids));
    }

    [Theory]
    [MemberData(nameof(Presses))]
    public async Task Pressed_by_somebody_else_it_changes_nothing(string line, string person)
    {
        await VisitedAsync(person);
        var before = await StateAsync();

        await host.Service<CommandDesk>()
            .AnswerAsync(
                new("web", person, _ => Task.FromResult<string?>(null)),
                line.Replace("{own}", own.Value, StringComparison.Ordinal),
                new("web", "emea", IsChannel: true),
                English,
                CancellationToken.None
            );

        Assert.Equal(before, await StateAsync());
        Assert.All(await NewRowsAsync(person), row => Assert.Equal("right.refused", row.What));
    }

    private static NodaTime.Instant Now => NodaTime.Instant.FromUtc(2026, 11, 18, 12, 0);

    private async Task VisitedAsync(string person) => await host.Service<GoalDesk>().VisitAsync(new(person), CancellationToken.None);

    /// <summary>What there is of Ana's goal, of EMEA's, and of what was told.</summary>
    private async Task<string> StateAsync()
    {
        var mine = (await host.Service<GoalReader>().GoalAsync(own, CancellationToken.None))!;
        var team = (await host.Service<GoalReader>().GoalAsync(new("push"), CancellationToken.None))!;
        var told = await host.Service<AnnouncementReader>().ListAsync(state: null, 1000, CancellationToken.None);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{mine.Revision} {mine.Archived} {mine.Pauses.Count} {team.Revision} {team.Archived} {told.Count}"
        );
    }

    private async Task<IEnumerable<AuditRecord>> NewRowsAsync(string person) =>
        (await host.Service<AuditReader>().ListAsync(1000, CancellationToken.None)).Where(row =>
            row.By == person && row.What != "goal.default"
        );

    private static bool IsOne(string line, string known)
    {
        var words = known.Split(' ');
        return Named.Contains(known)
            ? line.StartsWith($"{string.Join(' ', words.SkipLast(1))} ", StringComparison.Ordinal)
            : line == known
                || (line.StartsWith($"{known} ", StringComparison.Ordinal) && words is not ["goals" or "team-goals"])
                || IsPage(line, known);
    }

    private static bool IsPage(string line, string known) => line.StartsWith($"{known} page:", StringComparison.Ordinal);

    private static IEnumerable<string> LinesOf(CardPart part) =>
        part is CardPart.Selector(_, _, var options)
            ? options.Select(option => option.Command)
            : ButtonsOf(part).Where(button => button.Answer is not Answer.Form).Select(button => button.Command);

    private static IEnumerable<Button> ButtonsOf(CardPart part) =>
        part switch
        {
            CardPart.Buttons(var buttons) => buttons,
            CardPart.Entry(_, _, var buttons) => buttons,
            CardPart.ProgressList(var rows) => rows.SelectMany(row => row.Items),
            _ => [],
        };
}
