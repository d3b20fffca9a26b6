using NodaTime;

namespace Bot.Cards;

/// <summary>Neighbouring days as one run, in their order.</summary>
internal static class DayRuns
{
    public static IEnumerable<(LocalDate First, LocalDate Last)> Of(IEnumerable<LocalDate> days)
    {
        var ordered = days.Order().ToList();
        for (int start = 0, i = 0; i < ordered.Count; i++)
            if (i + 1 == ordered.Count || ordered[i + 1] != ordered[i].PlusDays(1))
            {
                yield return (ordered[start], ordered[i]);
                start = i + 1;
            }
    }
}
