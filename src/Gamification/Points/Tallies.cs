using System.Runtime.InteropServices;
using Gamification.Time;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Gamification.Points;

/// <summary>What new ledger lines add to the sums of the organisation's and the team's boards.</summary>
internal sealed class Tallies(Organisation organisation)
{
    private static readonly PeriodKind[] Kinds = [PeriodKind.Day, PeriodKind.Week, PeriodKind.Month, PeriodKind.Quarter, PeriodKind.All];
    private readonly Dictionary<TallyKey, (Measures Measures, long Points)> sums = [];
    private readonly Dictionary<PersonDay, (Measures Measures, long Points)> days = [];
    private readonly Dictionary<LocalDate, PeriodKey[]> periods = [];
    private readonly Dictionary<TeamId, BoardKey> boards = [];

    /// <summary>What the lines of one day of the organisation have in common: they go into the same tallies.</summary>
    private readonly record struct PersonDay(PersonId Person, LocalDate Day, TeamId? Team);

    public void Add(Entry entry)
    {
        var measures = entry.Measures.ForTallies();
        if ((measures.IsZero && entry.Points == 0) || RuleNames.IsPast(entry.Key.Rule))
            return;

        var day = new PersonDay(entry.Key.Person, organisation.DayOf(entry.Key.Dated), entry.Team);
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(days, day, out _);
        sum = (sum.Measures + measures, sum.Points + entry.Points);
    }

    /// <summary>Without those that cancel out.</summary>
    public IReadOnlyList<Tally> Differences()
    {
        foreach (var (day, sum) in days)
            Spread(day, sum.Measures, sum.Points);

        days.Clear();
        var differences = new List<Tally>(sums.Count);
        foreach (var (key, (measures, points)) in sums)
            if (!measures.IsZero || points != 0)
                differences.Add(new(key, measures, points));

        return differences;
    }

    /// <summary>What must be added to stored sums to make them these.</summary>
    public IReadOnlyList<Tally> DifferencesTo(IReadOnlyList<Tally> stored)
    {
        foreach (var tally in stored)
            Add(tally.Key, default(Measures) - tally.Measures, -tally.Points);

        return Differences();
    }

    private void Spread(PersonDay day, Measures measures, long points)
    {
        foreach (var period in PeriodsOf(day.Day))
        {
            Add(new(BoardKey.Organisation, period, day.Person), measures, points);
            if (day.Team is { } team)
                Add(new(BoardOf(team), period, day.Person), measures, points);
        }
    }

    private PeriodKey[] PeriodsOf(LocalDate day)
    {
        if (!periods.TryGetValue(day, out var keys))
            periods[day] = keys = Array.ConvertAll(Kinds, kind => Period.Of(kind, day).Key);

        return keys;
    }

    private BoardKey BoardOf(TeamId team)
    {
        if (!boards.TryGetValue(team, out var board))
            boards[team] = board = BoardKey.Team(team);

        return board;
    }

    private void Add(TallyKey key, Measures measures, long points)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, key, out _);
        sum = (sum.Measures + measures, sum.Points + points);
    }
}
