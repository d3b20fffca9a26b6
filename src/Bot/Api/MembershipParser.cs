using Gamification.People;
using NodaTime;
using NodaTime.Text;
using Storage;

namespace Bot.Api;

/// <summary>One team at a time, in <c>[from, to)</c>; a bare <c>team</c> is the short way to say it.</summary>
internal static class MembershipParser
{
    public static (IReadOnlyList<Membership>? Value, PersonReading? Wrong) Parse(PersonBody body, PersonRecord? stored, LocalDate today)
    {
        if (body is { Team: not null, Memberships: not null })
            return Refuse("/team", "Give team or memberships, not both.");
        if (body.Memberships is { } given)
            return Listed(given);

        var before = stored?.Memberships ?? [];
        return (body.Team is { } team ? Moved(before, team, today) : before, null);
    }

    private static (IReadOnlyList<Membership>?, PersonReading?) Listed(IReadOnlyList<MembershipBody> given)
    {
        var memberships = new List<Membership>();
        foreach (var (index, body) in given.Index())
        {
            if (string.IsNullOrEmpty(body?.Team))
                return Refuse($"/memberships/{index}/team", "A membership names its team.");
            if (!TryDay(body.From, out var from))
                return Refuse($"/memberships/{index}/from", "A day is written 2026-11-25.");
            if (!TryDay(body.To, out var to) || (from is { } first && to is { } end && end <= first))
                return Refuse($"/memberships/{index}/to", "A day is written 2026-11-25 and lies after from.");
            memberships.Add(new(new(body.Team), from, to));
        }
        return (memberships, null);
    }

    /// <summary>The first team holds since ever; another one from today on.</summary>
    private static IReadOnlyList<Membership> Moved(IReadOnlyList<Membership> before, string team, LocalDate today)
    {
        if (before.Count == 0)
            return [new(new(team), null, null)];
        if (before.Any(membership => membership.Holds(today) && membership.Team.Value == team && membership.To is null))
            return before;

        var kept = before
            .Where(membership => membership.From is not { } from || from < today)
            .Select(membership => membership.To is { } to && to <= today ? membership : membership with { To = today });
        return [.. kept, new(new(team), today, null)];
    }

    private static bool TryDay(string? text, out LocalDate? day)
    {
        day = null;
        if (text is null)
            return true;
        var parsed = LocalDatePattern.Iso.Parse(text);
        day = parsed.Success ? parsed.Value : null;
        return parsed.Success;
    }

    private static (IReadOnlyList<Membership>?, PersonReading?) Refuse(string pointer, string reason) =>
        (null, PersonReading.Wrong(pointer, reason));
}
