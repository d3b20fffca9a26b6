using Bot.Cards;
using Storage;

namespace Bot.Tests.Cards.Rendering;

/// <summary>Boards as large as they get: twenty places of the given names, the reader beyond them.</summary>
internal static class WorstBoards
{
    public static Card Full(IReadOnlyList<string> names)
    {
        var rows = BoardScenes.Rows([.. Enumerable.Range(0, 30).Select(i => names[i % names.Count])]);
        var view = BoardScenes.View(BoardScenes.Slice(rows, 26, BoardMode.Full)) with { Scope = BoardNames.Clean(names[0]) };
        return LeaderboardCard.Compose(view, BoardScenes.Reader(26, BoardMode.Full) with { Team = names[1], NotUnderstood = names });
    }

    public static Card InChannel(IReadOnlyList<string> names) =>
        BoardPostCard.Compose(BoardScenes.Channel(PeriodState.Final, BoardScenes.Rows(names)) with { Scope = BoardNames.Clean(names[2]) });
}
