using System.Diagnostics;
using System.Globalization;

namespace Gamification.Goals;

/// <summary>Finds a wish right, or says which field is wrong.</summary>
public static class GoalCheck
{
    public static GoalChecked Of(GoalWish wish, Organisation organisation)
    {
        var type = GoalType.Of(wish.Metric);
        if (!GoalType.Periods.Contains(wish.Period))
            return Wrong("period", "A goal lasts a week, a month or a quarter.", "Choose one of the three.");
        if (wish.Target <= 0)
            return Wrong("target", "The target must be more than 0.", Example(type, organisation));

        var scale = ScaleOf(type, organisation);
        var most = type.MostIn(wish.Period);
        if (wish.Target > most / scale)
            return Wrong("target", $"The target is at most {Text(most / scale)} {Unit(type, organisation)}.", Example(type, organisation));
        if (wish.Target * scale != decimal.Truncate(wish.Target * scale))
            return Wrong("target", $"The target must be {Exactness(type, organisation)}.", Example(type, organisation));

        return new GoalChecked.Valid(new(wish.Metric, wish.Period, (long)(wish.Target * scale)));
    }

    /// <summary>A kept target as people write it.</summary>
    public static decimal Written(Metric metric, long target, Organisation organisation) =>
        target / ScaleOf(GoalType.Of(metric), organisation);

    /// <summary>How many kept units one written unit has: 100 cents, 60 seconds.</summary>
    private static decimal ScaleOf(GoalType type, Organisation organisation)
    {
        var scale = type.Unit is GoalUnit.Minutes ? 60m : 1m;
        for (var digits = type.Unit is GoalUnit.Money ? DigitsOf(organisation) : 0; digits > 0; digits--)
            scale *= 10;

        return scale;
    }

    private static int DigitsOf(Organisation organisation) => Currencies.DigitsOf(organisation.Currency) ?? 0;

    private static string Exactness(GoalType type, Organisation organisation) =>
        type.Unit switch
        {
            GoalUnit.Money when DigitsOf(organisation) is > 0 and var digits =>
                $"an amount with at most {Text(digits)} decimals, as {organisation.Currency} has",
            GoalUnit.Minutes => "minutes that make whole seconds",
            _ => "a whole number",
        };

    private static string Example(GoalType type, Organisation organisation) =>
        type.Unit switch
        {
            GoalUnit.Quotes => "Write how many quotes, for example 10.",
            GoalUnit.Money => $"Write an amount in {organisation.Currency}, for example 10000.",
            GoalUnit.Minutes => "Write minutes of working time, for example 30 or 7.5.",
            GoalUnit.Days => "Write how many days, for example 4.",
            GoalUnit.Deals => "Write how many deals, for example 5.",
            GoalUnit.Points => "Write how many points, for example 500.",
            _ => throw new UnreachableException($"No example for {type.Unit}."),
        };

    private static string Unit(GoalType type, Organisation organisation) =>
        type.Unit is GoalUnit.Money ? organisation.Currency : type.Unit.ToString().ToLowerInvariant();

    private static string Text(decimal number) => number.ToString("#,0.####", CultureInfo.InvariantCulture);

    private static GoalChecked.Invalid Wrong(string field, string message, string remedy) => new(new(field, message, remedy));
}
