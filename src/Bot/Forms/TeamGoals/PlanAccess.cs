using Bot.Cards;
using Bot.Commands;
using Bot.Goals;
using Gamification;
using Gamification.Goals;
using Storage;

namespace Bot.Forms.TeamGoals;

/// <summary>A goal for others that somebody may write, and what there is for it to name.</summary>
/// <param name="Stored">The goal as it is; null for a new one.</param>
/// <param name="People">Those the editor may give a goal, by name.</param>
/// <param name="Teams">Those the editor may give a goal.</param>
/// <param name="Others">All other goals for others that are not archived.</param>
internal sealed record PlanDesk(
    PlanDraft Draft,
    Goal? Stored,
    PlanContext Context,
    IReadOnlyList<PersonView> People,
    IReadOnlyList<TeamView> Teams,
    IReadOnlyList<Goal> Others
)
{
    /// <summary>Metric, subject and kind of period of a published goal do not change.</summary>
    public bool IsFixed => Stored is { IsDraft: false };

    /// <summary>Whether the editor may give the whole organisation a goal.</summary>
    public required bool MayAll { get; init; }

    public string TitleFor(FormRequest request) => Stored is null ? request.Say($"New goal") : request.Say($"Edit goal");
}

/// <summary>Finds the goal a step of the form is about, for who may write it; a card for everybody else.</summary>
internal sealed class PlanAccess(
    GoalReader goals,
    DirectoryReader directory,
    PlanContexts contexts,
    AssignedRights rights,
    Refusals refusals,
    Organisation organisation
)
{
    public const string Line = "team-goals";

    private const string New = "new";

    public static Card Gone(FormRequest request) =>
        new(
            request.Say($"This goal is not here"),
            [
                new CardPart.Text(request.Say($"It was archived, or never was one that managers made.")),
                new CardPart.Buttons([new(request.Say($"Team goals"), Line, Primary: true)]),
            ]
        );

    public async Task<(PlanDesk? Desk, Card? Instead)> FindAsync(FormRequest request, CancellationToken ct)
    {
        if (!PeopleRights.Leads(request.Person))
            return (
                null,
                await refusals.RefuseAsync(request, who => $"Only {who} can make goals for others.", WhoMay.Managers, "goal", ct)
            );

        var (draft, stored) = await ReadAsync(request.State, ct);
        if (draft is null || stored is { Assignment: null } or { Archived: not null })
            return (null, Gone(request));

        var author = new GoalAuthor(request.Person);
        foreach (var subject in new[] { stored?.Subject, AssignedChange.SubjectOf(draft.Plan) }.OfType<SubjectId>().Distinct())
            if (await rights.MissingAsync(author, subject, request.Now, ct) is { } right)
                return (null, await refusals.RefuseAsync(request, Only, right, $"goal:{draft.Goal}", ct));

        return (await WithAsync(draft, stored, request, ct), null);
    }

    private async Task<(PlanDraft? Draft, Goal? Stored)> ReadAsync(string state, CancellationToken ct)
    {
        if (state is "" or New)
            return (PlanDraft.New(), null);
        if (PlanDraft.IsPacked(state))
            return PlanDraft.Parse(state) is { } draft ? (draft, await goals.GoalAsync(draft.Goal, ct)) : (null, null);

        return await goals.GoalAsync(new(state), ct) is { Assignment: not null } stored
            ? (PlanDraft.Of(stored, organisation), stored)
            : (null, null);
    }

    private async Task<PlanDesk> WithAsync(PlanDraft draft, Goal? stored, FormRequest request, CancellationToken ct)
    {
        var editor = request.Person;
        var people = await directory.PeopleAsync(organisation.DayOf(request.Now), ct);
        var teams = await directory.TeamsAsync(ct);
        return new(
            draft,
            stored,
            await contexts.ReadAsync(request.Now, ct),
            [.. people.Where(person => person.Active && PeopleRights.MayEdit(editor, person))],
            [.. teams.Where(team => PeopleRights.IsAdmin(editor) || editor.Manages.Contains(team.Id))],
            [.. (await goals.AssignedAsync(ct)).Where(goal => goal.Archived is null && goal.Id != draft.Goal)]
        )
        {
            MayAll = PeopleRights.IsAdmin(editor),
        };
    }

    /// <summary>What it says to who may not.</summary>
    public Card Refused(FormRequest request, FormattableString right) => refusals.Told(request, Only, right);

    private static FormattableString Only(string who) => $"Only {who} can change this goal.";
}
