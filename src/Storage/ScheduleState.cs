using Gamification;
using Gamification.Time;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Storage;

/// <param name="FirstFact">The earliest credited instant; null while there is no fact.</param>
/// <param name="Closes">Every period that was closed, reopened or not.</param>
/// <param name="Announced">Keys of board announcements planned so far (<c>About</c> and recipient).</param>
public sealed record ScheduleState(
    Instant? FirstFact,
    IReadOnlyList<PeriodClose> Closes,
    IReadOnlyList<ConnectedChannel> Channels,
    IReadOnlySet<(string About, string To)> Announced
)
{
    /// <summary>Custom ranges of managers' goals, which are closed by themselves.</summary>
    public IReadOnlyList<Period> Ranges { get; init; } = [];
}
