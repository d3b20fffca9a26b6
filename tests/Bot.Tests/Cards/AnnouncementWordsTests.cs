using Bot.Cards;
using Bot.Texts;
using Gamification.Announcements;

namespace Bot.Tests.Cards;

public sealed class AnnouncementWordsTests
{
    public static TheoryData<string> Kinds => [.. typeof(AnnouncementKinds).GetFields().Select(kind => (string)kind.GetValue(null)!)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_is_told_in_words_in_every_language(string kind)
    {
        foreach (var language in Language.All)
            Assert.DoesNotContain('.', AnnouncementWords.Of(kind, BoardScenes.Format(language.ForEveryone.Name)));
    }

    [Theory]
    [InlineData("badge.unlocked", "en-GB", "Badge unlocked")]
    [InlineData("team.reward", "pt-BR", "Recompensa da equipe")]
    [InlineData("board.corrected", "en-GB", "Leaderboard")]
    [InlineData("of.a.newer.release", "en-GB", "of.a.newer.release")]
    public void A_kind_is_called_what_its_card_is_called(string kind, string culture, string words) =>
        Assert.Equal(words, AnnouncementWords.Of(kind, BoardScenes.Format(culture)));
}
