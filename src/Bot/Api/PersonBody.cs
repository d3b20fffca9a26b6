using Gamification.People;
using NodaTime;
using NodaTime.Text;
using Storage;

namespace Bot.Api;

/// <param name="Team">The first one holds since ever; a later change holds from today. Not together with <paramref name="Memberships"/>.</param>
/// <param name="Role"><c>rep</c> (default), <c>manager</c> or <c>admin</c>.</param>
/// <param name="Publicity"><c>named</c> (default), <c>alias</c> or <c>none</c>.</param>
internal sealed record PersonBody(
    string? Name,
    string? Email,
    string? Team,
    IReadOnlyList<MembershipBody>? Memberships,
    string? Role,
    bool? Active,
    bool? Ranked,
    string? Alias,
    string? Publicity,
    IReadOnlyList<IdentityBody>? Identities,
    CalendarBody? Calendar
);

/// <param name="From">The first local day of the organisation.</param>
/// <param name="To">The first day after; absent while it lasts.</param>
internal sealed record MembershipBody(string? Team, string? From, string? To);

/// <param name="Source">A connection's name, <c>slack</c> or <c>teams</c>.</param>
internal sealed record IdentityBody(string? Source, string? Id);

/// <param name="TimeZone">IANA; absent: the organisation's.</param>
/// <param name="WorkDays">English names or their first three letters; absent: Monday to Friday.</param>
/// <param name="Start">Local time, <c>09:00</c>.</param>
internal sealed record CalendarBody(
    string? TimeZone,
    IReadOnlyList<string>? WorkDays,
    string? Start,
    string? End,
    IReadOnlyList<string>? Holidays,
    IReadOnlyList<string>? TimeOff
);

/// <summary>Either a record to store or the member that cannot be used.</summary>
internal sealed record PersonReading(PersonRecord? Person, string Pointer, string Reason)
{
    public static PersonReading Of(PersonRecord person) => new(person, "", "");

    public static PersonReading Wrong(string pointer, string reason) => new(null, pointer, reason);
}
