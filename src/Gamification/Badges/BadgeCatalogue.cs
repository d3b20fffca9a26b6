namespace Gamification.Badges;

/// <summary>The setting <c>FirstSale:Trigger</c>: what counts as the first sale.</summary>
public enum FirstSaleTrigger
{
    DealClosed,
    QuoteSent,
}

/// <summary>SPEC 6 as values: the same row unlocks a badge and draws the progress of a locked one.</summary>
public static class BadgeCatalogue
{
    public static readonly IReadOnlyList<Badge> Default = With(FirstSaleTrigger.DealClosed);

    public static IReadOnlyList<Badge> With(FirstSaleTrigger firstSale) =>
        [
            firstSale is FirstSaleTrigger.QuoteSent
                ? new("first-sale", "First Sale", "The first quote is out.", BadgeCategory.Milestone, new Trigger.Quotes(1))
                : new("first-sale", "First Sale", "The first deal is won.", BadgeCategory.Milestone, new Trigger.Deals(1)),
            new("opening-move", "Opening Move", "The first quote is out.", BadgeCategory.Milestone, new Trigger.Quotes(1)),
        ];
}
