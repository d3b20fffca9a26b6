namespace Gamification.Goals;

/// <summary>Finds a wish right, or says which field is wrong.</summary>
public static class GoalCheck
{
    public static GoalChecked Of(GoalWish wish, Organisation organisation)
    {
        var type = GoalType.Of(wish.Metric);
        if (!GoalType.Periods.Contains(wish.Period))
            return new GoalChecked.Invalid(new("period", $"A goal lasts a week, a month or a quarter.", $"Choose one of the three."));

        var (target, fault) = TypedAmount.Of("target", $"The target", wish.Target, type, type.MostIn(wish.Period), organisation);
        return fault is null ? new GoalChecked.Valid(new(wish.Metric, wish.Period, target)) : new GoalChecked.Invalid(fault);
    }

    /// <summary>A kept target as people write it.</summary>
    public static decimal Written(Metric metric, long target, Organisation organisation) =>
        TypedAmount.Written(GoalType.Of(metric), target, organisation);
}
