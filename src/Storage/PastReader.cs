using System.Linq.Expressions;
using Gamification;
using Gamification.Goals;
using Gamification.Points;
using Gamification.Rewards;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storage.Rows;
using Period = Gamification.Time.Period;

namespace Storage;

/// <summary>What those a plan is for achieved before it: for its back-test, and for what it grants at once.</summary>
public sealed class PastReader(IDbContextFactory<GameContext> contexts, DirectoryReader directory, Organisation organisation)
{
    private const string Bonus = "bonus.";

    /// <summary>The periods that ended last before a moment, like the plan's own; the newest first.</summary>
    public async Task<IReadOnlyList<PastPeriod>> BeforeAsync(PlanTerms terms, int periods, Instant now, CancellationToken ct)
    {
        var past = new List<PastPeriod>(periods);
        for (var period = RunningFor(terms, now).Previous!; past.Count < periods; period = period.Previous!)
            past.Add(await ReadAsync(terms, period, ct));

        return past;
    }

    /// <summary>The plan's period that a moment is in, as far as it is; null where it is still to come.</summary>
    public async Task<PastPeriod?> RunningAsync(PlanTerms terms, Instant now, CancellationToken ct) =>
        PeriodOf(terms, organisation.DayOf(now)) is var period && period.StartIn(organisation.Zone) <= now
            ? await ReadAsync(terms, period, ct)
            : null;

    private async Task<PastPeriod> ReadAsync(PlanTerms terms, Period period, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var lines = LinesOf(db, terms.Subject, period);
        var isMedian = GoalType.Of(terms.Metric).IsMedian;
        var people = await PeopleAsync(terms.Subject, period, ct);
        var sums = isMedian ? [] : await SumsAsync(lines, terms, ct);
        var activities =
            terms.Plan.Accelerator is Accelerator.Multiplier ? await ActivitiesAsync(lines, terms.Metric, ct) : EmptyActivities;
        return new(
            period.Key,
            isMedian ? await MediansAsync(lines, terms.Subject, people, ct)
                : terms.Subject.IsCollective ? [Together(terms.Subject, people, sums)]
                :
                [
                    .. people.Select(person => new PastActual(SubjectId.Of(person), sums.GetValueOrDefault(person).Value)
                    {
                        Gate = sums.GetValueOrDefault(person).Gate,
                        Activities = [.. activities[person]],
                    }),
                ]
        );
    }

    private static ILookup<PersonId, CountedPoints> EmptyActivities { get; } =
        Array.Empty<(PersonId Person, CountedPoints Counted)>().ToLookup(one => one.Person, one => one.Counted);

    /// <summary>Those who were there then; of a team all of that time.</summary>
    private async Task<IReadOnlyList<PersonId>> PeopleAsync(SubjectId subject, Period period, CancellationToken ct) =>
        subject.Person is { } person ? [person]
        : subject.Team is { } team ? await directory.MembersAsync(team, period.First!.Value, period.End!.Value, ct)
        :
        [
            .. (await directory.PeopleAsync(period.End!.Value.PlusDays(-1), ct))
                .Where(known => known.Active)
                .Select(known => known.Id)
                .Order(),
        ];

    private static PastActual Together(
        SubjectId subject,
        IReadOnlyList<PersonId> people,
        IReadOnlyDictionary<PersonId, (long Value, long Gate)> sums
    ) =>
        new(subject, sums.Values.Sum(sum => sum.Value))
        {
            Members = [.. people.Select(person => new Recipient(person, sums.GetValueOrDefault(person).Value))],
        };

    private static async Task<Dictionary<PersonId, (long Value, long Gate)>> SumsAsync(
        IQueryable<EntryRow> lines,
        PlanTerms terms,
        CancellationToken ct
    )
    {
        var sums = await SumAsync(lines, terms.Metric, ct);
        var gates = terms.Plan.Accelerator?.Gate is { } gate ? await SumAsync(lines, gate.Metric, ct) : [];
        return sums
            .Keys.Union(gates.Keys)
            .ToDictionary(person => person, person => (sums.GetValueOrDefault(person), gates.GetValueOrDefault(person)));
    }

