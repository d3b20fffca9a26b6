using System.Diagnostics;
using System.Globalization;

namespace Gamification.Goals;

/// <summary>An amount of a metric as people write it, and as it is kept: 100.50 is 10,050 cents, 7.5 minutes are 450 seconds.</summary>
internal static class TypedAmount
{
    /// <param name="name">What it is called in a sentence: <c>The target</c>.</param>
    /// <param name="most">As it is kept.</param>
    public static (long Kept, GoalFault? Fault) Of(
        string field,
        FormattableString name,
        decimal typed,
        GoalType type,
        long most,
        Organisation organisation
    )
    {
        if (typed <= 0)
            return Wrong(field, $"{name} must be more than 0.", Example(type, organisation));

        var scale = ScaleOf(type, organisation);
        if (typed > most / scale)
            return Wrong(field, MostOf(name, most / scale, type, organisation), Example(type, organisation));
        if (typed * scale != decimal.Truncate(typed * scale))
            return Wrong(field, ExactnessOf(name, type, organisation), Example(type, organisation));

        return ((long)(typed * scale), null);
    }

    /// <summary>A kept amount as people write it.</summary>
    public static decimal Written(GoalType type, long kept, Organisation organisation) => kept / ScaleOf(type, organisation);

    public static FormattableString Example(GoalType type, Organisation organisation) =>
        type.Unit switch
        {
            GoalUnit.Quotes => $"Write how many quotes, for example 10.",
            GoalUnit.Money => $"Write an amount in {organisation.Currency}, for example {10_000:0}.",
            GoalUnit.Minutes => $"Write minutes of working time, for example {30} or {7.5}.",
            GoalUnit.Days => $"Write how many days, for example 4.",
            GoalUnit.Deals => $"Write how many deals, for example 5.",
            GoalUnit.Points => $"Write how many points, for example 500.",
            _ => throw new UnreachableException($"No example for {type.Unit}."),
        };

    public static string Text(decimal number) => number.ToString("#,0.####", CultureInfo.InvariantCulture);

    /// <summary>How many kept units one written unit has: 100 cents, 60 seconds.</summary>
    private static decimal ScaleOf(GoalType type, Organisation organisation)
    {
        var scale = type.Unit is GoalUnit.Minutes ? 60m : 1m;
        for (var digits = type.Unit is GoalUnit.Money ? DigitsOf(organisation) : 0; digits > 0; digits--)
            scale *= 10;

        return scale;
    }

    private static int DigitsOf(Organisation organisation) => Currencies.DigitsOf(organisation.Currency) ?? 0;

    private static FormattableString ExactnessOf(FormattableString name, GoalType type, Organisation organisation) =>
        type.Unit switch
        {
            GoalUnit.Money when DigitsOf(organisation) is > 0 and var digits =>
                $"{name} must be an amount with at most {digits} decimals, as {organisation.Currency} has.",
            GoalUnit.Minutes => $"{name} must be minutes that make whole seconds.",
            _ => $"{name} must be a whole number.",
        };

    private static FormattableString MostOf(FormattableString name, decimal most, GoalType type, Organisation organisation) =>
        type.Unit switch
        {
            GoalUnit.Money => $"{name} is at most {most:#,0.####} {organisation.Currency}.",
            GoalUnit.Quotes => $"{name} is at most {most:#,0.####} quotes.",
            GoalUnit.Deals => $"{name} is at most {most:#,0.####} deals.",
            GoalUnit.Days => $"{name} is at most {most:#,0.####} days.",
            GoalUnit.Minutes => $"{name} is at most {most:#,0.####} minutes.",
            GoalUnit.Points => $"{name} is at most {most:#,0.####} points.",
            _ => throw new UnreachableException($"No words for {type.Unit}."),
        };

    private static (long, GoalFault?) Wrong(string field, FormattableString message, FormattableString remedy) =>
        (0, new(field, message, remedy));
}
