namespace Gamification.Badges;

/// <summary>One row of a badge that repeats: which person, badge and period.</summary>
public readonly record struct BadgePeriod(PersonId Person, string Badge, string Period);
