using Bot.Cards;

namespace Bot.Tests.Cards.Rendering;

/// <summary>Every card that is composed anywhere, and the largest boards in the worst words.</summary>
internal static class AnyCard
{
    private static readonly IReadOnlyDictionary<string, Card> Worst = new Dictionary<string, Card>(Longest)
    {
        ["every part"] = Samples.EveryPart,
        ["every part in hostile words"] = Samples.Hostile,
        ["every part in the longest words"] = Samples.Maximal,
        ["a full board of hostile names"] = WorstBoards.Full(Samples.HostileNames),
        ["a full board of names of 200 letters"] = WorstBoards.Full([.. Samples.HostileNames.Select(name => name.PadRight(200, '漢'))]),
        ["a full board of emoji"] = WorstBoards.Full([
            .. Samples.HostileNames.Select(_ => string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 60))),
        ]),
        ["all badges held, in hostile names"] = CabinetCard.Compose(BadgeScenes.Own(BadgeScenes.Worst(Hostile, held: true))),
        ["no badge held, in names of 200 letters"] = CabinetCard.Compose(BadgeScenes.Own(BadgeScenes.Worst(Wide, held: false))),
        ["custom badges in names of 200 letters"] = CabinetCard.Customs(BadgeScenes.Own(BadgeScenes.Worst(Wide, held: true)), 1),
        ["custom badges of emoji"] = CabinetCard.Customs(BadgeScenes.Own(BadgeScenes.Worst(Emoji, held: false)), 2),
        ["badges of somebody with the longest id"] = CabinetCard.Compose(
            new(
                Hostile(1),
                $"person:{new string('x', 100)}",
                ShowsProgress: true,
                BadgeScenes.Worst(Emoji, held: true),
                BoardScenes.Format()
            )
        ),
        ["a channel's board of names of 200 letters"] = WorstBoards.InChannel([
            .. Samples.HostileNames.Select(name => name.PadRight(200, '漢')),
        ]),
    };

    private static IEnumerable<KeyValuePair<string, Card>> Longest =>
        new (string Kind, Func<int, string> Word)[] { ("hostile words", Hostile), ("words of 200 letters", Wide), ("emoji", Emoji) }
            .SelectMany(words =>
                TeamGoalScenes.Longest(words.Kind, words.Word).Concat(Explaining.WhyScenes.Longest(words.Kind, words.Word))
            )
            .Select(scene => KeyValuePair.Create(scene.Name, scene.Card));

    private static string Hostile(int i) => Samples.HostileNames[i % Samples.HostileNames.Count];

    private static string Wide(int i) => Hostile(i).PadRight(200, '漢');

    private static string Emoji(int i) => string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 60));

    public static IEnumerable<string> Names => Worst.Keys.Concat(ComposedCards.All.Keys);

    public static Card Of(string name) => Worst.TryGetValue(name, out var card) ? card : ComposedCards.All[name];
}
