namespace Gamification.Time;

/// <summary>
/// A period by its stored name: <c>2026-11-25</c>, <c>2026-W47</c>, <c>2026-11</c>, <c>2026-Q4</c>,
/// <c>c:2026-11-25..2026-11-30</c> (both days included) or <c>all</c>. Made by <see cref="Period"/>, culture-free.
/// </summary>
public readonly record struct PeriodKey(string Value)
{
    public override string ToString() => Value;
}
