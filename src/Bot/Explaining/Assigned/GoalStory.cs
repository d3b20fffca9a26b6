using Bot.Cards;
using Gamification;
using Gamification.Activities;
using Gamification.Explaining;
using Gamification.Goals;
using NodaTime;
using Storage;
using Period = Gamification.Time.Period;

namespace Bot.Explaining.Assigned;

/// <summary>A manager's goal of one subject in one period with all that is told of it.</summary>
/// <param name="Person">Who is asked about: they, or a team they belong to, have the goal.</param>
/// <param name="IsNamed">Whether somebody else asks about them by name.</param>
/// <param name="Before">The goal that unlocks it, as it stands; null for one that follows no other.</param>
/// <param name="After">Goals that its tiers unlock.</param>
internal sealed record GoalStory(
    AssignedStanding Assigned,
    GoalTrace Trace,
    IReadOnlyList<GrantView> Grants,
    IReadOnlyList<Gamification.Rewards.Prize> Prizes,
    PersonId Person,
    bool IsNamed,
    EarlierGoal? Before,
    IReadOnlyList<Goal> After,
    GoalNames Names,
    ReaderFormat Format,
    Instant Now
)
{
    public GoalStanding Standing => Assigned.Standing;

    public Goal Goal => Standing.Goal;

    public GoalPlan Plan => Assigned.Plan;

    public Period Period => Standing.Period;

    public Metric Metric => Goal.Metric;

    public string Zone => Standing.Zone.Id;

    public bool IsCollective => Goal.Subject.IsCollective;

    public bool IsShadow => Goal.Assignment is { IsShadow: true };

    /// <inheritdoc cref="ReaderFormat.Say"/>
    public string Say(FormattableString sentence) => Format.Say(sentence);

    /// <summary><c>Wed 18 Nov 09:00</c>; of what the close decides, that.</summary>
    public string Moment(Instant instant) => $"{Format.Moment(instant)} ({Zone})";

    /// <summary><c>Deal won · 1,200 EUR of Ana (crm/d1)</c>; what is in no line of the period by its id alone.</summary>
    public string What(FactId fact) =>
        fact.Connection == Gamification.Badges.GoalWeek.Connection ? Say($"the close of {CleanText.Of(fact.ExternalId, 30)}")
        : Trace.Counted.FirstOrDefault(one => one.At.Fact == fact) is { } counted ? $"{What(counted)} ({IdOf(fact)})"
        : Say($"activity {IdOf(fact)}");

    public string What(CountedActivity activity)
    {
        var what =
            LedgerWords.What(activity.Rule, activity.Value, Format)
            + (Metric is Metric.Revenue ? $" · {Format.Money(activity.Value)}" : "");
        return IsCollective ? Format.Say($"{what} of {Names.Of(activity.Person)}", "person") : what;
    }

    private static string IdOf(FactId fact) => CleanText.Of(fact.ToString(), 60);
}

/// <param name="Standing">Null where the subject has no part in it.</param>
internal sealed record EarlierGoal(Goal Goal, string Name, AssignedStanding? Standing);
