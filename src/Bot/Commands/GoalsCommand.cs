using Bot.Cards;
using Bot.Goals;
using Gamification;
using Gamification.Goals;
using Storage;

namespace Bot.Commands;

/// <summary>The reader's own goals: a list, and what is done with one of them in place.</summary>
public sealed class GoalsCommand(GoalDesk desk, GoalReader goals, GoalsPage page, Organisation organisation) : ICommand
{
    public string Name => "goals";

    public string Usage => "[new · pause · resume · delete] [quotes · revenue · response · days]";

    public FormattableString Help => $"Your goals: how far you are, and what you want to reach next";

    public async Task<CommandReply> RunAsync(CommandRequest request, CancellationToken ct)
    {
        await desk.VisitAsync(request.Person.Id, ct);
        var asked = PageWords.Of(request.Arguments);
        var (verb, words) = GoalVerb.Of(asked.Rest);
        return verb switch
        {
            null => new(await ListAsync(request, asked, words, ct)),
            GoalVerb.New => new(
                await CardAsync(request, asked, null, ct),
                Opens: GoalWord.TypeOf(words) is { } type ? $"goal new:{type.Name}" : "goal new"
            ),
            GoalVerb.Defaults => new(await DefaultsAsync(request, asked, ct)),
            GoalVerb.Undo => new(await UndoAsync(request, asked, words, ct)),
            _ => await ChangeAsync(request, verb, words, ct),
        };
    }

    /// <summary>Words without a verb lead to the page of the goal they name.</summary>
    private async Task<Card> ListAsync(CommandRequest request, PageWords asked, IReadOnlyList<string> words, CancellationToken ct)
    {
        var view = await page.ReadAsync(request.Person.Id, asked, null, ct);
        var named = words.Count > 0 && GoalWord.Find(view.Goals, words) is [var first, ..] ? first : null;
        var unknown =
            words.Count > 0 && named is null
                ? Format(request).Say($"No goal of yours is called “{CleanText.Of(string.Join(' ', words), 40)}”.")
                : null;
        return GoalsCard.Compose(view with { Shown = named?.Goal.Id, Refusal = unknown }, Format(request));
    }

    private async Task<CommandReply> ChangeAsync(CommandRequest request, string verb, IReadOnlyList<string> words, CancellationToken ct)
    {
        var all = await goals.OfAsync(request.Person.Id, request.Person.Id, request.Now, ct);
        var able = all.Where(goal => IsOpenTo(verb, goal)).ToList();
        var meant = GoalWord.Find(able, words) is { Count: > 0 } found ? found : GoalWord.Find(all, words);
        if (meant is [var only])
            return verb == GoalVerb.Edit
                ? new(await CardAsync(request, new(1, []), only.Goal.Id, ct), Opens: $"goal {only.Goal.Id}")
                : new(await DoAsync(request, verb, only.Goal.Id, ct));
        if (words is [var id] && id.Contains('-', StringComparison.Ordinal) && GoalWord.TypeOf(words) is null && verb != GoalVerb.Edit)
            return new(await DoAsync(request, verb, new(id), ct)); // Gone, or somebody else's: the desk says so.

        return new(
            meant.Count > 0
                ? GoalsCard.Which(verb, null, meant, Format(request))
                : GoalsCard.Which(verb, string.Join(' ', words), able, Format(request))
        );
    }

    private async Task<Card> DoAsync(CommandRequest request, string verb, GoalId id, CancellationToken ct)
    {
        var person = request.Person.Id;
        var answer = verb switch
        {
            GoalVerb.Pause => await desk.PauseAsync(person, id, ct),
            GoalVerb.Resume => await desk.ResumeAsync(person, id, ct),
            GoalVerb.Undo => await desk.RestoreAsync(person, id, ct),
            _ => await desk.DeleteAsync(person, id, ct),
        };
        return await AnsweredAsync(request, verb, id, answer, ct);
    }

    private async Task<Card> AnsweredAsync(CommandRequest request, string verb, GoalId id, GoalAnswer answer, CancellationToken ct)
    {
        var view = await page.ReadAsync(request.Person.Id, new(1, []), id, ct);
        return GoalsCard.Compose(
            answer switch
            {
                GoalAnswer.Refused(var refusal) => view with
                {
                    Refusal = $"{Format(request).Say(refusal.Message)} {Format(request).Say(refusal.Remedy)}",
                },
                GoalAnswer.Done(var goal, _) when verb == GoalVerb.Delete => view with { Deleted = goal },
                GoalAnswer.Done(var goal, _) => view with
                {
                    Done = DoneWords(verb, GoalWords.Name(goal, Format(request)), Format(request)),
                },
                _ => view,
            },
            Format(request)
        );
    }

    /// <summary>Without words the latest that was deleted.</summary>
    private async Task<Card> UndoAsync(CommandRequest request, PageWords asked, IReadOnlyList<string> words, CancellationToken ct)
    {
        if (words is [var id])
            return await DoAsync(request, GoalVerb.Undo, new(id), ct);

        var deleted = await goals.RestorableAsync(request.Person.Id, request.Now, ct);
        if (deleted.Count > 0)
            return await DoAsync(request, GoalVerb.Undo, deleted[0].Id, ct);

        var view = await page.ReadAsync(request.Person.Id, asked, null, ct);
        return GoalsCard.Compose(view with { Refusal = Format(request).Say($"Nothing was deleted within the last day.") }, Format(request));
    }

    private async Task<Card> DefaultsAsync(CommandRequest request, PageWords asked, CancellationToken ct)
    {
        var made = await desk.RestoreDefaultsAsync(request.Person.Id, ct);
        var view = await page.ReadAsync(request.Person.Id, asked, made.Count > 0 ? made[0].Id : null, ct);
        return GoalsCard.Compose(
            view with
            {
                Done =
                    made.Count > 0
                        ? Format(request).Say($"The default goals are back.")
                        : Format(request).Say($"You have all default goals."),
            },
            Format(request)
        );
    }

    private async Task<Card> CardAsync(CommandRequest request, PageWords asked, GoalId? shown, CancellationToken ct) =>
        GoalsCard.Compose(await page.ReadAsync(request.Person.Id, asked, shown, ct), Format(request));

    private ReaderFormat Format(CommandRequest request) => new(request.Locale, organisation);

    private static bool IsOpenTo(string verb, GoalStanding goal) =>
        verb switch
        {
            GoalVerb.Pause => goal.Goal.Pauses.All(pause => pause.To is not null),
            GoalVerb.Resume => goal.Goal.Pauses.Any(pause => pause.To is null),
            _ => true,
        };

    private static string DoneWords(string verb, string goal, ReaderFormat format) =>
        verb switch
        {
            GoalVerb.Pause => format.Say($"Paused, what comes now does not count: {goal}."),
            GoalVerb.Resume => format.Say($"It counts again: {goal}."),
            _ => format.Say($"It is back: {goal}."),
        };
}
