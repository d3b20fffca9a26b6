using Gamification.Activities;
using Gamification.People;

namespace Gamification.Badges;

/// <summary>One row of progress: a badge of a person, in one period where it repeats.</summary>
internal sealed record Row(Badge Badge, Person Person, string Period)
{
    public BadgePeriod Key => new(Person.Id, Badge.Id, Period);

    public BadgeProgress Empty =>
        new(Badge.Id, Person.Id, Period, Actual: 0, Peak: 0, Positions.Start, Crossed: null, Revision: 0)
        {
            Threshold = Badge.Trigger.Threshold,
        };
}
