using System.Globalization;
using Bot.Texts;
using Gamification;
using Gamification.Goals;

namespace Bot.Forms.TeamGoals;

/// <summary>An amount of a metric, in the unit in which managers write it.</summary>
internal static class PlanAmount
{
    /// <summary>The amount, or why not and what to do.</summary>
    public static (decimal? Amount, string? Problem) Parse(string text, Metric metric, CultureInfo locale, Organisation organisation)
    {
        var type = GoalType.Of(metric);
        if (type.Unit is GoalUnit.Money)
        {
            var (kept, problem) = TypedMoney.Parse(text, organisation.Currency, type.Most, locale);
            return (kept is { } minorUnits ? GoalCheck.Written(metric, minorUnits, organisation) : null, problem);
        }

        return TypedNumber.Parse(text, locale) is { } number
            ? (number, null)
            : (
                null,
                Language.Of(locale).Say($"Write a number such as {TypedNumber.Show(1234, locale)} or {TypedNumber.Show(0.5m, locale)}.")
            );
    }

    /// <summary>Null without an error when nothing was typed.</summary>
    public static decimal? Read(FormReading values, string field, Metric metric, Organisation organisation)
    {
        if (values.Text(field) is not { Length: > 0 } text)
            return null;

        var (amount, problem) = Parse(text, metric, values.Locale, organisation);
        if (problem is not null)
            values.Wrong(field, problem);
        return amount;
    }

    /// <summary>With or without its sign. Null without an error when nothing was typed.</summary>
    public static decimal? Percent(FormReading values, string field)
    {
        if (values.Text(field).Replace("%", "", StringComparison.Ordinal).Trim() is not { Length: > 0 } text)
            return null;
        if (TypedNumber.Parse(text, values.Locale) is { } percent)
            return percent;

        values.Wrong(field, values.Say($"Write a percentage such as 110 or {TypedNumber.Show(112.5m, values.Locale)}."));
        return null;
    }

    public static IReadOnlyList<string> Shown(decimal? number, CultureInfo locale) =>
        number is { } known ? [TypedNumber.Show(known, locale)] : [];
}
