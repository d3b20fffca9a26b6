using NodaTime;
using NodaTime.Text;

namespace Gamification.Announcements;

/// <summary>A local day of a person has at most one hint, whatever is near: every hint claims the day by this key.</summary>
public static class HintDay
{
    public static string Of(PersonId person, LocalDate day) => $"near:{person}:{LocalDatePattern.Iso.Format(day)}";
}
