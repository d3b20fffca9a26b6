using NodaTime;

namespace Gamification.Announcements;

/// <summary>When a channel gets its boards: of days, of weeks, of months. Each at most once a period, or never where it is null.</summary>
/// <param name="Daily">From Monday to Friday: in the morning that of the working day before, from noon on that of the day.</param>
/// <param name="Weekly">From Monday to Wednesday that of the ended week, later that of the running one.</param>
/// <param name="Monthly">A day from 1 to 28: up to the 15th that of the ended month, later that of the running one.</param>
public sealed record BoardTimes(LocalTime? Daily, WeeklyTime? Weekly, MonthlyTime? Monthly)
{
    public static BoardTimes Default { get; } = new(null, new(IsoDayOfWeek.Monday, new LocalTime(9, 0)), new(1, new LocalTime(9, 0)));

    public static BoardTimes Never { get; } = new(null, null, null);
}

public sealed record WeeklyTime(IsoDayOfWeek Day, LocalTime At)
{
    /// <summary>Whether it shows the week it lies in.</summary>
    public bool IsRunning => Day >= IsoDayOfWeek.Thursday;
}

public sealed record MonthlyTime(int Day, LocalTime At)
{
    /// <summary>Every month has it.</summary>
    public const int LastDay = 28;

    private const int LastOfEnded = 15;

    /// <summary>Whether it shows the month it lies in.</summary>
    public bool IsRunning => Day > LastOfEnded;
}
