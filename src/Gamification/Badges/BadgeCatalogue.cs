namespace Gamification.Badges;

/// <summary>SPEC 6 as values: the same row unlocks a badge and draws the progress of a locked one.</summary>
public static class BadgeCatalogue
{
    public static readonly IReadOnlyList<Badge> Default =
    [
        new("first-sale", "First Sale", "The first deal is won.", BadgeCategory.Milestone, new Trigger.Deals(1)),
        new("opening-move", "Opening Move", "The first quote is out.", BadgeCategory.Milestone, new Trigger.Quotes(1)),
    ];
}
