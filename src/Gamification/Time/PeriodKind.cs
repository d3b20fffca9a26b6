namespace Gamification.Time;

/// <summary>The spans a board or goal may cover.</summary>
public enum PeriodKind
{
    Day,
    Week,
    Month,
    Quarter,
    Custom,
    All,
}