    private static Task<Dictionary<PersonId, long>> SumAsync(IQueryable<EntryRow> lines, Metric metric, CancellationToken ct) =>
        Counting(lines, metric)
            .GroupBy(line => line.Person)
            .Select(person => new
            {
                Person = person.Key,
                Quotes = person.Sum(line => (long)line.Quotes),
                Deals = person.Sum(line => (long)line.Deals),
                Revenue = person.Sum(line => line.Revenue),
                Active = person.Sum(line => (long)line.Active),
                Points = person.Sum(line => line.Points),
            })
            .ToDictionaryAsync(sum => sum.Person, sum => Of(metric, sum.Quotes, sum.Deals, sum.Revenue, sum.Active, sum.Points), ct);

    /// <summary>Activity by activity in the order of their positions, with the points of the lines that count for the metric.</summary>
    private static async Task<ILookup<PersonId, CountedPoints>> ActivitiesAsync(
        IQueryable<EntryRow> lines,
        Metric metric,
        CancellationToken ct
    )
    {
        var rows = await Counting(lines, Metric.Points)
            .OrderBy(line => line.Credited)
            .ThenBy(line => line.Occurred)
            .ThenBy(line => line.Connection)
            .ThenBy(line => line.ExternalId)
            .ToListAsync(ct);
        return rows.Where(line => ValueOf(line, metric) != 0)
            .GroupBy(line => (line.Person, line.Connection, line.ExternalId))
            .ToLookup(
                fact => fact.Key.Person,
                fact => new CountedPoints(fact.Sum(line => ValueOf(line, metric)), fact.Sum(line => line.Points))
            );
    }

    private static long ValueOf(EntryRow line, Metric metric) =>
        Of(metric, line.Quotes, line.Deals, line.Revenue, line.Active, line.Points);

    private static async Task<IReadOnlyList<PastActual>> MediansAsync(
        IQueryable<EntryRow> lines,
        SubjectId subject,
        IReadOnlyList<PersonId> people,
        CancellationToken ct
    )
    {
        var replies = await lines.Where(line => line.Rule == RuleNames.Reply).ToListAsync(ct);
        var groups = subject.IsCollective
            ? [(Subject: subject, Replies: replies.AsEnumerable())]
            : people.Select(person => (Subject: SubjectId.Of(person), Replies: replies.Where(line => line.Person == person)));
        return
        [
            .. groups
                .Select(group => (group.Subject, Median: MedianReply.Of(group.Replies.Select(GoalReader.RevisionOf))))
                .Where(group => group.Median.IsDecisive)
                .Select(group => new PastActual(group.Subject, group.Median.Seconds)
                {
                    Members = subject.IsCollective ? [.. people.Select(person => new Recipient(person, 0))] : [],
                }),
        ];
    }

    private IQueryable<EntryRow> LinesOf(GameContext db, SubjectId subject, Period period)
    {
        var (from, until) = (period.StartIn(organisation.Zone)!.Value, period.EndIn(organisation.Zone)!.Value);
        var lines = db.Entries.AsNoTracking().Where(line => line.Dated >= from && line.Dated < until);
        return subject.Person is { } person ? lines.Where(line => line.Person == person)
            : subject.Team is { } team ? lines.Where(line => line.Team == team)
            : lines;
    }

    /// <summary>What belongs to badges only counts for no goal, and bonus points count as no points.</summary>
    private static IQueryable<EntryRow> Counting(IQueryable<EntryRow> lines, Metric metric)
    {
        var counting = lines.Where(line => line.Rule != RuleNames.Past && line.Rule != RuleNames.PastCorrection);
        Expression<Func<EntryRow, bool>> isOwn = line => !line.Rule.StartsWith(Bonus);
        return metric is Metric.Points ? counting.Where(isOwn) : counting;
    }

    private static long Of(Metric metric, long quotes, long deals, long revenue, long active, long points) =>
        metric switch
        {
            Metric.Quotes => quotes,
            Metric.Deals => deals,
            Metric.Revenue => revenue,
            Metric.ActiveDays => active,
            _ => points,
        };

    /// <summary>Of a plan for one period that is still to come, the one that runs now.</summary>
    private Period RunningFor(PlanTerms terms, Instant now)
    {
        var today = organisation.DayOf(now);
        var own = PeriodOf(terms, today);
        return own.StartIn(organisation.Zone) <= now ? own
            : terms.Kind is not PeriodKind.Custom ? Period.Of(terms.Kind, today)
            : Period.Custom(today.PlusDays(1 - NodaTime.Period.DaysBetween(own.First!.Value, own.End!.Value)), today);
    }

    private static Period PeriodOf(PlanTerms terms, LocalDate day) =>
        terms.Only is { } only ? Period.Parse(only)! : Period.Of(terms.Kind, day);
}
