using NodaTime;

namespace Gamification.Badges;

/// <summary>Dates as the value of a mark: <c>20261118</c>.</summary>
internal static class Dates
{
    public static long Of(LocalDate date) => (date.Year * 10_000) + (date.Month * 100) + date.Day;

    public static LocalDate Of(long value) => new((int)(value / 10_000), (int)(value / 100 % 100), (int)(value % 100));
}
