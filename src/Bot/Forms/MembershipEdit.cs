using Gamification;
using Gamification.People;
using NodaTime;

namespace Bot.Forms;

/// <summary>A person's teams with one span of days given to another team; whatever that span covers makes room for it.</summary>
internal static class MembershipEdit
{
    public static Membership? On(IReadOnlyList<Membership> memberships, LocalDate day) =>
        memberships.FirstOrDefault(membership => membership.Holds(day));

    /// <param name="team">Null for no team.</param>
    /// <param name="since">Null: since ever, or from today where the team changes and no other day was chosen.</param>
    /// <param name="end">The first day after; null while it lasts.</param>
    public static IReadOnlyList<Membership> Apply(
        IReadOnlyList<Membership> before,
        LocalDate today,
        TeamId? team,
        LocalDate? since,
        LocalDate? end
    )
    {
        var current = On(before, today);
        var isSame = current?.Team == team;
        if (isSame && current?.From == since && current?.To == end)
            return before;

        var isUndated = since == current?.From && (end is null || end > today);
        var from = !isSame && before.Count > 0 && isUndated ? today : since;
        var others = before.Where(membership => !isSame || membership != current).SelectMany(membership => Without(membership, from, end));
        Membership[] given = team is { } id ? [new(id, from, end)] : [];
        return [.. others.Concat(given).OrderBy(membership => membership.From ?? LocalDate.MinIsoValue)];
    }

    /// <summary>What is left of a membership before and after a span.</summary>
    private static IEnumerable<Membership> Without(Membership membership, LocalDate? from, LocalDate? end)
    {
        if (from is { } first && (membership.From is not { } start || start < first))
            yield return membership with
            {
                To = membership.To is { } to && to < first ? to : first,
            };
        if (end is { } last && (membership.To is not { } stop || last < stop))
            yield return membership with
            {
                From = membership.From is { } begin && last < begin ? begin : last,
            };
    }
}
