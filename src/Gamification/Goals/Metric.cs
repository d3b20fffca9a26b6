namespace Gamification.Goals;

/// <summary>What a goal measures. People choose the first four for themselves, managers any.</summary>
public enum Metric
{
    Quotes,

    /// <summary>Minor units of the organisation's currency.</summary>
    Revenue,

    /// <summary>The median measured reply in whole seconds of working time; lower is better.</summary>
    ResponseTime,

    /// <summary>Active local days of the person's calendar.</summary>
    ActiveDays,

    Deals,

    /// <summary>Points of activities; those of rewards are bonus and count for no goal.</summary>
    Points,
}

public enum GoalUnit
{
    Quotes,

    /// <summary>Typed in major units with the currency's decimals, kept in minor units.</summary>
    Money,

    /// <summary>Typed in minutes, kept in whole seconds.</summary>
    Minutes,

    Days,

    Deals,
    Points,
}
