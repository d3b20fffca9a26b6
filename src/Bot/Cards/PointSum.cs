using Gamification.Points;
using Storage;

namespace Bot.Cards;

/// <summary>How a score comes about: what has the same worth together, then the sum. 100 + 50 + 35 + 24 + 5 = 214.</summary>
public static class PointSum
{
    /// <summary>More addends than this are no help to anybody.</summary>
    private const int Most = 12;

    private static readonly IReadOnlyList<string> Order = [RuleNames.Quote, RuleNames.Deal, RuleNames.Reply, RuleNames.ActiveDay];

    /// <summary>Nothing where there is nothing to add up.</summary>
    public static IEnumerable<CardPart> Of(IReadOnlyList<LedgerLine> lines, ReaderFormat format)
    {
        var groups = lines
            .Where(line => line.Points != 0)
            .GroupBy(line => (line.Rule, line.Points))
            .OrderBy(group => Order.Contains(group.Key.Rule) ? Order.ToList().IndexOf(group.Key.Rule) : Order.Count)
            .ThenByDescending(group => group.Key.Points > 0)
            .ThenBy(group => Math.Abs(group.Key.Points))
            .ToList();
        if (groups.Count is 0 or > Most)
            yield break;

        yield return new CardPart.Facts([
            .. groups.Select(group => new Fact(
                LedgerWords.What(group.Key.Rule, group.Key.Points, format),
                Product(group.Count(), group.Key.Points, format)
            )),
        ]);
        if (groups.Count > 1)
            yield return new CardPart.Text(Sum([.. groups.Select(group => group.Sum(line => line.Points))], format));
    }

    private static string Product(int count, long points, ReaderFormat format) =>
        $"{format.Number(count)} × {format.Number(points)} = {format.Number(count * points)}";

    private static string Sum(IReadOnlyList<long> addends, ReaderFormat format) =>
        string.Concat(addends.Select((addend, index) => Addend(addend, index == 0, format))) + $" = {format.Number(addends.Sum())}";

    private static string Addend(long addend, bool isFirst, ReaderFormat format) =>
        (isFirst, addend) switch
        {
            (true, _) => format.Number(addend),
            (_, < 0) => $" − {format.Number(-addend)}",
            _ => $" + {format.Number(addend)}",
        };
}
