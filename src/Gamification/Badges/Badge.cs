namespace Gamification.Badges;

public enum BadgeCategory
{
    Milestone,
    Speed,
    Consistency,
    Revenue,
}

/// <param name="Id">Stable, kebab-case: it is in keys and on the wire.</param>
/// <param name="Description">What has to be done, in a sentence.</param>
public sealed record Badge(string Id, string Name, string Description, BadgeCategory Category, Trigger Trigger)
{
    /// <summary>Added by an admin: not one of the 14.</summary>
    public bool IsCustom { get; init; }

    /// <summary>Goals give it, and nothing else does.</summary>
    public bool IsReward => Trigger is Trigger.Given;

    /// <summary>An emoji, or the name of one of the served pictures; null where the badge has a picture of its own.</summary>
    public string? Art { get; init; }
}
