using System.Globalization;
using NodaTime;

namespace Gamification.Points;

/// <summary>Why a line has its points: stable codes, with the number that decided behind a colon.</summary>
public static class Reasons
{
    public const string Scored = "scored";
    public const string Amount = "amount";
    public const string Active = "active";

    /// <summary>Counts for badges and goals that name its kind, and for nothing else.</summary>
    public const string Logged = "logged";

    /// <summary>Takes back what the entity earned in the same local day.</summary>
    public const string Reversal = "reversal";

    /// <summary>Takes back what stays in a closed period.</summary>
    public const string ReversalOfClosed = "reversal.closed";

    public const string Correction = "correction";

    /// <summary>Imported into a closed period, which gets no points.</summary>
    public const string Imported = "imported";

    /// <summary>An import says otherwise than a closed period, which stays as it is.</summary>
    public const string ImportedCorrection = "imported.correction";

    /// <summary>Another fact overwrote the one that caused the line.</summary>
    public const string Superseded = "superseded";

    /// <summary>Taken back here because it stands with another team or at another place in the order now.</summary>
    public const string Moved = "moved";

    /// <summary>The rules of the day give nothing for it.</summary>
    public const string NoPoints = "no-points";

    /// <summary>Another quote of the deal has the deal's place of this day.</summary>
    public const string DealDay = "limit.deal-day";

    /// <summary>Given by a reward, an accelerator or a multiplier.</summary>
    public const string Bonus = "bonus";

    /// <summary>What the reward, the accelerator or the multiplier rested on is not so any more.</summary>
    public const string BonusGone = "bonus.reversal";

    public static string QuotesADay(int limit) => Text("limit.day", limit);

    public static string RepliesADay(int limit) => Text("limit.replies", limit);

    public static string RepliesAConversation(int limit) => Text("limit.conversation", limit);

    /// <summary>The reply took longer than the seconds named.</summary>
    public static string Slow(Duration within) => Text("slow", (int)within.TotalSeconds);

    private static string Text(string code, int number) => string.Create(CultureInfo.InvariantCulture, $"{code}:{number}");
}
