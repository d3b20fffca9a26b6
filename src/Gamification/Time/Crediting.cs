using NodaTime;

namespace Gamification.Time;

/// <summary>The instants of SPEC 3 that are fixed when an activity is accepted.</summary>
internal static class Crediting
{
    public static readonly Duration Ahead = Duration.FromMinutes(10);
    public static readonly Duration Oldest = Duration.FromDays(35);

    /// <summary>A claim more than 10 minutes in the future of its receipt is not believed.</summary>
    public static bool IsAhead(Instant claimed, Instant received) => claimed - received > Ahead;

    /// <summary>More than 35 days before its receipt: a manager decides.</summary>
    public static bool IsTooOld(Instant occurred, Instant received) => received - occurred > Oldest;

    /// <summary>
    /// When it occurred while every week, month and quarter that holds that is open; else when it was received. What waited in
    /// quarantine until that is closed too counts from the first open instant after it: nothing is ever credited into a closed period.
    /// </summary>
    public static Instant Of(Instant occurred, Instant received, Closes closes) =>
        closes.Hold(occurred) ? closes.FirstOpenFrom(Instant.Max(occurred, received)) : occurred;
}
