using System.Diagnostics;

namespace Gamification.Rewards;

/// <summary>Who receives a collective reward, and what they brought themselves.</summary>
/// <param name="Contribution">In the unit of the goal's metric; less than 0 counts as 0.</param>
public readonly record struct Recipient(PersonId Person, long Contribution);

/// <summary>What one of them receives; 0 too.</summary>
public readonly record struct RecipientShare(PersonId Person, long Amount);

/// <summary>
/// How an amount of points or coins is given to the recipients of a collective goal (SPEC 9). What is split adds up exactly: 1,000 over
/// three is 334, 333, 333.
/// </summary>
public static class Shares
{
    /// <returns>One for each recipient, in the ordinal order of their ids.</returns>
    public static IReadOnlyList<RecipientShare> Of(Sharing share, long amount, IEnumerable<Recipient> recipients)
    {
        List<Recipient> inOrder = [.. recipients.OrderBy(recipient => recipient.Person.Value, StringComparer.Ordinal)];
        return share switch
        {
            Sharing.Each => [.. inOrder.Select(recipient => new RecipientShare(recipient.Person, amount))],
            Sharing.Even => Split(amount, inOrder, _ => 1),
            Sharing.Proportional when inOrder.Exists(recipient => recipient.Contribution > 0) => Split(
                amount,
                inOrder,
                recipient => Math.Max(0, recipient.Contribution)
            ),
            Sharing.Proportional => Split(amount, inOrder, _ => 1),
            _ => throw new UnreachableException($"No shares for {share}."),
        };
    }

    /// <summary>Whole parts first; what is left goes one by one to the largest remainders, ties by id.</summary>
    private static List<RecipientShare> Split(long amount, List<Recipient> inOrder, Func<Recipient, long> weigh)
    {
        var all = inOrder.Aggregate(Int128.Zero, (sum, recipient) => sum + weigh(recipient));
        var parts = inOrder.ConvertAll(recipient => Int128.DivRem((Int128)amount * weigh(recipient), all));
        var left = (int)(amount - parts.Aggregate(Int128.Zero, (sum, part) => sum + part.Quotient));
        var raised = Enumerable.Range(0, parts.Count).OrderByDescending(i => parts[i].Remainder).Take(left).ToHashSet();
        return
        [
            .. inOrder.Select(
                (recipient, i) => new RecipientShare(recipient.Person, (long)parts[i].Quotient + (raised.Contains(i) ? 1 : 0))
            ),
        ];
    }
}
