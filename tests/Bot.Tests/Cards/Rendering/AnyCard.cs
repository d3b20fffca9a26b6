using Bot.Cards;

namespace Bot.Tests.Cards.Rendering;

/// <summary>Every card that is composed anywhere, and the largest boards in the worst words.</summary>
internal static class AnyCard
{
    private static readonly IReadOnlyDictionary<string, Card> Worst = new Dictionary<string, Card>
    {
        ["every part"] = Samples.EveryPart,
        ["every part in hostile words"] = Samples.Hostile,
        ["every part in the longest words"] = Samples.Maximal,
        ["a full board of hostile names"] = WorstBoards.Full(Samples.HostileNames),
        ["a full board of names of 200 letters"] = WorstBoards.Full([.. Samples.HostileNames.Select(name => name.PadRight(200, '漢'))]),
        ["a full board of emoji"] = WorstBoards.Full([
            .. Samples.HostileNames.Select(_ => string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 60))),
        ]),
        ["a channel's board of names of 200 letters"] = WorstBoards.InChannel([
            .. Samples.HostileNames.Select(name => name.PadRight(200, '漢')),
        ]),
    };

    public static IEnumerable<string> Names => Worst.Keys.Concat(ComposedCards.All.Keys);

    public static Card Of(string name) => Worst.TryGetValue(name, out var card) ? card : ComposedCards.All[name];
}
