using Bot.Tests.Cards.Rendering;
using Snapshooter;
using Snapshooter.Xunit;

namespace Bot.Tests.Cards;

public sealed class ComposedCardTests
{
    public static TheoryData<string, string> Drawn
    {
        get
        {
            var drawn = new TheoryData<string, string>();
            foreach (var card in ComposedCards.All.Keys)
            foreach (var renderer in Renderers.All.Keys)
                drawn.Add(card, renderer);

            return drawn;
        }
    }

    [Theory]
    [MemberData(nameof(Drawn))]
    public void Every_card_looks_as_approved(string card, string renderer) =>
        Snapshot.Match(Renderers.All[renderer](ComposedCards.All[card]), new SnapshotNameExtension(card, renderer));
}
