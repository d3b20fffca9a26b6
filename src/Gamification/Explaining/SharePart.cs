using Gamification.Rewards;

namespace Gamification.Explaining;

/// <summary>A recipient's share before and after rounding: 101 by 50 of 100 is 50.5, given as 51.</summary>
public sealed record SharePart(PersonId Person, long Contribution, Ratio Exact, long Given);

/// <summary>How an amount was split, in the order of the ids.</summary>
/// <param name="Weights">What the exact shares are fractions of.</param>
/// <param name="Left">What the whole parts leave, given one by one to the largest remainders.</param>
public sealed record ShareParts(IReadOnlyList<SharePart> Parts, long Weights, long Left)
{
    public static ShareParts Of(Sharing share, long amount, IReadOnlyList<Recipient> recipients)
    {
        var isProportional = share is Sharing.Proportional && recipients.Any(recipient => recipient.Contribution > 0);
        var weights = recipients.ToDictionary(
            recipient => recipient.Person,
            recipient => isProportional ? Math.Max(0, recipient.Contribution) : 1
        );
        var all = weights.Values.Sum();
        var parts = Shares
            .Of(share, amount, recipients)
            .Select(given => new SharePart(given.Person, weights[given.Person], ExactOf(weights[given.Person]), given.Amount))
            .ToList();
        return new(parts, all, share is Sharing.Each ? 0 : amount - parts.Sum(part => (long)part.Exact.Floor));

        Ratio ExactOf(long weight) => share is Sharing.Each ? new(amount, 1) : new((System.Numerics.BigInteger)amount * weight, all);
    }
}
