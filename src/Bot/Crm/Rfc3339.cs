using System.Globalization;
using NodaTime;

namespace Bot.Crm;

/// <summary>
/// <c>2026-11-18T09:00:00Z</c>, <c>2026-11-18T10:00:00.123456+01:00</c>: date, time and offset, all of them written out.
/// Cut to the microsecond that is stored.
/// </summary>
internal static class Rfc3339
{
    public const string Remedy = "Send an instant such as 2026-11-18T09:00:00Z or 2026-11-18T10:00:00+01:00.";

    private const int ToSeconds = 19;

    /// <summary>Null when the text is no such instant, or far from the years of any business.</summary>
    public static Instant? Parse(ReadOnlySpan<char> text)
    {
        if (text.Length < ToSeconds + 1 || LocalOf(text[..ToSeconds]) is not { } local)
            return null;

        var rest = text[ToSeconds..];
        var microseconds = 0;
        if (rest[0] is '.' && !TryFraction(ref rest, out microseconds))
            return null;

        return OffsetOf(rest) is { } offset
            ? Instant.FromUtc(local.Year, local.Month, local.Day, local.Hour, local.Minute, local.Second)
                + Duration.FromTicks(microseconds * 10L)
                - offset
            : null;
    }

    private static LocalDateTime? LocalOf(ReadOnlySpan<char> text)
    {
        if (text[4] is not '-' || text[7] is not '-' || text[10] is not ('T' or 't') || text[13] is not ':' || text[16] is not ':')
            return null;

        var (year, month, day) = (Number(text[..4]), Number(text[5..7]), Number(text[8..10]));
        var (hour, minute, second) = (Number(text[11..13]), Number(text[14..16]), Number(text[17..]));
        return
            year is >= 1900 and < 2200
            && month is >= 1 and <= 12
            && day >= 1
            && day <= DateTime.DaysInMonth(year, month)
            && hour is >= 0 and < 24
            && minute is >= 0 and < 60
            && second is >= 0 and < 60
            ? new LocalDateTime(year, month, day, hour, minute, second)
            : null;
    }

    /// <summary>Takes <c>.123456789</c> off the front; what is finer than a microsecond is cut.</summary>
    private static bool TryFraction(ref ReadOnlySpan<char> rest, out int microseconds)
    {
        var digits = rest[1..];
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        microseconds = 0;
        if (end < 1)
            return false;

        for (var place = 0; place < 6; place++)
            microseconds = (microseconds * 10) + (place < end ? digits[place] - '0' : 0);
        rest = digits[end..];
        return true;
    }

    private static Duration? OffsetOf(ReadOnlySpan<char> text)
    {
        if (text is "Z" or "z")
            return Duration.Zero;
        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] is not ':')
            return null;

        var (hours, minutes) = (Number(text[1..3]), Number(text[4..]));
        return hours is < 0 or > 23 || minutes is < 0 or > 59
            ? null
            : Duration.FromMinutes((text[0] is '-' ? -1 : 1) * ((hours * 60) + minutes));
    }

    /// <summary>-1 when it is not all ASCII digits.</summary>
    private static int Number(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
