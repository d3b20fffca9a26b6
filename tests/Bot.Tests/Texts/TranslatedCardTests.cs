using Bot.Tests.Cards;
using Bot.Tests.Cards.Rendering;
using Bot.Texts;
using Snapshooter;
using Snapshooter.Xunit;

namespace Bot.Tests.Texts;

/// <summary>Important cards as they are read in Portuguese and in Spanish.</summary>
public sealed class TranslatedCardTests
{
    private static readonly string[] Cards =
    [
        "board-in-top",
        "board-unranked",
        "channel-board-final",
        "points-worked-day",
        "cabinet",
        "badge-locked",
        "badges-in-channel",
        "dashboard",
        "goals",
        "goal-and-badge",
        "rewards",
        "team-goals",
        "tier-in-channel",
        "help-nearest",
        "inbox",
        "settings",
        "rules",
        "why-goal-accelerated",
        "why-goal-team",
        "why-goal-tier",
    ];

    public static TheoryData<string, string> Read
    {
        get
        {
            var read = new TheoryData<string, string>();
            foreach (var card in Cards)
            foreach (var language in Language.All.Where(one => one != Language.English))
                read.Add(card, language.Name);

            return read;
        }
    }

    [Theory]
    [MemberData(nameof(Read))]
    public void A_card_reads_as_approved(string card, string language) =>
        Snapshot.Match(Renderers.All["text"](ComposedCards.In(Language.Named(language)!)[card]), new SnapshotNameExtension(card, language));
}
