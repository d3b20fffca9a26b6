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
            RewardNames.Badge => amount == 1 ? "a badge" : $"{format.Number(amount)} badges",
            _ => amount == 1 ? "a prize" : $"{format.Number(amount)} prizes",
        };

    /// <summary>Why a line was written.</summary>
    public static string Reason(string reason) =>
        reason switch
        {
            GrantReasons.Reached => "The tier was reached.",
            GrantReasons.Reversed => "Something that counted was taken back.",
            GrantReasons.Shared => "It is shared differently now.",
            GrantReasons.Accelerated => "For what goes beyond the target.",
            _ => CleanText.Of(reason, 80),
        };
}
