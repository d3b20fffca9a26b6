using Gamification;
using Gamification.Announcements;
using Gamification.Goals;
using Gamification.People;
using Gamification.Points;
using Microsoft.EntityFrameworkCore;

namespace Storage.Writing;

/// <summary>
/// Finds who is due a hint about their goals, under the lock. The calendar is asked first: without somebody at work in the middle of
/// a period nothing of goals but their terms is read.
/// </summary>
internal sealed class HintReader(WriteScope scope)
{
    /// <summary>People whose goals are read at once.</summary>
    private const int Together = 200;

    private readonly PeopleReader people = new(scope);
    private readonly GoalReading goals = new(scope);

    public async Task<IReadOnlyList<Announcement>> DueAsync(CancellationToken ct)
    {
        var wanting = await scope
            .Db.People.Where(row => row.Hints && row.Active)
            .OrderBy(row => row.Id)
            .Select(row => row.Id)
            .ToListAsync(ct);
        var due = new List<Announcement>();
        foreach (var some in wanting.Chunk(Together))
            due.AddRange(await DueAsync([.. (await people.ReadAsync(some, ct)).Values.Where(person => person.IsAtWork(scope.Now))], ct));

        return due;
    }

    private async Task<IReadOnlyList<Announcement>> DueAsync(IReadOnlyList<Person> atWork, CancellationToken ct)
    {
        var owned = await goals.OfAsync([.. atWork.Select(person => SubjectId.Of(person.Id))], ct);
        var halfTime = atWork.ToDictionary(
            person => person,
            person => owned[SubjectId.Of(person.Id)].Where(goal => goal.Owner is not null && IsHalfTime(goal, person)).ToList()
        );
        var told = await ToldAsync(halfTime, ct);
        var open = halfTime
            .Where(one => !told.Contains(DayOf(one.Key)))
            .Select(one => (Person: one.Key, Goals: one.Value.Where(goal => !told.Contains(AboutOf(goal))).ToList()))
            .Where(one => one.Goals.Count > 0)
            .ToList();
        return open.Count == 0 ? [] : await JudgeAsync(open, ct);
    }

    private async Task<IReadOnlyList<Announcement>> JudgeAsync(List<(Person Person, List<Goal> Goals)> open, CancellationToken ct)
    {
        var known = open.ToDictionary(one => one.Person.Id, one => one.Person);
        var progress = await goals.ProgressAsync([.. open.SelectMany(one => one.Goals).Select(ScopeOf)], ct);
        var lines = await goals.LinesAsync(
            [.. open.SelectMany(one => one.Goals).Where(goal => HalfTime.NeedsLines(goal.Metric)).Select(LinesOf).Distinct()],
            known,
            ct
        );
        return
        [
            .. open.SelectMany(one =>
                GoalHints.Of(
                    one.Person,
                    [.. one.Goals.Select(goal => Half(goal, one.Person, progress, lines)).OfType<HalfDone>()],
                    scope.Now
                )
            ),
        ];
    }

    private HalfDone? Half(
        Goal goal,
        Person person,
        Dictionary<GoalScope, GoalProgress?> progress,
        Dictionary<PeriodLines, IReadOnlyList<Entry>> lines
    ) => HalfTime.Of(goal, progress[ScopeOf(goal)], lines.GetValueOrDefault(LinesOf(goal), []), person, scope.Now, scope.Organisation);

    /// <summary>What those people were told of these goals, and the days that have their hint.</summary>
    private async Task<IReadOnlySet<string>> ToldAsync(Dictionary<Person, List<Goal>> halfTime, CancellationToken ct)
    {
        var asked = halfTime
            .Where(one => one.Value.Count > 0)
            .SelectMany(one => one.Value.Select(AboutOf).Prepend(DayOf(one.Key)))
            .ToList();
        return asked.Count == 0
            ? new HashSet<string>()
            : await scope.Db.Announcements.Where(row => asked.Contains(row.About)).Select(row => row.About).ToHashSetAsync(ct);
    }

    private bool IsHalfTime(Goal goal, Person person) => HalfTime.IsNow(goal, person, scope.Now, scope.Organisation);

    private string DayOf(Person person) => HintDay.Of(person.Id, person.DayOf(scope.Now));

    private string AboutOf(Goal goal) => GoalHints.AboutOf(ScopeOf(goal));

    private GoalScope ScopeOf(Goal goal) => new(goal.Id, goal.Subject, HalfTime.PeriodOf(goal, scope.Now, scope.Organisation).Key);

    private PeriodLines LinesOf(Goal goal) => new(goal.Subject.Person!.Value, HalfTime.PeriodOf(goal, scope.Now, scope.Organisation).Key);
}
