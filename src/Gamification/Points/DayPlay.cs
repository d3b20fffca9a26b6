using System.Runtime.InteropServices;
using Gamification.Activities;

namespace Gamification.Points;

/// <summary>
/// Brings the points of every touched day up to date. Lines that are new and stand at the end of their day are a step; anything else
/// counts the day again from its lines.
/// </summary>
/// <param name="again">Days that are counted again although no line of theirs changed.</param>
internal sealed class DayPlay(World world, Book book, Needed needed, IReadOnlySet<DayKey> again)
{
    private static readonly Comparison<Line> ByPosition = (left, right) =>
        left.Position.CompareTo(right.Position) is not 0 and var byPosition ? byPosition : left.Key.Dated.CompareTo(right.Key.Dated);

    /// <summary>The day rows to write; not complete while something is needed.</summary>
    public IReadOnlyList<DayState> Run()
    {
        var states = new List<DayState>();
        foreach (var (day, touched) in Touched())
            if (Play(day, touched) is { } state)
                states.Add(state);

        return states;
    }

    private Dictionary<DayKey, List<Line>> Touched()
    {
        var days = new Dictionary<DayKey, List<Line>>();
        foreach (var day in again)
            days[day] = [];

        foreach (var line in book.Lines)
            if (line is { IsTouched: true, IsPast: false })
            {
                ref var lines = ref CollectionsMarshal.GetValueRefOrAddDefault(days, new(line.Key.Person, line.Day), out _);
                (lines ??= []).Add(line);
            }

        return days;
    }

    private DayState? Play(DayKey day, List<Line> touched)
    {
        if (touched.TrueForAll(IsStep) && !again.Contains(day))
        {
            if (!world.Days.TryGetValue(day, out var state))
                return needed.Day(day);

            touched.Sort(ByPosition);
            if (state is null || touched[0].Position > state.Last)
                return Step(day, state, touched);
        }

        return world.DayEntries.ContainsKey(day) ? Recount(day, touched) : needed.Recount(day);
    }

    /// <summary>What is taken back within its day may move the day's bonus, which only a recount can place.</summary>
    private static bool IsStep(Line line) => line.IsNew && !ActiveDay.IsOf(line, EffectKind.Undo);

    /// <summary>Corrections may bring nothing but points.</summary>
    private static bool IsOfFold(Line line) =>
        line is { IsPast: false, Key.Rule: not RuleNames.ActiveDay }
        && (line.Wanted.IsLive || line is { Kind: EffectKind.Carried, Wanted.Candidate: not 0 });

    private DayState Step(DayKey day, DayState? state, List<Line> added)
    {
        var rules = RulesOf(day);
        var fold = new DayFold(day, rules).Resume(state);
        fold.Take(added);
        return fold.State(state is { Active: true } || ActiveDay.Hang(book, ActiveDay.HookOf(added), [], rules.ActiveDay));
    }

    private DayState Recount(DayKey day, List<Line> touched)
    {
        var lines = book.Open(day).Union(touched).ToList();
        var ordered = lines.FindAll(IsOfFold);
        ordered.Sort(ByPosition);
        var rules = RulesOf(day);
        var fold = new DayFold(day, rules);
        fold.Take(ordered);
        var posted = lines.FindAll(line => line.Key.Rule is RuleNames.ActiveDay);
        return fold.State(ActiveDay.Hang(book, ActiveDay.HookOf(ordered), posted, rules.ActiveDay));
    }

    private PointRules RulesOf(DayKey day) => world.Rules.Points.On(day.Date).Rules;
}
