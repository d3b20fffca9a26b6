using Bot.Cards;
using Bot.Forms;
using Bot.Goals;
using Gamification;
using Gamification.Goals;
using Storage;

namespace Bot.Commands;

/// <summary>The goals of a manager's teams: a list, and what is done with one of them.</summary>
public sealed class TeamGoalsCommand(
    TeamGoalsPage page,
    GrantsPage grants,
    HandOutPage handOuts,
    GoalPostsPage posts,
    TeamGoalDesk desk,
    GoalReader goals,
    Refusals refusals,
    Organisation organisation
) : ICommand
{
    public string Name => TeamGoalsCard.Line;

    public string Usage => "[new · edit · close · grants · prizes · posts · again · replay] [name]";

    public FormattableString Help => $"Goals of your teams with their tiers and rewards, what they granted, prizes to hand out (managers)";

    public async Task<CommandReply> RunAsync(CommandRequest request, CancellationToken ct)
    {
        if (!PeopleRights.Leads(request.Person))
            return new(await refusals.RefuseAsync(request, who => $"Only {who} can see team goals.", WhoMay.Managers, "team-goals", ct));

        var asked = PageWords.Of(request.Arguments);
        var (verb, words) = TeamGoalVerb.Of(asked.Rest);
        if (verb is TeamGoalVerb.Prizes)
            return new(await handOuts.ListAsync(request.Person, request.Now, asked, Format(request), done: null, ct));

        if (await ForeignAsync(request, words, ct) is { } refused)
            return new(refused);

        var view = await page.ReadAsync(request.Person, request.Now, ct);
        return verb switch
        {
            TeamGoalVerb.Grants => new(await GrantsAsync(request, view, asked, words, done: null, ct)),
            TeamGoalVerb.Posts => new(await PostsAsync(request, view, asked, words, ct)),
            TeamGoalVerb.Replay => new(await ReplayAsync(request, view, words, ct)),
            TeamGoalVerb.New => new(TeamGoalsCard.List(view, asked, Format(request)), Opens: "team-goal new"),
            TeamGoalVerb.Edit => Opened(request, view, words, verb, goal => $"team-goal {goal.Goal.Id}"),
            TeamGoalVerb.Close => Opened(request, view, words, verb, goal => $"team-goal-close {goal.Goal.Id}"),
            TeamGoalVerb.Again => Opened(request, view, words, verb, TeamGoalsCard.PublishAgain),
            _ => new(Shown(request, view, asked, words)),
        };
    }

    /// <summary>A card if the words name a goal that others lead; null else. Commands come in lower case.</summary>
    private async Task<Card?> ForeignAsync(CommandRequest request, IReadOnlyList<string> words, CancellationToken ct)
    {
        if (words is not [var id] || (await goals.AssignedAsync(ct)).FirstOrDefault(goal => Same(goal.Id.Value, id)) is not { } named)
            return null;

        return await page.MissingAsync(request.Person, named, request.Now, ct) is { } right
            ? await refusals.RefuseAsync(request, who => $"Only {who} can see this goal.", right, $"goal:{named.Id}", ct)
            : null;
    }

    private async Task<Card> GrantsAsync(
        CommandRequest request,
        TeamGoalsView view,
        PageWords asked,
        IReadOnlyList<string> words,
        string? done,
        CancellationToken ct
    )
    {
        var about = words.Count > 0 && Find(view, words) is [var only] ? only.Goal : null;
        return GrantsCard.Compose(
            await grants.ReadAsync(request.Person, about, request.Now, ct) with
            {
                Done = done,
            },
            asked,
            Format(request)
        );
    }

    private async Task<Card> PostsAsync(
        CommandRequest request,
        TeamGoalsView view,
        PageWords asked,
        IReadOnlyList<string> words,
        CancellationToken ct
    ) =>
        Find(view, words) is [var only]
            ? await posts.ListAsync(only.Goal, request.Now, asked, done: null, Format(request), ct)
            : Which(request, view, words, TeamGoalVerb.Posts);

    private async Task<Card> ReplayAsync(CommandRequest request, TeamGoalsView view, IReadOnlyList<string> words, CancellationToken ct)
    {
        if (Find(view, words) is not [var only])
            return Which(request, view, words, TeamGoalVerb.Replay);

        var changes = await desk.ReplayAsync(request.Person, only.Goal, ct);
        var done = Format(request)
            .Count(
                changes,
                $"Derived again from all facts: {Format(request).Number(changes)} change.",
                $"Derived again from all facts: {Format(request).Number(changes)} changes."
            );
        return await GrantsAsync(request, view, new(1, []), words, done, ct);
    }

    private Card Which(CommandRequest request, TeamGoalsView view, IReadOnlyList<string> words, string verb) =>
        TeamGoalsCard.Which(
            verb,
            string.Join(' ', words),
            Find(view, words) is { Count: > 0 } some ? some : view.Goals,
            goal => new(TeamGoalWords.Name(goal.Plan.Name), $"{TeamGoalsCard.Line} {verb} {goal.Goal.Id}"),
            Format(request)
        );

    /// <summary>The form at once where one goal is meant, and in any case the card that has its button.</summary>
    private CommandReply Opened(
        CommandRequest request,
        TeamGoalsView view,
        IReadOnlyList<string> words,
        string verb,
        Func<TeamGoal, string> form
    ) =>
        Find(view, words) is [var only]
            ? new(TeamGoalsCard.Of(only, view, new(1, []), Format(request)), Opens: form(only))
            : new(
                TeamGoalsCard.Which(
                    verb,
                    string.Join(' ', words),
                    Find(view, words) is { Count: > 0 } some ? some : view.Goals,
                    goal => new(TeamGoalWords.Name(goal.Plan.Name), form(goal), Answer.Form),
                    Format(request)
                )
            );

    /// <summary>Words without a verb lead to the goal they name.</summary>
    private Card Shown(CommandRequest request, TeamGoalsView view, PageWords asked, IReadOnlyList<string> words) =>
        words.Count == 0 ? TeamGoalsCard.List(view, asked, Format(request))
        : Find(view, words) is [var only] ? TeamGoalsCard.Of(only, view, asked, Format(request))
        : TeamGoalsCard.List(
            view with
            {
                Refusal = Format(request).Say($"“{CleanText.Of(string.Join(' ', words), 40)}” names no single goal of your teams."),
            },
            asked,
            Format(request)
        );

    /// <summary>By id, else whose name has all the words. Commands come in lower case.</summary>
    private static IReadOnlyList<TeamGoal> Find(TeamGoalsView view, IReadOnlyList<string> words)
    {
        if (words.Count == 0)
            return view.Goals.Count == 1 ? view.Goals : [];

        var named = view.Goals.Where(goal => words is [var id] && Same(goal.Goal.Id.Value, id)).ToList();
        return named.Count > 0
            ? named
            : [.. view.Goals.Where(goal => words.All(word => goal.Plan.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))];
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private ReaderFormat Format(CommandRequest request) => new(request.Locale, organisation);
}
