namespace Gamification.Activities;

/// <summary>A logged activity adds nothing to the counts of SPEC 4; it is there for badges and goals that name its kind.</summary>
internal sealed class LoggedFold(EntityId entity, FoldContext context) : EntityFold(entity, context)
{
    private bool known;

    protected override bool Step(Fact fact)
    {
        var first = !known;
        known = true;
        return first;
    }
}
