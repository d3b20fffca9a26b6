using Gamification;
using Gamification.People;
using NodaTime;
using NodaTime.Text;
using Storage;

namespace Bot.Api;

/// <summary>What an admin sent, on top of what is stored, to the record to store. Members left out keep what is there.</summary>
internal static class PersonParser
{
    /// <param name="today">The organisation's local day: changes of team and working hours hold from it.</param>
    public static PersonReading Parse(PersonId id, PersonBody body, PersonRecord? stored, DateTimeZone zone, LocalDate today)
    {
        var name = body.Name ?? stored?.Name;
        if (string.IsNullOrWhiteSpace(name) || name.Length > 200 || name.Any(char.IsControl))
            return PersonReading.Wrong("/name", "A name has 1 to 200 visible characters.");
        var email = body.Email ?? stored?.Email;
        if (email is not { Length: <= 254 } || !IsEmail(email))
            return PersonReading.Wrong("/email", "An email looks like ana@example.com and has at most 254 characters.");
        if (!TryEnum(body.Role, stored?.Role ?? Role.Rep, out var role))
            return PersonReading.Wrong("/role", "A role is rep, manager or admin.");
        if (!TryEnum(body.Publicity, stored?.Publicity ?? Publicity.Named, out var publicity))
            return PersonReading.Wrong("/publicity", "A publicity is named, alias or none.");
        var alias = body.Alias ?? stored?.Alias;
        if (alias is { Length: > 80 } || (publicity == Publicity.Alias && string.IsNullOrWhiteSpace(alias)))
            return PersonReading.Wrong("/alias", "Under publicity alias an alias of 1 to 80 characters is needed.");
        if (IdentitiesOf(body, stored) is not { } identities)
            return PersonReading.Wrong("/identities", "An identity is {source, id}, both with 1 to 200 characters.");
        var memberships = MembershipParser.Parse(body, stored, today);
        if (memberships.Wrong is { } wrongMembership)
            return wrongMembership;
        var calendar = CalendarParser.Parse(body.Calendar, stored?.Calendar, zone, today);
        if (calendar.Wrong is { } wrongCalendar)
            return wrongCalendar;

        return PersonReading.Of(
            new(
                id,
                name.Trim(),
                email.Trim(),
                role,
                body.Active ?? stored?.Active ?? true,
                body.Ranked ?? stored?.Ranked ?? true,
                alias?.Trim(),
                publicity,
                memberships.Value!,
                identities,
                calendar.Value
            )
        );
    }

    private static bool IsEmail(string email) =>
        email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at == email.LastIndexOf('@')
        && at < email.Length - 1
        && !email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));

    private static bool TryEnum<T>(string? text, T fallback, out T value)
        where T : struct, Enum
    {
        value = fallback;
        return text is null || (Enum.TryParse(text, ignoreCase: true, out value) && Enum.IsDefined(value) && text.All(char.IsAsciiLetter));
    }

    private static IReadOnlyList<Identity>? IdentitiesOf(PersonBody body, PersonRecord? stored)
    {
        if (body.Identities is not { } given)
            return stored?.Identities ?? [];
        return given.All(identity => identity is { Source.Length: > 0 and <= 200, Id.Length: > 0 and <= 200 })
            ? [.. given.Select(identity => new Identity(identity.Source!, identity.Id!)).Distinct()]
            : null;
    }
}
