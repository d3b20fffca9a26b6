using Gamification.Rewards;

namespace Bot.Cards;

/// <summary>What grants gave, in words.</summary>
public static class GrantWords
{
    /// <summary><c>500 coins</c>, <c>a badge</c>, <c>2 prizes</c>; less than 0 where it was taken back.</summary>
    /// <param name="kind">As grant lines name it.</param>
    public static string Amount(string kind, long amount, ReaderFormat format) =>
        kind switch
        {
            RewardNames.Coins => TeamGoalWords.Coins(amount, format),
            RewardNames.Points => TeamGoalWords.Points(amount, format),
            RewardNames.Badge => amount == 1 ? format.Say($"a badge") : Badges(amount, format),
            _ => amount == 1 ? format.Say($"a prize") : Prizes(amount, format),
        };

    public static string Badges(long amount, ReaderFormat format) =>
        format.Count(amount, $"{format.Number(amount)} badge", $"{format.Number(amount)} badges");

    public static string Prizes(long amount, ReaderFormat format) =>
        format.Count(amount, $"{format.Number(amount)} prize", $"{format.Number(amount)} prizes");

    /// <summary>Why a line was written.</summary>
    public static string Reason(string reason, ReaderFormat format) =>
        reason switch
        {
            GrantReasons.Reached => format.Say($"The tier was reached."),
            GrantReasons.Reversed => format.Say($"Something that counted was taken back."),
            GrantReasons.Shared => format.Say($"It is shared differently now."),
            GrantReasons.Accelerated => format.Say($"For what goes beyond the target."),
            _ => CleanText.Of(reason, 80),
        };
}
