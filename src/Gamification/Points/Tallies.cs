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
    private readonly Dictionary<LocalDate, PeriodKey[]> periods = [];
    private readonly Dictionary<TeamId, BoardKey> boards = [];

    public void Add(Entry entry)
    {
        var measures = entry.Measures.ForTallies();
        if ((measures.IsZero && entry.Points == 0) || RuleNames.IsPast(entry.Key.Rule))
            return;

        foreach (var period in PeriodsOf(organisation.DayOf(entry.Key.Dated)))
        {
            Add(new(BoardKey.Organisation, period, entry.Key.Person), measures, entry.Points);
            if (entry.Team is { } team)
                Add(new(BoardOf(team), period, entry.Key.Person), measures, entry.Points);
        }
    }

    /// <summary>Without those that cancel out.</summary>
    public IReadOnlyList<Tally> Differences()
    {
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
