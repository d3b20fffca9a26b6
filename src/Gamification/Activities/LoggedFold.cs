using Gamification.Points;

namespace Gamification.Activities;

/// <summary>A logged activity scores nothing; it counts for badges and goals that name its kind.</summary>
internal sealed class LoggedFold(EntityId entity, FoldContext context) : EntityFold(entity, context)
{
    private bool known;

    /// <summary>What the lines of one kind have in common.</summary>
    public static string GroupingOf(string kind) => $"logged:{kind}";

    protected override bool Step(Fact fact)
    {
        if (known)
            return false;

        known = true;
        if (fact is { Person: { } person, Activity: Activity.Logged logged })
            Add(
                fact,
                EffectKind.Amount,
                fact.IsPast ? RuleNames.Past : RuleNames.Logged,
                new(person, fact.Credited, new() { Logged = 1 }),
                0,
                GroupingOf(logged.LoggedKind)
            );

        return true;
    }
}
