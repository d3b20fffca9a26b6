namespace Gamification.Goals;

/// <summary>Managers' goals of members, teams and the organisation. Those of a single person come with that person's own.</summary>
public sealed class AssignedGoals
{
    private static readonly IReadOnlyList<Goal> Nothing = [];
    private readonly Dictionary<SubjectId, List<Goal>> bySubject = [];
    private readonly Dictionary<GoalId, Goal> byId = [];

    /// <param name="goals">Drafts and archived ones too.</param>
    public AssignedGoals(IEnumerable<Goal> goals)
    {
        foreach (var goal in goals.Where(goal => goal.Subject.Person is null).OrderBy(goal => goal.Id))
        {
            byId[goal.Id] = goal;
            if (!bySubject.TryGetValue(goal.Subject, out var ofSubject))
                bySubject[goal.Subject] = ofSubject = [];

            ofSubject.Add(goal);
        }
    }

    public static AssignedGoals None { get; } = new([]);

    public bool IsEmpty => byId.Count == 0;

    public IEnumerable<Goal> All => byId.Values;

    public IReadOnlyList<Goal> Of(SubjectId subject) => bySubject.TryGetValue(subject, out var goals) ? goals : Nothing;

    public Goal? Find(GoalId id) => byId.GetValueOrDefault(id);

    /// <summary>Those that count what a person of a team does, or did.</summary>
    public IEnumerable<Goal> OfTeam(TeamId? team) =>
        team is { } of ? Of(SubjectId.MembersOf(of)).Concat(Of(SubjectId.OfTeam(of))) : Nothing;
}
