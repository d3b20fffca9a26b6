using System.Globalization;
using Gamification.Rewards;

namespace Gamification.Announcements;

/// <summary>
/// What a person hears of their own prizes: that one was handed out, that a manager cancelled it, and that it was cancelled because what
/// it was given for was taken back. Of a prize that is given once to a whole team nobody hears alone.
/// </summary>
public static class PrizeAnnouncements
{
    public const string Fulfilled = AnnouncementKinds.PrizeFulfilled;
    public const string Cancelled = AnnouncementKinds.PrizeCancelled;

    /// <summary>Null for what the person did themselves, and for what follows a grant line.</summary>
    /// <param name="coins">What the person has with the step.</param>
    public static Announcement? Of(PrizeStep step, long coins) =>
        (step.Act, step.Prize.Recipient.Person) switch
        {
            (PrizeAct.Fulfil, { } person) => Of(Fulfilled, step.Prize, person, $"step:{Text(step.Number)}", step.Coins, coins),
            (PrizeAct.Cancel, { } person) => Of(Cancelled, step.Prize, person, $"step:{Text(step.Number)}", step.Coins, coins),
            _ => null,
        };

    /// <summary>Of a prize that waited to be handed out.</summary>
    /// <param name="gone">The line that takes it back.</param>
    /// <param name="refund">What was paid for it and comes back.</param>
    public static Announcement? Of(GrantLine gone, long refund, long coins)
    {
        var prize = new PrizeId(gone.Grant, gone.Recipient, gone.Reward);
        if (prize.Recipient.Person is not { } person)
            return null;

        var told = Of(Cancelled, prize, person, $"line:{Text(gone.Revision)}", refund, coins);
        return told with
        {
            Post = RewardAnnouncements.PostOfReversal(gone.At),
            Position = gone.At,
            Data = new Dictionary<string, string>(told.Data, StringComparer.Ordinal) { ["reason"] = gone.Reason },
        };
    }

    private static Announcement Of(string kind, PrizeId prize, PersonId person, string by, long refund, long coins)
    {
        var about = $"prize:{prize}:{by}";
        return new(
            kind,
            about,
            new Recipient.Person(person),
            about,
            Position: null,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["goal"] = prize.Grant.Scope.Goal.Value,
                ["subject"] = prize.Grant.Scope.Subject.Value,
                ["period"] = prize.Grant.Scope.Period.Value,
                ["tier"] = prize.Grant.Tier.ToString().ToLowerInvariant(),
                ["reward"] = prize.Reward,
                ["refund"] = Text(refund),
                ["coins"] = Text(coins),
                ["person"] = person.Value,
            }
        );
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
