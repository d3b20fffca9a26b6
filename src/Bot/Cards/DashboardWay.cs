namespace Bot.Cards;

/// <summary>
/// The way from the dashboard to a section and back, in place. Whatever is pressed on a card out of the dashboard says so in its
/// command, so that the answer leads back too, however far somebody went.
/// </summary>
public static class DashboardWay
{
    private const string OutOf = DashboardCard.Line + " ";

    private static CardPart.Buttons Back(ReaderFormat format) => new([new(format.Say($"◀ Dashboard"), DashboardCard.Line)]);

    /// <summary>What its buttons show leads back to it.</summary>
    public static Card Outwards(Card card) => card with { Parts = [.. card.Parts.Select(Outwards)] };

    /// <summary>With the way back, once.</summary>
    public static Card AndBack(Card card, ReaderFormat format) =>
        HasWayBack(card) ? card : card with { Parts = [.. card.Parts.Select(Outwards), Back(format)] };

    private static bool HasWayBack(Card card) =>
        card.Parts.OfType<CardPart.Buttons>().Any(buttons => buttons.Items.Any(button => button.Command == DashboardCard.Line));

    private static CardPart Outwards(CardPart part) =>
        part switch
        {
            CardPart.Buttons(var items) => new CardPart.Buttons(Outwards(items)),
            CardPart.Entry entry => entry with { Items = Outwards(entry.Items) },
            CardPart.ProgressList(var rows) => new CardPart.ProgressList([.. rows.Select(row => row with { Items = Outwards(row.Items) })]),
            CardPart.Selector selector => selector with
            {
                Options = [.. selector.Options.Select(option => option with { Command = Outwards(option.Command) })],
            },
            CardPart.BadgeCabinet(var shelves) => new CardPart.BadgeCabinet([.. shelves.Select(Outwards)]),
            CardPart.BadgeDetails details => details with { Badge = Outwards(details.Badge) },
            _ => part,
        };

    private static BadgeShelf Outwards(BadgeShelf shelf) => shelf with { Tiles = [.. shelf.Tiles.Select(Outwards)] };

    private static BadgeTile Outwards(BadgeTile tile) => tile with { Command = Outwards(tile.Command) };

    /// <summary>Forms and answers beside the card are no way away from it.</summary>
    private static IReadOnlyList<Button> Outwards(IReadOnlyList<Button> items) =>
        [.. items.Select(button => button.Answer is Answer.Replace ? button with { Command = Outwards(button.Command) } : button)];

    private static string Outwards(string command) =>
        command == DashboardCard.Line || command.StartsWith(OutOf, StringComparison.Ordinal) ? command : OutOf + command;
}
