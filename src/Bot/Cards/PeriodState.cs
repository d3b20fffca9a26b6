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

    /// <summary>Was final, and is open again.</summary>
    Reopened,
}

/// <summary>Where a period stands at a moment.</summary>
public static class PeriodStates
{
    /// <param name="close">Null for a period that was never closed.</param>
    public static PeriodState Of(Period period, PeriodClose? close, Instant now, Organisation organisation) =>
        close switch
        {
            { State: CloseState.Closed } => PeriodState.Final,
            { State: CloseState.Reopened } => PeriodState.Reopened,
            _ when period.EndIn(organisation.Zone) is not { } end || end > now => PeriodState.Running,
            _ when period.Kind is PeriodKind.Day => PeriodState.Ended,
            _ => period.EndIn(organisation.Zone) + organisation.Grace <= now ? PeriodState.Ended : PeriodState.Provisional,
        };
}
