using Gamification.Time;

namespace Gamification.Goals;

/// <summary>A target that asks a tenth more than one that was reached, in numbers people would choose.</summary>
public static class GoalSuggestion
{
    private const long Minute = 60;

    /// <summary>As it is kept; null where nothing more can be asked.</summary>
    public static long? Of(Metric metric, long target, PeriodKind period, Organisation organisation)
    {
        var type = GoalType.Of(metric);
        var next = type.IsMedian ? Quicker(target) : Higher(target, StepOf(type, target, organisation));
        return next >= type.Least && next <= type.MostIn(period) && next != target ? next : null;
    }

    /// <summary>The next multiple of a step that is at least a tenth more.</summary>
    private static long Higher(long target, long step)
    {
        var wanted = target + (target + 9) / 10;
        return (wanted + step - 1) / step * step;
    }

    /// <summary>A tenth less: from ten minutes on in whole minutes, below in tenths of one, below one in whole seconds.</summary>
    private static long Quicker(long seconds)
    {
        var wanted = seconds * 9 / 10;
        var step =
            wanted >= 10 * Minute ? Minute
            : wanted >= Minute ? Minute / 10
            : 1;
        return wanted / step * step;
    }

    /// <summary>Money goes by hundredths of its size: 10,000 by 100, 1,250,000 by 10,000. Everything else one by one.</summary>
    private static long StepOf(GoalType type, long target, Organisation organisation)
    {
        if (type.Unit is not GoalUnit.Money)
            return 1;

        var step = (long)(1 / GoalCheck.Written(type.Metric, 1, organisation));
        while (step * 100 * 10 <= target)
            step *= 10;
        return step;
    }
}
