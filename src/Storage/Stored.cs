using Gamification.Activities;
using NodaTime;

namespace Storage;

/// <summary>The stored forms of values: microseconds, <c>yyyymmdd</c>, wire names.</summary>
internal static class Stored
{
    private const long TicksPerMicrosecond = 10;

    /// <summary>Rounds down, also before 1970.</summary>
    public static long Micros(Instant instant)
    {
        var (micros, rest) = Math.DivRem(instant.ToUnixTimeTicks(), TicksPerMicrosecond);
        return rest < 0 ? micros - 1 : micros;
    }

    public static Instant Instant(long micros) => NodaTime.Instant.FromUnixTimeTicks(micros * TicksPerMicrosecond);

    public static Instant? Instant(long? micros) => micros is { } value ? Instant(value) : null;

    public static int Number(LocalDate date) => date.Year * 10_000 + date.Month * 100 + date.Day;

    public static LocalDate Date(long number) => new((int)number / 10_000, (int)number / 100 % 100, (int)number % 100);

    public static string Text(ActivityKind kind) => kind.Name;

    public static ActivityKind Kind(string text) =>
        ActivityKinds.Parse(text) ?? throw new FormatException($"'{text}' is no kind of activity.");
}
