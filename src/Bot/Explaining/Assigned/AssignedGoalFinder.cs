using Bot.Commands;
using Bot.Forms;
using Gamification;
using Gamification.Goals;
using NodaTime;
using Storage;

namespace Bot.Explaining.Assigned;

/// <summary>
/// Finds which managers' goals are meant among those that the asker may know: published ones that the person has a part in, and all that
/// the asker leads, drafts and shadows too.
/// </summary>
internal sealed class AssignedGoalFinder(GoalReader goals, DirectoryReader directory, Organisation organisation)
{
    public async Task<AskedGoals> FindAsync(WhyQuestion question, Instant now, CancellationToken ct)
    {
        var today = organisation.DayOf(now);
        var people = await directory.PeopleAsync(today, ct);
        var memberships = (await directory.RecordAsync(question.Person, ct))?.Memberships ?? [];
        var names = new GoalNames(people, await directory.TeamsAsync(ct), question.Asker, question.Format);
        var all = await goals.AssignedAsync(ct);
        var known = new List<AskedGoal>();
        var hidden = new List<Goal>();
        foreach (var goal in all.OrderBy(goal => goal.Id))
        {
            var hasPart = HasPart(goal, question.Person, memberships, today);
            if ((hasPart && IsOut(goal)) || Leads(question.Asker, goal.Subject, names))
                known.Add(new(goal, SubjectOf(goal, question, hasPart), hasPart));
            else if (IsOut(goal))
                hidden.Add(goal);
        }

        var words = GoalTerm.Split(question.Typed);
        return new(Meant(known, words), known, hidden.Find(goal => GoalTerm.IsExactly(goal, words))) { Names = names };
    }

    /// <summary>Whether the asker may change the goals of a subject; then nothing of them is hidden.</summary>
    public static bool Leads(PersonView? asker, SubjectId subject, GoalNames names) =>
        asker is null
        || PeopleRights.IsAdmin(asker)
        || ((subject.Person is { } person ? names.Find(person)?.Team?.Id : subject.Team) is { } team && asker.Manages.Contains(team));

    public static FormattableString RightOf(SubjectId subject, GoalNames names) =>
        subject.Person is { } person ? WhoMay.Of(names.Find(person)?.Team)
        : subject.Team is { } team ? (FormattableString)$"a member or a manager of {names.Of(team)}, or an admin"
        : WhoMay.Admins;

    /// <summary>Everybody sees those that run; a draft and a shadow only managers.</summary>
    private static bool IsOut(Goal goal) => goal.Assignment is { Published: not null, IsShadow: false };

    private static bool HasPart(Goal goal, PersonId person, IReadOnlyList<Gamification.People.Membership> memberships, LocalDate today)
    {
        if (goal.Subject.Person is { } one)
            return one == person;
        if (goal.Subject.Team is not { } team)
            return true;

        var period = goal.PeriodAt(today);
        return memberships.Any(held =>
            held.Team == team && (held.From ?? period.First) < period.End && (held.To is not { } to || to > period.First)
        );
    }

    private static SubjectId? SubjectOf(Goal goal, WhyQuestion question, bool hasPart) =>
        goal.Subject.Kind switch
        {
            SubjectKind.Members => hasPart ? SubjectId.Of(question.Person) : null,
            SubjectKind.Person => hasPart || question.Owner is null ? goal.Subject : null,
            _ => goal.Subject,
        };

    /// <summary>What is of the person before what the asker only leads, and what goes on before what is archived; exact ids before names.</summary>
    private static IReadOnlyList<AskedGoal> Meant(List<AskedGoal> known, string[] words)
    {
        var meant = known.Select(goal => GoalTerm.Match(goal, words)).OfType<AskedGoal>().ToList();
        if (words.Length == 0)
            return [.. meant.Where(goal => goal is { HasPart: true, Goal.Archived: null })];

        return Narrowed(
            meant,
            goal => words.Contains(goal.Goal.Id.Value, StringComparer.OrdinalIgnoreCase),
            goal => goal.HasPart,
            goal => goal.Goal.Archived is null
        );
    }

    private static IReadOnlyList<AskedGoal> Narrowed(IReadOnlyList<AskedGoal> goals, params Func<AskedGoal, bool>[] better)
    {
        foreach (var condition in better)
            if (goals.Any(condition))
                goals = [.. goals.Where(condition)];

        return goals;
    }
}
