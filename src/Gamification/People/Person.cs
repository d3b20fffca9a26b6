using Gamification.Announcements;
using NodaTime;

namespace Gamification.People;

public enum Role
{
    Rep,
    Manager,
    Admin,
}

/// <summary>How a person appears to others: by name, under an alias, or in no public post at all.</summary>
public enum Publicity
{
    Named,
    Alias,
    None,
}

/// <summary>A team of which the person is a member in <c>[From, To)</c>, local days of the organisation. Null bounds are open.</summary>
public sealed record Membership(TeamId Team, LocalDate? From, LocalDate? To)
{
    public bool Holds(LocalDate day) => (From is not { } from || from <= day) && (To is not { } to || day < to);
}

/// <summary>What the rules need to know of a person.</summary>
/// <param name="Inactive">When they were not active.</param>
/// <param name="Calendars">In the order of their first day; the first holds since ever.</param>
/// <param name="Hints">Whether the person wants to hear that a badge is near, or a goal half way.</param>
public sealed record Person(
    PersonId Id,
    IReadOnlyList<Inactivity> Inactive,
    Publicity Publicity,
    IReadOnlyList<Membership> Memberships,
    IReadOnlyList<WorkingCalendar> Calendars,
    bool Hints = false
)
{
    /// <summary>Whether they are active now, as far as anything is known.</summary>
    public bool Active => Inactive.All(span => span.Until is not null);

    public bool IsActiveAt(Instant instant) => !Inactive.Any(span => span.Holds(instant));

    /// <summary>What the person does not want to be told.</summary>
    public NoticeKinds Muted { get; init; }

    public TeamId? TeamOn(LocalDate day)
    {
        foreach (var membership in Memberships)
            if (membership.Holds(day))
                return membership.Team;

        return null;
    }

    /// <summary>Whether the person is a member of a team on a day of a period.</summary>
    public bool IsMemberIn(TeamId team, Time.Period period) =>
        Memberships.Any(membership =>
            membership.Team == team
            && (membership.From is not { } from || period.End is not { } end || from < end)
            && (membership.To is not { } to || period.First is not { } first || to > first)
        );
}
