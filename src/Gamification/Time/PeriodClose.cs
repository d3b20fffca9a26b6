namespace Gamification.Time;

public enum CloseState
{
    Closed,

    /// <summary>Open again for corrections, until somebody closes it as the next version.</summary>
    Reopened,
}

/// <summary>What is recorded of a period that was closed at least once.</summary>
/// <param name="Version">How often it was closed.</param>
public sealed record PeriodClose(PeriodKey Key, PeriodKind Kind, CloseState State, int Version)
{
    /// <summary>Whether it was ever reopened.</summary>
    public bool IsAgain => Version > 1 || State is CloseState.Reopened;
}
