using Gamification;
using Gamification.Time;
using NodaTime;
using Period = Gamification.Time.Period;

namespace Bot.Cards;

/// <summary>Whether what a card shows of a period may still change.</summary>
public enum PeriodState
{
    Running,

    /// <summary>Over and never closed: a day, or a period from before the first activity.</summary>
    Ended,

    /// <summary>Over, and open for what arrives late.</summary>
    Provisional,

    Final,
}

/// <summary>Where a period stands at a moment.</summary>
public static class PeriodStates
{
    public static PeriodState Of(Period period, bool isClosed, Instant now, Organisation organisation) =>
        (period.EndIn(organisation.Zone) is { } end && end <= now, isClosed, period.Kind) switch
        {
            (_, true, _) => PeriodState.Final,
            (false, _, _) => PeriodState.Running,
            (true, _, PeriodKind.Day) => PeriodState.Ended,
            _ => period.EndIn(organisation.Zone) + organisation.Grace <= now ? PeriodState.Ended : PeriodState.Provisional,
        };
}
