using Gamification.Time;

namespace Gamification.Goals;

/// <summary>What a person wants: a target as people write it.</summary>
/// <param name="Target">Quotes, days, minutes, or major units of the organisation's currency.</param>
public sealed record GoalWish(Metric Metric, decimal Target, PeriodKind Period);

/// <summary>A wish that was found right.</summary>
/// <param name="Target">Quotes, days, whole seconds, or minor units.</param>
public sealed record GoalTerms(Metric Metric, PeriodKind Period, long Target);

/// <summary>What is wrong with one field of a wish, and what to do about it: English sentences that are said in the reader's language.</summary>
/// <param name="Field">As it is named on the wire: <c>target</c>, <c>tiers[1].triggerPercent</c>.</param>
public sealed record GoalFault(string Field, FormattableString Message, FormattableString Remedy);

public abstract record GoalChecked
{
    private GoalChecked() { }

    public sealed record Valid(GoalTerms Terms) : GoalChecked;

    public sealed record Invalid(GoalFault Fault) : GoalChecked;
}
